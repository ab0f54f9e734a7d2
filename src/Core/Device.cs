using System.Globalization;

namespace TwinGrad;

/// <summary>Where a tensor's elements live, as <c>torch.device</c>: <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
/// <param name="Type">The kind of device.</param>
/// <param name="Index">Which of its kind; null is the current one.</param>
/// <exception cref="TorchException">The index is negative, or the kind is none of the enum's.</exception>
public sealed record Device(DeviceType Type, int? Index = null)
{
    /// <summary>The kind of device.</summary>
    public DeviceType Type { get; init => field = Check.DeviceType(value); } = Check.DeviceType(Type);

    /// <summary>Which of its kind; null is the current one.</summary>
    public int? Index { get; init => field = Check.DeviceIndex(value); } = Check.DeviceIndex(Index);

    /// <summary>The processor and its memory.</summary>
    public static Device Cpu { get; } = new(DeviceType.Cpu);

    /// <summary>The current CUDA device, or the one of the given number.</summary>
    public static Device Cuda(int? index = null) => new(DeviceType.Cuda, index);

    /// <summary>Reads <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</summary>
    /// <exception cref="TorchException">The text names no device.</exception>
    public static Device Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            throw Error.EmptyDevice();
        var parts = text.Split(':');
        var index = 0;
        var known = parts.Length is 1 or 2
            && parts[0] is "cpu" or "cuda"
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out index));
        if (!known)
            throw Error.InvalidDevice(text);
        return new(parts[0] == "cpu" ? DeviceType.Cpu : DeviceType.Cuda, parts.Length == 2 ? index : null);
    }

    /// <summary>PyTorch's text of the device: <c>cuda:0</c>.</summary>
    public override string ToString()
    {
        var type = Type == DeviceType.Cpu ? "cpu" : "cuda";
        return Index is { } index ? $"{type}:{index}" : type;
    }
}

/// <summary>The kinds of device, with libtorch's numbers.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    Cpu = 0,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda = 1,
}
