namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Median(Tensor x)
        => Record("MedianBackward0", NativeMethods.THSTensor_median(x.Handle), x);

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Median(Tensor x, int dim, bool keepDim)
    {
        Check.HasElements("median", x, Dim.Wrap(dim, x.Dim));
        return Pair(RecordAll("MedianBackward1", Aten.Median.Call(x, dim, keepDim), x));
    }

    /// <inheritdoc/>
    public static Tensor Nanmedian(Tensor x)
        => Record("NanmedianBackward0", Aten.NanmedianOfAll.Call(x)[0], x);

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Nanmedian(Tensor x, int dim, bool keepDim)
    {
        Check.HasElements("nanmedian", x, Dim.Wrap(dim, x.Dim));
        return Pair(RecordAll("NanmedianBackward1", Aten.Nanmedian.Call(x, dim, keepDim), x));
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Kthvalue(Tensor x, int k, int dim, bool keepDim)
        => Pair(RecordAll("KthvalueBackward0", Aten.Kthvalue.Call(x, k, Check.Kthvalue(x, k, dim), keepDim), x));

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Mode(Tensor x, int dim, bool keepDim)
    {
        Check.HasElements("mode", x, Dim.Wrap(dim, x.Dim));
        return Pair(RecordAll("ModeBackward0", Aten.Mode.Call(x, dim, keepDim), x));
    }
}
