namespace TwinGrad.Conformance;

/// <summary>The kinds of golden files that can be replayed, each on both engines.</summary>
public static class Replays
{
    /// <summary>A fresh replay of each kind; one keeps count, so a file wants its own.</summary>
    public static IReadOnlyList<IReplay> All => [Repr, Nodes, Notebook, Messages(), BadInput(), Opinfo, Functional];

    /// <summary>Printed tensors.</summary>
    public static IReplay Repr => new ReprReplay(
        ReprPrinters.Formatter,
        ReprPrinters.Engine<Tensor>("libtorch"),
        ReprPrinters.Engine<Reference.Tensor>("reference", largestInteger: 1L << 53));

    /// <summary>PyTorch's operator database.</summary>
    public static IReplay Opinfo => new OpinfoReplay(OpinfoEngine.Of<Tensor>("libtorch"), OpinfoEngine.Of<Reference.Tensor>("reference"));

    /// <summary>The transforms of functions.</summary>
    public static IReplay Functional => new FunctionalReplay(
        FunctionalReplay.Engine<Tensor>("libtorch"),
        FunctionalReplay.Engine<Reference.Tensor>("reference"));

    /// <summary>The autograd notebook.</summary>
    public static IReplay Notebook => new NotebookReplay();

    /// <summary>Results, errors and warnings.</summary>
    /// <param name="apart">Whether each case has a process of its own.</param>
    public static MessagesReplay Messages(bool apart = true) => new(
        MessagesReplay.Engine<Tensor>("libtorch"),
        MessagesReplay.Engine<Reference.Tensor>("reference"))
    {
        Apart = apart,
    };

    /// <summary>Calls that a library may not survive.</summary>
    /// <param name="apart">Whether each case has a process of its own.</param>
    /// <param name="patience">How many seconds a case may take there.</param>
    public static BadInputReplay BadInput(bool apart = true, int patience = 60) => new(
        BadInputReplay.Libtorch("libtorch"),
        BadInputReplay.Engine<Reference.Tensor>("reference"))
    {
        Apart = apart,
        Patience = TimeSpan.FromSeconds(patience),
    };

    /// <summary>Autograd graphs.</summary>
    public static IReplay Nodes => new NodesReplay(
        NodesReplay.Engine<Tensor>("libtorch"),
        NodesReplay.Engine<Reference.Tensor>("reference"));
}
