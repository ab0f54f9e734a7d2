namespace TwinGrad.Conformance;

/// <summary>An engine that samples of the operator database are tried on, and how many tensors of each kind came out as recorded.</summary>
public abstract class OpinfoEngine
{
    private readonly OpinfoComparison _outputs = new("output", 1e-9);
    private readonly OpinfoComparison _gradients = new("gradient", 1e-8);
    private readonly OpinfoComparison _second = new("second-order gradient", 1e-7);

    /// <summary>An engine of that name.</summary>
    private protected OpinfoEngine(string name)
    {
        Name = name;
        Witness = new(name, Answer);
    }

    /// <summary>The engine's name in the report.</summary>
    public string Name { get; }

    /// <summary>What is expected of <see cref="Witness"/>.</summary>
    public static string Expected => "as recorded";

    /// <summary>Tells how a sample comes out: as recorded, or what differs first.</summary>
    public Witness<OpinfoCase> Witness { get; }

    /// <summary>How many tensors of each kind came out as recorded, and how many did not.</summary>
    public string Note
        => $"{Name}: {_outputs.Agreed} outputs, {_gradients.Agreed} gradients and {_second.Agreed} second-order gradients as recorded; "
            + $"{_outputs.Differed}, {_gradients.Differed} and {_second.Differed} otherwise";

    /// <summary>The engine with tensors of a class.</summary>
    public static OpinfoEngine Of<T>(string name)
        where T : class, ITensor<T>
        => new On<T>(name);

    /// <summary>What a sample comes to.</summary>
    private protected abstract string Answer(OpinfoCase golden);

    /// <summary>All three parts are compared, also where the first one differs already, so that each is counted.</summary>
    private protected string Answer<T>(OpinfoCase golden, OpinfoSample<T> sample)
        where T : class, ITensor<T>
    {
        var coarse = golden.IsCoarse && typeof(T) == typeof(Reference.Tensor);
        var output = _outputs.Compare<T>(golden.Outputs, () => sample.Outputs, coarse);
        var gradient = _gradients.Compare(golden.Grads, () => sample.Gradients, coarse);
        var second = golden.Second is null
            ? null
            : _second.Compare(golden.Second.Gradients ?? new OpinfoTensor?[golden.Grads.Count], () => sample.Second, coarse);
        return output ?? gradient ?? second ?? Expected;
    }

    private sealed class On<T>(string name) : OpinfoEngine(name)
        where T : class, ITensor<T>
    {
        private protected override string Answer(OpinfoCase golden) => Answer(golden, new OpinfoSample<T>(golden));
    }
}
