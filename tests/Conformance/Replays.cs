namespace TwinGrad.Conformance;

/// <summary>The kinds of golden files that can be replayed, each on both engines.</summary>
public static class Replays
{
    /// <summary>A fresh replay of each kind; one keeps count, so a file wants its own.</summary>
    public static IReadOnlyList<IReplay> All => [Repr, Nodes, Notebook];

    /// <summary>Printed tensors.</summary>
    public static IReplay Repr => new ReprReplay(
        ReprPrinters.Formatter,
        ReprPrinters.Engine<Tensor>("libtorch"),
        ReprPrinters.Engine<Reference.Tensor>("reference", largestInteger: 1L << 53));

    /// <summary>The autograd notebook.</summary>
    public static IReplay Notebook => new NotebookReplay();

    /// <summary>Autograd graphs.</summary>
    public static IReplay Nodes => new NodesReplay(
        NodesReplay.Engine<Tensor>("libtorch"),
        NodesReplay.Engine<Reference.Tensor>("reference"));
}
