namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException GraphOfNothing() => new("a graph needs at least one tensor to be the graph of");
}
