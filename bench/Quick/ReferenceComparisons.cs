namespace TwinGrad.Bench.Quick;

/// <summary>The reference engine beside libtorch, as the wrapper calls it, and beside C# written by hand.</summary>
internal static class ReferenceComparisons
{
    internal static ComparisonGroup BesideLibTorch() => new("Reference engine beside libtorch, forward and backward", "reference", "libtorch",
    [
        Managed("neuron on the reference engine, float32", Graphs.Neuron(DType.Float32), new Neuron().Run, new(Microseconds: 1.0, Bytes: 400)),
        Managed("chain of 1e3, float64", Graphs.Chain(1_000), Graphs.NativeChain(1_000), Goal.None),
        Managed("chain of 1e6, float64", Graphs.Chain(1_000_000), Graphs.NativeChain(1_000_000), new(Ratio: 1.0)),
        Managed("mm, 512 x 512, float64", Graphs.Product(512), Graphs.NativeProduct(512), new(Ratio: 4.0)),
    ]);

    internal static ComparisonGroup BesideHand() => new("Reference engine beside C# written by hand", "reference", "by hand",
    [
        Managed("neuron, derivatives by hand", Graphs.Neuron(DType.Float64), ByHand.Neuron(), Goal.None),
        Managed("neuron, one object an operation", Graphs.Neuron(DType.Float64), ObjectTape.Neuron(), Goal.None),
        Managed("chain of 1e3, derivatives by hand", Graphs.Chain(1_000), ByHand.Chain(1_000), Goal.None),
        Managed("chain of 1e6, derivatives by hand", Graphs.Chain(1_000_000), ByHand.Chain(1_000_000), Goal.None),
    ]);

    /// <summary>Loops of the engine's own are compiled twice before they are as fast as they get, which takes longer than calls do.</summary>
    private static Comparison Managed(string name, Action ours, Action theirs, Goal goal)
        => new(name, ours, theirs) { Goal = goal, WarmUp = TimeSpan.FromSeconds(1) };
}
