using TorchSharp;

namespace TwinGrad.Bench.Quick;

/// <summary>Numbers beside a tensor of 10 floats, which raw TorchSharp makes anew at each call, and loses to the collector now and then.</summary>
internal static class NumberComparisons
{
    private static readonly Goal Right = new(Ratio: 1.03);
    private static readonly Goal Left = new(Ratio: 0.5);

    internal static ComparisonGroup NotRecorded() => Group("Numbers, not recorded", "");

    internal static ComparisonGroup Recorded() => Group("Numbers, recorded", ", recorded");

    private static ComparisonGroup Group(string title, string suffix)
    {
        var (x, raw) = (Torch.Ones([10], requiresGrad: suffix.Length > 0), torch.ones([10], requires_grad: suffix.Length > 0));
        return new(title, "TwinGrad", "raw",
        [
            new($"x + 2.5{suffix}", () => (x + 2.5).Dispose(), () => (raw + 2.5).Dispose()) { Goal = Right },
            new($"x - 1{suffix}", () => (x - 1).Dispose(), () => (raw - 1).Dispose()) { Goal = Right },
            new($"x * 2.5{suffix}", () => (x * 2.5).Dispose(), () => (raw * 2.5).Dispose()) { Goal = Right },
            new($"x / 3{suffix}", () => (x / 3).Dispose(), () => (raw / 3).Dispose()) { Goal = Right },
            new($"x.pow(2){suffix}", () => x.Pow(2).Dispose(), () => raw.pow(2).Dispose()) { Goal = Right },
            new($"x > 0.5{suffix}", () => (x > 0.5).Dispose(), () => raw.gt(0.5).Dispose()) { Goal = Right },
            new($"clamp(0, 1){suffix}", () => x.Clamp(0, 1).Dispose(), () => raw.clamp(0, 1).Dispose()) { Goal = Right },
            new($"1 - x{suffix}", () => (1 - x).Dispose(), () => (1 - raw).Dispose()) { Goal = Left },
            new($"2.5 + x{suffix}", () => (2.5 + x).Dispose(), () => (2.5 + raw).Dispose()) { Goal = Left },
            new($"2.5 * x{suffix}", () => (2.5 * x).Dispose(), () => (2.5 * raw).Dispose()) { Goal = Left },
            new($"1 / x{suffix}", () => (1 / x).Dispose(), () => (1 / raw).Dispose()) { Goal = Left },
        ]);
    }
}
