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
    public static Tensor Sum(Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null)
    {
        var along = Along(x, dims);
        fixed (long* pointer = along)
        {
            return Record("SumBackward1", NativeMethods.THSTensor_sum_along_dimensions(
                x.Handle, pointer, along.Length, keepDim, hasType: dtype is not null, dtype?.Code ?? 0), x);
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
    public static Tensor Mean(Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null)
    {
        Check.Mean(x, dtype);
        var along = Along(x, dims);
        fixed (long* pointer = along)
        {
            return Record("MeanBackward1", NativeMethods.THSTensor_mean_along_dimensions(
                x.Handle, pointer, along.Length, keepDim, hasType: dtype is not null, dtype?.Code ?? 0), x);
        }
    }

    /// <inheritdoc/>
    public static Tensor Nansum(Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null)
        => Named("NansumBackward0", Sum(Where(Eq(x, x), x, NumberBeside(x, 0)), dims, keepDim, dtype), x);

    /// <inheritdoc/>
    public static Tensor Prod(Tensor x, DType? dtype = null)
        => Record("ProdBackward0", NativeMethods.THSTensor_prod(x.Handle, hasType: dtype is not null, dtype?.Code ?? 0), x);

    /// <inheritdoc/>
    public static Tensor Prod(Tensor x, int dim, bool keepDim, DType? dtype = null)
        => Record("ProdBackward1", NativeMethods.THSTensor_prod_along_dimensions(
            x.Handle, Dim.Wrap(dim, x.Dim), keepDim, hasType: dtype is not null, dtype?.Code ?? 0), x);

    /// <inheritdoc/>
    public static Tensor Logsumexp(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
        => Record("LogsumexpBackward0", Aten.Logsumexp.Call(x, Along(x, dims), keepDim)[0], x);

    /// <inheritdoc/>
    public static Tensor All(Tensor x) => Wrap(NativeMethods.THSTensor_all(x.Handle));

    /// <inheritdoc/>
    public static Tensor All(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
        => Wrap(Aten.All.Call(x, Along(x, dims), keepDim)[0]);

    /// <inheritdoc/>
    public static Tensor Any(Tensor x) => Wrap(NativeMethods.THSTensor_any(x.Handle));

    /// <inheritdoc/>
    public static Tensor Any(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
        => Wrap(Aten.Any.Call(x, Along(x, dims), keepDim)[0]);

    /// <inheritdoc/>
    public static Tensor Renorm(Tensor x, Scalar p, int dim, Scalar maxnorm)
        => Record("RenormBackward0", Aten.Renorm.Call(x, p, Check.Renorm(x, p, dim, maxnorm), maxnorm)[0], x);

    /// <summary>The dimensions in libtorch's integers; a 0-dim tensor has none to name.</summary>
    private static long[] Along(Tensor x, ReadOnlySpan<int> dims)
    {
        var along = Dim.WrapAll(dims, x.Dim);
        return x.Dim == 0 ? [] : [.. along];
    }
}
