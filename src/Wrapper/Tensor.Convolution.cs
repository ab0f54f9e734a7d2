namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Convolution(
        Tensor x, Tensor weight, Tensor? bias, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, bool transposed,
        ReadOnlySpan<int> outputPadding, int groups)
    {
        Check.Convolution(x, weight, bias, stride, padding, dilation, transposed, outputPadding, groups);
        // The interpreter takes lists as tensors that it makes and reads again, which takes longer than a small convolution.
        var result = !transposed && x.Dim is 3 or 4 or 5
            ? NativeConvolution(x, weight, bias, Lengths(stride), Lengths(padding), Lengths(dilation), groups)
            : Aten.Convolution.Call(
                x, weight, bias, stride.ToArray(), padding.ToArray(), dilation.ToArray(), transposed, outputPadding.ToArray(), groups)[0];
        return Record("ConvolutionBackward0", result, x, weight, bias);
    }

    private static nint NativeConvolution(Tensor x, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] dilation, int groups)
    {
        var (n, input, filter) = (stride.Length, x.Handle, weight.Handle);
        fixed (long* s = stride, p = padding, d = dilation)
        {
            return (x.Dim, bias) switch
            {
                (3, null) => NativeMethods.THSTensor_conv1d(input, filter, 0, s, n, p, n, d, n, groups),
                (3, _) => NativeMethods.THSTensor_conv1d(input, filter, bias.Handle, s, n, p, n, d, n, groups),
                (4, null) => NativeMethods.THSTensor_conv2d(input, filter, 0, s, n, p, n, d, n, groups),
                (4, _) => NativeMethods.THSTensor_conv2d(input, filter, bias.Handle, s, n, p, n, d, n, groups),
                (_, null) => NativeMethods.THSTensor_conv3d(input, filter, 0, s, n, p, n, d, n, groups),
                _ => NativeMethods.THSTensor_conv3d(input, filter, bias.Handle, s, n, p, n, d, n, groups),
            };
        }
    }

    private static long[] Lengths(ReadOnlySpan<int> values)
    {
        var lengths = new long[values.Length];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = values[i];
        return lengths;
    }

    /// <inheritdoc/>
    public static Tensor Im2Col(
        Tensor x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> dilation, ReadOnlySpan<int> padding, ReadOnlySpan<int> stride)
    {
        Check.Im2Col(x, kernelSize, dilation, padding, stride);
        var results = Aten.Im2Col.Call(x, kernelSize.ToArray(), dilation.ToArray(), padding.ToArray(), stride.ToArray());
        return Record("Im2ColBackward0", results[0], x);
    }

    /// <inheritdoc/>
    public static Tensor Col2Im(
        Tensor x, ReadOnlySpan<int> outputSize, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> dilation, ReadOnlySpan<int> padding,
        ReadOnlySpan<int> stride)
    {
        Check.Col2Im(x, outputSize, kernelSize, dilation, padding, stride);
        var results = Aten.Col2Im.Call(
            x, outputSize.ToArray(), kernelSize.ToArray(), dilation.ToArray(), padding.ToArray(), stride.ToArray());
        return Record("Col2ImBackward0", results[0], x);
    }
}
