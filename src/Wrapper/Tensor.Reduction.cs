namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sum(Tensor x)
        => Record("SumBackward0", NativeMethods.THSTensor_sum(x.Handle, hasType: false, dtype: 0), x);

    /// <inheritdoc/>
    public static Tensor Sum(Tensor x, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        return Record("SumBackward0", NativeMethods.THSTensor_sum(x.Handle, hasType: true, dtype.Code), x);
    }

    /// <inheritdoc/>
    public static Tensor Sum(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        var along = Along(x, dims);
        fixed (long* pointer = along)
        {
            return Record("SumBackward1", NativeMethods.THSTensor_sum_along_dimensions(
                x.Handle, pointer, along.Length, keepDim, hasType: false, dtype: 0), x);
        }
    }

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x)
    {
        Check.Mean(x);
        return Record("MeanBackward0", NativeMethods.THSTensor_mean(x.Handle), x);
    }

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x, DType dtype)
    {
        Check.MeanInto(dtype);
        return Record("MeanBackward0", NativeMethods.THSTensor_mean_along_dimensions(
            x.Handle, dims: null, count: 0, keepDim: false, hasType: true, dtype.Code), x);
    }

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        Check.Mean(x);
        var along = Along(x, dims);
        fixed (long* pointer = along)
        {
            return Record("MeanBackward1", NativeMethods.THSTensor_mean_along_dimensions(
                x.Handle, pointer, along.Length, keepDim, hasType: false, dtype: 0), x);
        }
    }

    /// <inheritdoc/>
    public static Tensor Nansum(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
        => Named("NansumBackward0", Sum(Where(Eq(x, x), x, NumberBeside(x, 0)), dims, keepDim), x);

    /// <inheritdoc/>
    public static Tensor Prod(Tensor x)
        => Record("ProdBackward0", NativeMethods.THSTensor_prod(x.Handle, hasType: false, dtype: 0), x);

    /// <inheritdoc/>
    public static Tensor Prod(Tensor x, int dim, bool keepDim)
        => Record("ProdBackward1", NativeMethods.THSTensor_prod_along_dimensions(
            x.Handle, Dim.Wrap(dim, x.Dim), keepDim, hasType: false, dtype: 0), x);

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

    /// <inheritdoc/>
    public static Tensor Logsumexp(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        // The native function takes one dimension; over several it is done one after the other, the last ones first so that their
        // numbers keep their meaning.
        var along = Dim.WrapAll(dims, x.Dim);
        Array.Sort(along, (a, b) => b - a);
        if (along.Length == 0)
            along = [0];
        var result = x;
        foreach (var dim in along)
            result = Record("LogsumexpBackward0", NativeMethods.THSTensor_logsumexp(result.Handle, dim, keepDim), x);
        return result;
    }

    /// <inheritdoc/>
    public static Tensor All(Tensor x) => Wrap(NativeMethods.THSTensor_all(x.Handle));

    /// <inheritdoc/>
    public static Tensor All(Tensor x, int dim, bool keepDim)
        => Wrap(NativeMethods.THSTensor_all_along_dimension(x.Handle, Dim.Wrap(dim, x.Dim), keepDim));

    /// <inheritdoc/>
    public static Tensor Any(Tensor x) => Wrap(NativeMethods.THSTensor_any(x.Handle));

    /// <inheritdoc/>
    public static Tensor Any(Tensor x, int dim, bool keepDim)
        => Wrap(NativeMethods.THSTensor_any_along_dimension(x.Handle, Dim.Wrap(dim, x.Dim), keepDim));

    /// <summary>Whether libtorch has a function for it: it knows n and n - 1, and gives its own warning where that is not positive.</summary>
    private static bool IsPlain(string name, Tensor x, long[] along, double correction)
    {
        var count = Layout.CountAlong(x.Shape, along);
        Check.Moments(name, x, count, correction);
        return correction is 0 or 1 && count > correction;
    }

    private static Tensor ComposedVar(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var count = Layout.CountAlong(x.Shape, Along(x, dims));
        return Div(Sum(Pow(Sub(x, Mean(x, dims, keepDim: true)), 2), dims, keepDim), Math.Max(count - correction, 0));
    }

    /// <summary>The dimensions in libtorch's integers; a 0-dim tensor has none to name.</summary>
    private static long[] Along(Tensor x, ReadOnlySpan<int> dims)
    {
        var along = Dim.WrapAll(dims, x.Dim);
        return x.Dim == 0 ? [] : [.. along];
    }
}
