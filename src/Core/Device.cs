using System.Globalization;

namespace TwinGrad;

/// <summary>Where a tensor's elements live, as <c>torch.device</c>: <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>; or where they are to be made: <c>auto</c>.</summary>
/// <param name="Type">The kind of device.</param>
/// <param name="Index">Which of its kind; null is the current one.</param>
/// <exception cref="TorchException">The index is negative or one of <c>auto</c>, or the kind is none of the enum's.</exception>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/tensor_attributes.html#torch.device"/>; <c>auto</c> is this library's own.</remarks>
public sealed record Device(DeviceType Type, int? Index = null)
{
    private const string AutoText = "auto";

    /// <summary>The kind of device.</summary>
    public DeviceType Type { get; init => field = Check.DeviceType(value, Index); } = Check.DeviceType(Type, Index);

    /// <summary>Which of its kind; null is the current one.</summary>
    public int? Index { get; init => field = Check.DeviceIndex(Type, value); } = Check.DeviceIndex(Type, Index);

    /// <summary>The best device that the engine has here: libtorch's is the current CUDA device if there is one, else the CPU; the reference's is the CPU.</summary>
    /// <remarks>
    /// It goes wherever a device is asked for, and each engine reads it when it makes or moves a tensor. No tensor's own device is
    /// <c>auto</c>: it is the one that was found.
    /// </remarks>
    public static Device Auto { get; } = new(DeviceType.Auto);

    /// <summary>The processor and its memory.</summary>
    public static Device Cpu { get; } = new(DeviceType.Cpu);

    /// <summary>The current CUDA device, or the one of the given number.</summary>
    public static Device Cuda(int? index = null) => new(DeviceType.Cuda, index);

    /// <summary>Reads <c>cpu</c>, <c>cuda</c>, <c>cuda:N</c> or <c>auto</c>.</summary>
    /// <exception cref="TorchException">The text names no device.</exception>
    public static Device Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            throw Error.EmptyDevice();
        if (text == AutoText)
            return Auto;
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
        var type = Type switch { DeviceType.Cpu => "cpu", DeviceType.Cuda => "cuda", _ => AutoText };
        return Index is { } index ? $"{type}:{index}" : type;
    }
}

/// <summary>The kinds of device, with libtorch's numbers.</summary>
public enum DeviceType
{
    /// <summary>No kind of its own, but a wish: the best that the engine has here. See <see cref="Device.Auto"/>.</summary>
    Auto = -1,

    /// <summary>The processor.</summary>
    Cpu = 0,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda = 1,
}
