using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;

namespace TwinGrad.Bench.Memory;

/// <summary>The same loops on TorchSharp's public API.</summary>
internal static class RawLoops
{
    private static readonly torch.Tensor X = torch.ones([100, 100], requires_grad: true);
    private static readonly torch.Tensor Rows = torch.ones(2, 3);
    private static readonly torch.Tensor Columns = torch.ones(3, 2);
    private static readonly Mlp Network = new();

    internal static IReadOnlyDictionary<string, Action> Bodies { get; } = new Dictionary<string, Action>
    {
        ["randn"] = () => torch.randn(32, 1, 32, 32),
        ["backward"] = () => X.pow(2).sum().backward(),
        ["grad"] = ReadGrad,
        ["sgd"] = Network.Step,
        ["view"] = () => X.t(),
        ["refused"] = () => Fail(() => X.view(7)),
        ["error"] = () => Fail(() => Rows.add(Columns)),
        ["throw"] = PlainException.ThrowAndCatch,
    };

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

    /// <summary>Two layers, trained by TorchSharp's optimizer.</summary>
#pragma warning disable CA1001 // The optimizer lives as long as the program.
    private sealed class Mlp
    {
        private readonly torch.Tensor _x = torch.randn(64, 784);
        private readonly torch.Tensor _y = torch.randn(64, 10);
        private readonly Parameter _w1 = new(torch.randn(784, 128));
        private readonly Parameter _b1 = new(torch.zeros(128));
        private readonly Parameter _w2 = new(torch.randn(128, 10));
        private readonly Parameter _b2 = new(torch.zeros(10));
        private readonly SGD _optimizer;

        internal Mlp() => _optimizer = torch.optim.SGD([_w1, _b1, _w2, _b2], 1e-4);

        internal void Step()
        {
            _optimizer.zero_grad();
            var predicted = (_x.mm(_w1) + _b1).relu().mm(_w2) + _b2;
            (predicted - _y).pow(2).mean().backward();
            _optimizer.step();
        }
    }
}
