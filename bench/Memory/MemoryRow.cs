namespace TwinGrad.Bench.Memory;

/// <summary>One line of the memory table: a loop that both sides run.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="What">What the loop does.</param>
/// <param name="Goal">By how many MB this library may grow; null where nothing is promised.</param>
internal sealed record MemoryRow(string Name, string What, double? Goal = null)
{
    private const double Tensors = 64;
    private const double Errors = 8;

    internal static IReadOnlyList<MemoryRow> All { get; } =
    [
        new("randn", "`randn(32, 1, 32, 32)`, dropped", Tensors),
        new("backward", "100 x 100: `pow(2).sum().backward()`", Tensors),
        new("grad", "the same, reading `.grad` before and after it is dropped", Tensors),
        new("sgd", "a step of SGD: MLP 784-128-10, batch of 64", Tensors),
        new("view", "a view of 100 x 100"),
        new("refused", "an error found before the call, caught: `view(7)`", Errors),
        new("error", "an error of libtorch's, caught: `ones(2, 3) + ones(3, 2)`", Errors),
        new("throw", "for comparison, no tensor at all: a .NET exception through as many methods"),
    ];

    /// <summary>The body of the loop, on one side.</summary>
    internal Action Body(string side) => (side == Sides.Raw ? RawLoops.Bodies : WrapperLoops.Bodies)[Name];

    internal bool MeetsGoal(MemoryGrowth growth) => Goal is null || growth.Megabytes < Goal;
}
