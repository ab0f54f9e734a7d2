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
    public static Tensor Vdot(Tensor x, Tensor y)
    {
        Check.Dot(x, y);
        return Record("VdotBackward0", Aten.Vdot.Call(x, y)[0], x, y);
    }

    /// <inheritdoc/>
    public static Tensor Addmm(Tensor x, Tensor mat1, Tensor mat2, Scalar beta, Scalar alpha)
    {
        Check.Addmm(x, mat1, mat2);
        // The export is the shorter way, but takes factors in single precision.
        var (single, times) = ((float)beta.ToDouble(), (float)alpha.ToDouble());
        return Record(
            "AddmmBackward0",
            single == beta.ToDouble() && times == alpha.ToDouble()
                ? NativeMethods.THSTensor_addmm(x.Handle, mat1.Handle, mat2.Handle, single, times)
                : Aten.Addmm.Call(x, mat1, mat2, beta, alpha)[0],
            x, mat1, mat2);
    }

    /// <inheritdoc/>
    public static Tensor Addmv(Tensor x, Tensor mat, Tensor vec, Scalar beta, Scalar alpha)
    {
        Check.Addmv(x, mat, vec);
        return Record("AddmvBackward0", Aten.Addmv.Call(x, mat, vec, beta, alpha)[0], x, mat, vec);
    }

    /// <inheritdoc/>
    public static Tensor Addr(Tensor x, Tensor vec1, Tensor vec2, Scalar beta, Scalar alpha)
    {
        Check.Addr(x, vec1, vec2);
        return Record("AddrBackward0", Aten.Addr.Call(x, vec1, vec2, beta, alpha)[0], x, vec1, vec2);
    }

    /// <inheritdoc/>
    public static Tensor Addbmm(Tensor x, Tensor batch1, Tensor batch2, Scalar beta, Scalar alpha)
    {
        Check.Addbmm(x, batch1, batch2);
        return Record("AddbmmBackward0", Aten.Addbmm.Call(x, batch1, batch2, beta, alpha)[0], x, batch1, batch2);
    }

    /// <inheritdoc/>
    public static Tensor Baddbmm(Tensor x, Tensor batch1, Tensor batch2, Scalar beta, Scalar alpha)
    {
        Check.Baddbmm(x, batch1, batch2);
        return Record("BaddbmmBackward0", Aten.Baddbmm.Call(x, batch1, batch2, beta, alpha)[0], x, batch1, batch2);
    }

    /// <inheritdoc/>
    public static Tensor LinalgCross(Tensor x, Tensor y, int dim)
    {
        Check.LinalgCross(x, y, dim);
        return Record("LinalgCrossBackward0", Aten.LinalgCross.Call(x, y, dim)[0], x, y);
    }

    /// <inheritdoc/>
    public static Tensor MatrixExp(Tensor x)
    {
        Check.MatrixExp(x);
        return Record("LinalgMatrixExpBackward0", Aten.MatrixExp.Call(x)[0], x);
    }
}
