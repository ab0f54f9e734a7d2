namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Dot(Tensor x, Tensor y)
    {
        Check.Dot(x, y);
        return Record("DotBackward0", NativeMethods.THSTensor_dot(x.Handle, y.Handle), x, y);
    }

    /// <inheritdoc/>
    public static Tensor Mv(Tensor x, Tensor y)
    {
        Check.Mv(x, y);
        return Record("MvBackward0", NativeMethods.THSTensor_mv(x.Handle, y.Handle), x, y);
    }

    /// <inheritdoc/>
    public static Tensor Mm(Tensor x, Tensor y)
    {
        Check.Mm(x, y);
        return Record("MmBackward0", NativeMethods.THSTensor_mm(x.Handle, y.Handle), x, y);
    }

    /// <inheritdoc/>
    public static Tensor Bmm(Tensor x, Tensor y)
    {
        Check.Bmm(x, y);
        return Record("BmmBackward0", NativeMethods.THSTensor_bmm(x.Handle, y.Handle), x, y);
    }

    /// <inheritdoc/>
    public static Tensor Addmm(Tensor x, Tensor mat1, Tensor mat2, double beta, double alpha)
    {
        Check.Addmm(x, mat1, mat2);
        // The native function takes factors in single precision.
        return (float)beta == beta && (float)alpha == alpha
            ? Record("AddmmBackward0", NativeMethods.THSTensor_addmm(x.Handle, mat1.Handle, mat2.Handle, (float)beta, (float)alpha), x, mat1, mat2)
            : Named("AddmmBackward0", Add(Mul(x, beta), Mul(Mm(mat1, mat2), alpha)), x, mat1, mat2);
    }
}
