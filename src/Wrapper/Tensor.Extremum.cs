namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Max(Tensor x)
    {
        Check.HasElements("max", x);
        return Record("MaxBackward1", NativeMethods.THSTensor_max(x.Handle), x);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Max(Tensor x, int dim, bool keepDim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        Check.HasElements("max", x, place);
        var pair = stackalloc nint[2];
        NativeMethods.THSTensor_max_along_dimension(x.Handle, TensorPair.Into(pair), place, keepDim);
        return RecordPair("MaxBackward0", pair, x);
    }

    /// <inheritdoc/>
    public static Tensor Min(Tensor x)
    {
        Check.HasElements("min", x);
        return Record("MinBackward1", NativeMethods.THSTensor_min(x.Handle), x);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Min(Tensor x, int dim, bool keepDim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        Check.HasElements("min", x, place);
        var pair = stackalloc nint[2];
        NativeMethods.THSTensor_min_along_dimension(x.Handle, TensorPair.Into(pair), place, keepDim);
        return RecordPair("MinBackward0", pair, x);
    }

    /// <inheritdoc/>
    public static Tensor Amax(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        var along = Along(x, dims);
        Check.HasElements("amax", x, dims);
        fixed (long* pointer = along)
            return Record("AmaxBackward0", NativeMethods.THSTensor_amax(x.Handle, pointer, along.Length, keepDim), x);
    }

    /// <inheritdoc/>
    public static Tensor Amin(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        var along = Along(x, dims);
        Check.HasElements("amin", x, dims);
        fixed (long* pointer = along)
            return Record("AminBackward0", NativeMethods.THSTensor_amin(x.Handle, pointer, along.Length, keepDim), x);
    }

    /// <inheritdoc/>
    public static Tensor Argmax(Tensor x)
    {
        Check.HasElements("argmax", x);
        return Wrap(NativeMethods.THSTensor_argmax(x.Handle));
    }

    /// <inheritdoc/>
    public static Tensor Argmax(Tensor x, int dim, bool keepDim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        Check.HasElements("argmax", x, place);
        return Wrap(NativeMethods.THSTensor_argmax_along_dimension(x.Handle, place, keepDim));
    }

    /// <inheritdoc/>
    public static Tensor Argmin(Tensor x)
    {
        Check.HasElements("argmin", x);
        return Wrap(NativeMethods.THSTensor_argmin(x.Handle));
    }

    /// <inheritdoc/>
    public static Tensor Argmin(Tensor x, int dim, bool keepDim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        Check.HasElements("argmin", x, place);
        return Wrap(NativeMethods.THSTensor_argmin_along_dimension(x.Handle, place, keepDim));
    }

    /// <inheritdoc/>
    public static (Tensor Min, Tensor Max) Aminmax(Tensor x, int? dim, bool keepDim)
    {
        Check.Aminmax(x, dim);
        return Pair(RecordAll("NotImplemented", Aten.Aminmax.Call(x, (long?)dim, keepDim), x));
    }

    /// <inheritdoc/>
    public static Tensor Maximum(Tensor x, Tensor y)
        => Record("MaximumBackward0", NativeMethods.THSTensor_max_elementwise(x.Handle, Beside(x, y)), x, y);

    /// <inheritdoc/>
    public static Tensor Minimum(Tensor x, Tensor y)
        => Record("MinimumBackward0", NativeMethods.THSTensor_min_elementwise(x.Handle, Beside(x, y)), x, y);

    /// <inheritdoc/>
    public static Tensor Fmax(Tensor x, Tensor y)
        => Record("FmaxBackward0", NativeMethods.THSTensor_fmax(x.Handle, Beside(x, y)), x, y);

    /// <inheritdoc/>
    public static Tensor Fmin(Tensor x, Tensor y)
        => Record("FminBackward0", NativeMethods.THSTensor_fmin(x.Handle, Beside(x, y)), x, y);

    /// <summary>Elements, which gradients pass, and where they are.</summary>
    private static (Tensor Values, Tensor Indices) RecordPair(string name, nint* pair, Tensor x)
    {
        NativeError.Check();
        return (Record(name, pair[0], x), Wrap(pair[1]));
    }
}
