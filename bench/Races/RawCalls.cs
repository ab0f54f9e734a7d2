using TorchSharp;
using TorchSharp.Modules;

namespace TwinGrad.Bench.Races;

/// <summary>Single calls that end the process on TorchSharp's public API.</summary>
#pragma warning disable CA2000 // There is nobody left to dispose of anything.
internal static class RawCalls
{
    internal static IReadOnlyList<Race> All { get; } =
    [
        new("matmul", 'B', "ones(2, 3).matmul(ones(2, 3))", round => torch.ones(2, 3).matmul(torch.ones(2, 3))),
        new("lists", 'C', "LBFGS without parameters", round => torch.optim.LBFGS(Array.Empty<Parameter>()).step(() => torch.ones(1))),
        new("step", 'D', "a slice with a step of 0", round => _ = torch.ones(3)[torch.TensorIndex.Slice(0, 3, 0)]),
        new("rand", 'E', "rand(-1)", round => torch.rand(-1)),
        new("values", 'F', "zeros(3).rand_out(3)", round => torch.zeros(3).rand_out(3)),
        new("kinds", 'G', "cross(ones(3), ones(3)) along dimension 0", round => torch.cross(torch.ones(3), (TorchSharp.Scalar)0, 0)),
        new("callback", 'H', "LBFGS with a closure that throws", Callback),
        new("null", 'I', "indexing by a null tensor", round => _ = torch.ones(3)[(torch.Tensor)null!]),
        new("read-disposed", 'J', "the elements of a tensor after Dispose", ReadDisposed),
    ];

    private static void Callback(int round)
    {
        var model = torch.nn.Linear(4, 3);
        torch.optim.LBFGS(model.parameters()).step(() => throw new InvalidOperationException("a mistake in the closure"));
    }

    private static void ReadDisposed(int round)
    {
        var tensor = torch.ones(100_000_000);
        var bytes = tensor.bytes;
        tensor.Dispose();
        GC.KeepAlive(bytes[^1]);
    }
}
