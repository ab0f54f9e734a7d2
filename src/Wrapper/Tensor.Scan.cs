namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Cumsum(Tensor x, int dim)
        => Record("CumsumBackward0", NativeMethods.THSTensor_cumsum(x.Handle, Dim.Wrap(dim, x.Dim), hasType: false, dtype: 0), x);

    /// <inheritdoc/>
    public static Tensor Cumprod(Tensor x, int dim)
        => Record("CumprodBackward0", NativeMethods.THSTensor_cumprod(x.Handle, Dim.Wrap(dim, x.Dim), hasType: false, dtype: 0), x);
}
