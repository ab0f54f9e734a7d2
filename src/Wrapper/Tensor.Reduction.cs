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

    /// <summary>The dimensions in libtorch's integers; a 0-dim tensor has none to name.</summary>
    private static long[] Along(Tensor x, ReadOnlySpan<int> dims)
    {
        var along = Dim.WrapAll(dims, x.Dim);
        return x.Dim == 0 ? [] : [.. along];
    }
}
