namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sinc(Tensor x) => Record("SincBackward0", NativeMethods.THSTensor_sinc(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Logit(Tensor x, double? eps)
    {
        var bound = eps ?? 0;
        return Record("LogitBackward0", NativeMethods.THSTensor_logit(x.Handle, eps is null ? null : &bound), x);
    }

    /// <inheritdoc/>
    public static Tensor Lgamma(Tensor x) => Record("LgammaBackward0", NativeMethods.THSSpecial_gammaln(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Digamma(Tensor x) => Record("DigammaBackward0", NativeMethods.THSTensor_digamma(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Polygamma(long n, Tensor x)
    {
        Check.Polygamma(n);
        return Record("PolygammaBackward0", NativeMethods.THSTensor_polygamma(x.Handle, n), x);
    }

    /// <inheritdoc/>
    public static Tensor Mvlgamma(Tensor x, long p)
    {
        Check.Mvlgamma(x, p);
        return Record("MvlgammaBackward0", NativeMethods.THSTensor_mvlgamma(x.Handle, p), x);
    }

    /// <inheritdoc/>
    public static Tensor Zeta(Tensor x, Tensor other)
        => Record("SpecialZetaBackward0", NativeMethods.THSSpecial_zeta(x.Handle, other.Handle), x, other);

    /// <inheritdoc/>
    public static Tensor Erfinv(Tensor x) => Record("ErfinvBackward0", NativeMethods.THSTensor_erfinv(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Erfcx(Tensor x) => Record("SpecialErfcxBackward0", Aten.Erfcx.Call(x)[0], x);

    /// <inheritdoc/>
    public static Tensor Ndtr(Tensor x)
    {
        using var scaled = Record("MulBackward1", NativeMethods.THSTensor_mul_scalar(x.Handle, ScalarHandle.Of(Math.Sqrt(0.5))), x);
        using var erf = Erf(scaled);
        using var twice = Record("AddBackward1", NativeMethods.THSTensor_add_scalar(erf.Handle, ScalarHandle.One, ScalarHandle.One), erf);
        return Record("MulBackward1", NativeMethods.THSTensor_mul_scalar(twice.Handle, ScalarHandle.Of(0.5)), twice);
    }

    /// <inheritdoc/>
    public static Tensor Ndtri(Tensor x) => Record("SpecialNdtriBackward0", NativeMethods.THSSpecial_ndtri(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor LogNdtr(Tensor x) => Record("SpecialLogNdtrBackward0", Aten.LogNdtr.Call(x)[0], x);

    /// <inheritdoc/>
    public static Tensor Entr(Tensor x) => Record("SpecialEntrBackward0", NativeMethods.THSSpecial_entr(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor I0(Tensor x) => Record("I0Backward0", NativeMethods.THSTensor_i0(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor I0e(Tensor x) => Record("SpecialI0EBackward0", NativeMethods.THSSpecial_i0e(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor I1(Tensor x) => Record("SpecialI1Backward0", NativeMethods.THSSpecial_i1(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor I1e(Tensor x) => Record("SpecialI1EBackward0", NativeMethods.THSSpecial_i1e(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Xlog1py(Tensor x, Tensor y)
        => Record("SpecialXlog1PyBackward0", NativeMethods.THSSpecial_xlog1py(x.Handle, y.Handle), x, y);

    /// <inheritdoc/>
    public static Tensor Xlog1py(Tensor x, Scalar y) => Record("SpecialXlog1PyBackward2", Aten.Xlog1pyByNumber.Call(x, y)[0], x);

    /// <inheritdoc/>
    public static Tensor Xlog1py(Scalar x, Tensor y) => Record("SpecialXlog1PyBackward1", Aten.Xlog1pyOfNumber.Call(x, y)[0], y);
}
