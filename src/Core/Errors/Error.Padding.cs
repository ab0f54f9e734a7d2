namespace TwinGrad;

internal static partial class Error
{
    internal static TorchNotImplementedException NoPadMode(PadMode mode) => new($"Unrecognised padding mode {mode}");

    internal static TorchArgumentException PadCount() => new("Padding length must be divisible by 2");

    internal static TorchArgumentException PadOfMoreDims(int pad, int count)
        => new("Padding length should be less than or equal to two times the input dimension but got padding length "
            + $"{pad} and input of dimension {count}");

    internal static TorchArgumentException PadValue(PadMode mode)
        => new($"Padding mode \"{mode.ToString().ToLowerInvariant()}\" doesn't take in value argument");

    internal static TorchNotImplementedException PadDims()
        => new("Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now");

    internal static TorchArgumentException ConstantPadCount(int pad)
        => new($"Length of pad must be even but instead it equals {pad}");

    internal static TorchArgumentException ConstantPadOfMoreDims(int pad, int count)
        => new("Length of pad should be no more than twice the number of dimensions of the input. Pad length is "
            + $"{pad} while the input has {count} dimensions.");

    internal static TorchArgumentException PadCutsTooMuch(long length, long before, long after, int dim)
        => new($"The input size {length}, plus negative padding {before} and {after} resulted in a negative output size, which is invalid. "
            + $"Check dimension {dim} of your input.");

    internal static TorchArgumentException EdgePadDims(int padded, Shape shape)
        => new($"Expected {padded + 1}D or {padded + 2}D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for "
            + $"input, but got: {shape}");

    internal static TorchArgumentException ReflectionBeyond(long before, long after, int dim, Shape shape)
        => new("Argument #4: Padding size should be less than the corresponding input dimension, but got: padding "
            + $"({before}, {after}) at dimension {dim} of input {shape}");

    internal static TorchArgumentException EdgePadTooSmall(Shape shape, long length, int dim)
        => new($"input {shape} is too small: its padded dimension {dim} would have the length {length}");

    internal static TorchArgumentException CircularPadCount(int expected, int got)
        => new($"Invalid padding size, expected {expected} but got {got}");

    internal static TorchArgumentException CircularPadWraps() => new("Padding value causes wrapping around more than once.");

    internal static TorchArgumentException CircularPadEmpty()
        => new("Negative padding value is resulting in an empty dimension");
}
