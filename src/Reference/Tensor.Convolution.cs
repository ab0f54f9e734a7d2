namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Convolution(
        Tensor x, Tensor weight, Tensor? bias, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, bool transposed,
        ReadOnlySpan<int> outputPadding, int groups)
    {
        var windows = Check.Convolution(x, weight, bias, stride, padding, dilation, transposed, outputPadding, groups);
        CheckKernel(x, windows, transposed);
        var tie = new Correlation(windows, weight.Shape, groups);
        var sums = transposed ? tie.Wide(Detach(x), Detach(weight)) : tie.Narrow(Detach(x), Detach(weight));
        if (bias is not null)
            sums += View(Contiguous(Detach(bias)), [-1, .. windows.Select(_ => 1L)]);
        return TapeNode.Record(
            "ConvolutionBackward0", sums, [x, weight, bias ?? Absent(x)],
            (g, n) => transposed ? tie.Narrow(g, n.Y) : tie.Wide(g, n.Y),
            (g, n) => transposed ? tie.Kernel(g, n.X) : tie.Kernel(n.X, g),
            (g, _) => Sum(g, [0, .. Enumerable.Range(2, windows.Length)], keepDim: false));
    }

    /// <inheritdoc/>
    public static Tensor Im2Col(
        Tensor x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> dilation, ReadOnlySpan<int> padding, ReadOnlySpan<int> stride)
    {
        var windows = Check.Im2Col(x, kernelSize, dilation, padding, stride);
        if (x.DType != DType.Bool)
            NeedsFloats("im2col_out_cpu", x);
        return Columns(x, windows);
    }

    /// <inheritdoc/>
    public static Tensor Col2Im(
        Tensor x, ReadOnlySpan<int> outputSize, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> dilation, ReadOnlySpan<int> padding,
        ReadOnlySpan<int> stride)
    {
        var windows = Check.Col2Im(x, outputSize, kernelSize, dilation, padding, stride);
        if (x.DType != DType.Bool)
            NeedsFloats("col2im_out_cpu", x);
        return Image(x, windows);
    }

    /// <summary>The windows over an image as columns: a channel's kernel places one below the other, a column for each window.</summary>
    private static Tensor Columns(Tensor x, Window[] windows)
    {
        var map = ColumnMap(windows);
        Shape shape = [.. x.Shape.Take(x.Dim - 3), x.Shape[-3] * windows[0].Size * windows[1].Size, windows[0].Count * windows[1].Count];
        return TapeNode.Record("Im2ColBackward0", map.Apply(x.Read(), shape, x.DType), [x], (g, _) => Image(g, windows));
    }

    /// <summary>What columns show, added up.</summary>
    private static Tensor Image(Tensor x, Window[] windows)
    {
        var map = ColumnMap(windows).Adjoint();
        Shape shape = [.. x.Shape.Take(x.Dim - 2), x.Shape[-2] / (windows[0].Size * windows[1].Size), windows[0].Length, windows[1].Length];
        return TapeNode.Record("Col2ImBackward0", map.Apply(x.Read(), shape, x.DType), [x], (g, _) => Columns(g, windows));
    }

    private static LinearMap ColumnMap(Window[] windows)
    {
        Shape sizes = [.. windows.Select(window => window.Size)];
        Shape counts = [.. windows.Select(window => window.Count)];
        var places = Strided.Places(sizes).SelectMany(place => Strided.Places(counts).Select(window => Window.Position(windows, window, place)));
        return new(
            windows[0].Length * windows[1].Length, sizes.Numel * counts.Numel,
            [.. places.Select((from, to) => new LinearMap.Term(to, from, 1)).Where(term => term.From >= 0)]);
    }

    /// <summary>libtorch convolves integers too, but not in every way.</summary>
    private static void CheckKernel(Tensor x, Window[] windows, bool transposed)
    {
        if (x.Numel == 0)
            return;
        var dilated = Array.Exists(windows, window => window.Dilation > 1);
        if ((transposed || dilated) && x.DType != DType.Int64)
            NeedsFloats(transposed ? $"slow_conv_transpose{Math.Max(windows.Length, 2)}d_out_cpu" : "slow_conv_dilated<>", x);
        Check.HasKernel(windows.Length == 3 ? "compute_columns3d" : "slow_conv2d_cpu", x.DType);
    }

    /// <summary>Stands for an argument that was left out, so that the others keep their places in the graph.</summary>
    private static Tensor Absent(Tensor beside) => Zero(beside);
}
