namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Cumsum(Tensor x, int dim, DType? dtype = null)
        => Record(
            "CumsumBackward0",
            NativeMethods.THSTensor_cumsum(x.Handle, Dim.Wrap(dim, x.Dim), hasType: dtype is not null, dtype?.Code ?? 0), x);

    /// <inheritdoc/>
    public static Tensor Cumprod(Tensor x, int dim, DType? dtype = null)
        => Record(
            "CumprodBackward0",
            NativeMethods.THSTensor_cumprod(x.Handle, Dim.Wrap(dim, x.Dim), hasType: dtype is not null, dtype?.Code ?? 0), x);

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Cummax(Tensor x, int dim)
        => Pair(RecordAll("CummaxBackward0", Aten.Cummax.Call(x, dim), x));

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Cummin(Tensor x, int dim)
        => Pair(RecordAll("CumminBackward0", Aten.Cummin.Call(x, dim), x));

    /// <inheritdoc/>
    public static Tensor Logcumsumexp(Tensor x, int dim)
        => Record("LogcumsumexpBackward0", Aten.Logcumsumexp.Call(x, dim)[0], x);
}
