namespace TwinGrad.Bench.Memory;

/// <summary>The plainest loops on this library: no scope, no Dispose.</summary>
internal static class WrapperLoops
{
    private static readonly Tensor X = Torch.Ones([100, 100], requiresGrad: true);
    private static readonly Tensor Rows = Torch.Ones(2, 3);
    private static readonly Tensor Columns = Torch.Ones(3, 2);
    private static readonly Mlp Network = new();

    internal static IReadOnlyDictionary<string, Action> Bodies { get; } = new Dictionary<string, Action>
    {
        ["randn"] = () => Torch.Randn(32, 1, 32, 32),
        ["backward"] = () => X.Pow(2).Sum().Backward(),
        ["grad"] = ReadGrad,
        ["sgd"] = Network.Step,
        ["view"] = () => X.Transpose(),
        ["refused"] = () => Fail(() => X.View(7)),
        ["error"] = () => Fail(() => Rows.Add(Columns)),
        ["throw"] = PlainException.ThrowAndCatch,
    };

    private static void ReadGrad()
    {
        X.Pow(2).Sum().Backward();
        GC.KeepAlive(X.Grad);
        X.ZeroGrad();
        GC.KeepAlive(X.Grad);
    }

    private static void Fail(Func<Tensor> operation)
    {
        try
        {
            operation();
        }
        catch (Exception exception) when (exception is ITorchException)
        {
            return;
        }
        throw new InvalidOperationException("the operation should have failed");
    }

    /// <summary>Two layers, trained by hand.</summary>
    private sealed class Mlp
    {
        private readonly Tensor _x = Torch.Randn(64, 784);
        private readonly Tensor _y = Torch.Randn(64, 10);
        private readonly Tensor _w1 = Torch.Randn([784, 128], requiresGrad: true);
        private readonly Tensor _b1 = Torch.Zeros([128], requiresGrad: true);
        private readonly Tensor _w2 = Torch.Randn([128, 10], requiresGrad: true);
        private readonly Tensor _b2 = Torch.Zeros([10], requiresGrad: true);

        internal void Step()
        {
            var predicted = (_x.Mm(_w1) + _b1).Relu().Mm(_w2) + _b2;
            (predicted - _y).Pow(2).Mean().Backward();
            using (Torch.NoGrad())
            {
                foreach (var parameter in (ReadOnlySpan<Tensor>)[_w1, _b1, _w2, _b2])
                {
                    parameter.Sub_(1e-4 * parameter.Grad!);
                    parameter.ZeroGrad();
                }
            }
        }
    }
}
