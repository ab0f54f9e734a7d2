namespace TwinGrad.Conformance.Python;

/// <summary>Python's texts of devices.</summary>
internal static class PythonDevice
{
    // PyTorch knows these kinds; the library says of them what it says of any other text, so that there is nothing to compare.
    private static readonly string[] Others = ["meta", "mps", "xpu", "hip", "xla", "fpga", "hpu", "vulkan", "mkldnn", "opengl", "ort"];

    /// <summary>The device of such a text.</summary>
    /// <exception cref="PythonUnsupportedException">The library has no device of that kind.</exception>
    internal static Device Parse(string text)
        => Others.Contains(text.Split(':')[0]) ? throw new PythonUnsupportedException($"device {text}") : Device.Parse(text);

    /// <summary><c>torch.device(...)</c>.</summary>
    internal static Device Of(PythonArguments arguments) => arguments.Positional switch
    {
        [string text] => Parse(text),
        ["cuda", Scalar { Kind: DTypeCategory.Integer } index] => Device.Cuda((int)index.ToInt64()),
        _ => throw new PythonUnsupportedException($"device({arguments})"),
    };
}
