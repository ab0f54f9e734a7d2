namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Var(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var along = Along(x, dims);
        if (!IsPlain("var", x, along, correction))
            return Named("VarBackward0", ComposedVar(x, dims, correction, keepDim), x);
        nint mean;
        fixed (long* pointer = along)
        {
            var variance = Record("VarBackward0", NativeMethods.THSTensor_var_mean_along_dimensions(
                x.Handle, pointer, along.Length, unbiased: correction == 1, keepDim, &mean), x);
            NativeMethods.THSTensor_dispose(mean);
            return variance;
        }
    }

    /// <inheritdoc/>
    public static Tensor Std(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var along = Along(x, dims);
        if (!IsPlain("std", x, along, correction))
            return Named("StdBackward0", Sqrt(ComposedVar(x, dims, correction, keepDim)), x);
        fixed (long* pointer = along)
        {
            return Record("StdBackward0", NativeMethods.THSTensor_std_along_dimensions(
                x.Handle, pointer, along.Length, unbiased: correction == 1, keepDim), x);
        }
    }

    /// <inheritdoc/>
    public static (Tensor Var, Tensor Mean) VarMean(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var along = Along(x, dims);
        return HasFreedom("var_mean", x, along, correction)
            ? Pair(RecordAll("VarMeanBackward0", Aten.VarMean.Call(x, along, correction, keepDim), x))
            : Named("VarMeanBackward0", (ComposedVar(x, dims, correction, keepDim), Mean(x, dims, keepDim)), x);
    }

    /// <inheritdoc/>
    public static (Tensor Std, Tensor Mean) StdMean(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var along = Along(x, dims);
        return HasFreedom("std_mean", x, along, correction)
            ? Pair(RecordAll("StdMeanBackward0", Aten.StdMean.Call(x, along, correction, keepDim), x))
            : Named("StdMeanBackward0", (Sqrt(ComposedVar(x, dims, correction, keepDim)), Mean(x, dims, keepDim)), x);
    }

    /// <inheritdoc/>
    public static Tensor Norm(Tensor x, Scalar p, ReadOnlySpan<int> dims, bool keepDim)
    {
        var along = Along(x, dims);
        Check.Norm(x, p, dims);
        fixed (long* pointer = along)
        {
            return Record("LinalgVectorNormBackward0", NativeMethods.THSLinalg_vector_norm(
                x.Handle, ScalarHandle.Of(p), pointer, along.Length, keepDim), x);
        }
    }

    /// <summary>Whether an export knows the correction, n or n - 1, and libtorch has no warning of its own to give.</summary>
    private static bool IsPlain(string name, Tensor x, long[] along, double correction)
        => HasFreedom(name, x, along, correction) && correction is 0 or 1;

    /// <summary>Whether degrees of freedom are left; where none are, libtorch would give its own warning beside ours.</summary>
    private static bool HasFreedom(string name, Tensor x, long[] along, double correction)
    {
        var count = Layout.CountAlong(x.Shape, along);
        Check.Moments(name, x, count, correction);
        return count > correction;
    }

    private static Tensor ComposedVar(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var count = Layout.CountAlong(x.Shape, Along(x, dims));
        return Div(Sum(Pow(Sub(x, Mean(x, dims, keepDim: true)), 2), dims, keepDim), Math.Max(count - correction, 0));
    }
}
