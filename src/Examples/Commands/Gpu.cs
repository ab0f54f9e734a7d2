using System.Globalization;
using System.Text.Json.Nodes;

namespace TwinGrad.Examples;

/// <summary>What there is to say of a GPU. What can't be found out says why in its place.</summary>
/// <param name="Device">Its number.</param>
internal sealed record Gpu(Device Device)
{
    private const double BytesOfGiB = 1L << 30;

    internal string? Name { get; init; }

    internal (int Major, int Minor)? Capability { get; init; }

    internal (long Free, long Total)? Memory { get; init; }

    /// <summary>What a gradient that was computed on it came to.</summary>
    internal string? Works { get; init; }

    /// <summary>Why something of this is not known; null where all is.</summary>
    internal string? Problem { get; init; }

    internal string Text => string.Join("\n", new[]
    {
        string.Join(", ", new[]
        {
            Name,
            Capability is { } capability ? $"compute capability {capability.Major}.{capability.Minor}" : null,
            Memory is { } memory ? string.Create(
                CultureInfo.InvariantCulture, $"{memory.Free / BytesOfGiB:F1} of {memory.Total / BytesOfGiB:F1} GiB free") : null,
        }.OfType<string>()),
        Works is null ? null : $"works: {Works}",
        Problem,
    }.Where(line => !string.IsNullOrEmpty(line)));

    internal JsonObject Json => new()
    {
        ["device"] = Device.ToString(),
        ["name"] = Name,
        ["capability"] = Capability is { } capability ? $"{capability.Major}.{capability.Minor}" : null,
        ["memory_free"] = Memory?.Free,
        ["memory_total"] = Memory?.Total,
        ["works"] = Works,
        ["problem"] = Problem,
    };

    /// <summary>The GPUs of this machine.</summary>
    internal static IReadOnlyList<Gpu> All() => [.. Enumerable.Range(0, Torch.Cuda.DeviceCount).Select(index => Of(Device.Cuda(index)))];

    private static Gpu Of(Device device)
    {
        var known = new Gpu(device);
        try
        {
            known = known with { Works = Squares(device).ToString() };
            known = known with { Name = Torch.Cuda.DeviceName(device), Capability = Torch.Cuda.Capability(device) };
            return known with { Memory = Torch.Cuda.MemoryInfo(device) };
        }
        catch (Exception problem) when (problem is ITorchException)
        {
            return known with { Problem = problem.Message };
        }
    }

    private static Tensor Squares(Device device)
    {
        var x = Torch.Tensor([1f, 2f, 3f], device: device, requiresGrad: true);
        x.Pow(2).Sum().Backward();
        return x.Grad!;
    }
}
