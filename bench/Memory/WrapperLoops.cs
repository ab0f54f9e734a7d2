namespace TwinGrad.Bench.Memory;

/// <summary>The plainest loops on this library: no scope, no Dispose.</summary>
internal static class WrapperLoops
{
    private static readonly Tensor X = Torch.Ones([100, 100], requiresGrad: true);
    private static readonly Tensor Two = Torch.Ones(2);
    private static readonly Tensor Three = Torch.Ones(3);

    internal static IReadOnlyList<MemoryLoop> All { get; } =
    [
        new("randn", () => Torch.Randn(32, 1, 32, 32)),
        new("backward", () => X.Pow(2).Sum().Backward()),
        new("grad", ReadGrad),
        new("view", () => X.Transpose()),
        new("refused", () => Fail(() => X.View(7))),
        new("error", () => Fail(() => Two.Add(Three))),
    ];

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
}
