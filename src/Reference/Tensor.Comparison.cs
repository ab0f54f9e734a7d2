namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Eq(Tensor x, Tensor y) => Compare(x, y, (a, b) => a == b);

    /// <inheritdoc/>
    public static Tensor Eq(Tensor x, Scalar y) => Eq(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Ne(Tensor x, Tensor y) => Compare(x, y, (a, b) => a != b);

    /// <inheritdoc/>
    public static Tensor Ne(Tensor x, Scalar y) => Ne(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Lt(Tensor x, Tensor y) => Compare(x, y, (a, b) => a < b);

    /// <inheritdoc/>
    public static Tensor Lt(Tensor x, Scalar y) => Lt(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Le(Tensor x, Tensor y) => Compare(x, y, (a, b) => a <= b);

    /// <inheritdoc/>
    public static Tensor Le(Tensor x, Scalar y) => Le(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Gt(Tensor x, Tensor y) => Compare(x, y, (a, b) => a > b);

    /// <inheritdoc/>
    public static Tensor Gt(Tensor x, Scalar y) => Gt(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Ge(Tensor x, Tensor y) => Compare(x, y, (a, b) => a >= b);

    /// <inheritdoc/>
    public static Tensor Ge(Tensor x, Scalar y) => Ge(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Isnan(Tensor x) => Ask(x, double.IsNaN);

    /// <inheritdoc/>
    public static Tensor Isinf(Tensor x) => Ask(x, double.IsInfinity);

    /// <inheritdoc/>
    public static Tensor Isfinite(Tensor x) => Ask(x, double.IsFinite);

    private static Tensor Ask(Tensor x, Func<double, bool> question) => Map("", x, DType.Bool, v => question(v) ? 1 : 0, null);
}
