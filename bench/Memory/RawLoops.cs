using System.Runtime.InteropServices;
using TorchSharp;

namespace TwinGrad.Bench.Memory;

/// <summary>The same loops on TorchSharp's public API.</summary>
internal static class RawLoops
{
    private static readonly torch.Tensor X = torch.ones([100, 100], requires_grad: true);
    private static readonly torch.Tensor Two = torch.ones(2);
    private static readonly torch.Tensor Three = torch.ones(3);

    internal static IReadOnlyList<MemoryLoop> All { get; } =
    [
        new("randn", () => torch.randn(32, 1, 32, 32)),
        new("backward", () => X.pow(2).sum().backward()),
        new("grad", ReadGrad),
        new("view", () => X.t()),
        new("refused", () => Fail(() => X.view(7))),
        new("error", () => Fail(() => Two.add(Three))),
    ];

    private static void ReadGrad()
    {
        X.pow(2).sum().backward();
        GC.KeepAlive(X.grad);
        X.grad = null;
        GC.KeepAlive(X.grad);
    }

    private static void Fail(Func<torch.Tensor> operation)
    {
        try
        {
            operation();
        }
        catch (ExternalException)
        {
            return;
        }
        throw new InvalidOperationException("the operation should have failed");
    }
}
