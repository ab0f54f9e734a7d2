namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Convolution(
        Tensor x, Tensor weight, Tensor? bias, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, bool transposed,
        ReadOnlySpan<int> outputPadding, int groups)
    {
        Check.Convolution(x, weight, bias, stride, padding, dilation, transposed, outputPadding, groups);
        var results = Aten.Convolution.Call(
            x, weight, bias, stride.ToArray(), padding.ToArray(), dilation.ToArray(), transposed, outputPadding.ToArray(), groups);
        return Record("ConvolutionBackward0", results[0], x, weight, bias);
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
