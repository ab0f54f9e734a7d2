namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Softmax(Tensor x, int dim)
    {
        var place = SoftmaxDim("softmax", x, dim);
        var (log, _) = Reduce(x, [place], keepDim: true, x.DType, LogSumExp);
        return TapeNode.Record(
            "SoftmaxBackward0", Zip(x, log, x.DType, (v, l) => Math.Exp(v - l)), [x],
            (g, n) => n.Result * g - n.Result * Sum(n.Result * g, [place], keepDim: true));
    }

    /// <inheritdoc/>
    public static Tensor LogSoftmax(Tensor x, int dim)
    {
        var place = SoftmaxDim("log_softmax", x, dim);
        var (log, _) = Reduce(x, [place], keepDim: true, x.DType, LogSumExp);
        return TapeNode.Record(
            "LogSoftmaxBackward0", Zip(x, log, x.DType, (v, l) => v - l), [x],
            (g, n) => g - Exp(n.Result) * Sum(g, [place], keepDim: true));
    }

    private static int SoftmaxDim(string name, Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        NeedsFloats(x.Dim == 0 || place == x.Dim - 1 ? name + "_lastdim_kernel_impl" : "softmax_kernel_impl", x);
        return place;
    }
}
