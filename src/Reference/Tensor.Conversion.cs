namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <summary>The value of a tensor of one element: Python's <c>float(x)</c>. Warns where x requires grad; <c>Item</c> does not.</summary>
    public static explicit operator double(Tensor x) => TensorConversion.ToDouble(x);

    /// <summary>The value of a tensor of one element: Python's <c>float(x)</c>. Warns where x requires grad; <c>Item</c> does not.</summary>
    public static explicit operator float(Tensor x) => (float)TensorConversion.ToDouble(x);

    /// <summary>The value of a tensor of one element, without its fraction: Python's <c>int(x)</c>.</summary>
    /// <exception cref="TorchArgumentException">It is NaN or infinite.</exception>
    public static explicit operator long(Tensor x) => TensorConversion.ToInteger<Tensor, long>(x);

    /// <summary>The value of a tensor of one element, without its fraction: Python's <c>int(x)</c>.</summary>
    /// <exception cref="TorchException">It does not fit 32 bits.</exception>
    /// <exception cref="TorchArgumentException">It is NaN or infinite.</exception>
    public static explicit operator int(Tensor x) => TensorConversion.ToInteger<Tensor, int>(x);

    /// <summary>Whether the one element is other than zero: Python's <c>bool(x)</c>.</summary>
    /// <exception cref="TorchException">There are several elements, or none.</exception>
    public static explicit operator bool(Tensor x) => TensorConversion.ToBoolean(x);
}
