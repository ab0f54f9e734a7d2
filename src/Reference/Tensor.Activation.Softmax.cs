namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Softmax(Tensor x, int dim)
    {
        var place = SoftmaxDim("softmax", x, dim);
        var (largest, sum) = Shifted(x, place);
        return TapeNode.Record(
            "SoftmaxBackward0", Zip(Zip(x, largest, x.DType, (v, top) => Math.Exp(v - top)), sum, x.DType, (v, total) => v / total), [x],
            (g, n) => n.Result * g - n.Result * Sum(n.Result * g, [place], keepDim: true));
    }

    /// <inheritdoc/>
    public static Tensor LogSoftmax(Tensor x, int dim)
    {
        var place = SoftmaxDim("log_softmax", x, dim);
        var (largest, sum) = Shifted(x, place);
        return TapeNode.Record(
            "LogSoftmaxBackward0", Zip(Zip(x, largest, x.DType, (v, top) => v - top), sum, x.DType, (v, total) => v - Math.Log(total)), [x],
            (g, n) => g - Exp(n.Result) * Sum(g, [place], keepDim: true));
    }

    /// <summary>The largest element m and the sum of exp(x - m): apart from each other, as the logarithm of large numbers rounds.</summary>
    private static (Tensor Largest, Tensor Sum) Shifted(Tensor x, int place)
    {
        var (largest, _) = Reduce(x, [place], keepDim: true, x.DType, elements => elements.IsEmpty ? 0 : elements[IndexOfLargest(elements)]);
        var (sum, _) = Reduce(Zip(x, largest, x.DType, (v, top) => Math.Exp(v - top)), [place], keepDim: true, x.DType, elements => Total(elements, v => v));
        return (largest, sum);
    }

    private static int SoftmaxDim(string name, Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        NeedsFloats(x.Dim == 0 || place == x.Dim - 1 ? name + "_lastdim_kernel_impl" : "softmax_kernel_impl", x);
        return place;
    }
}
