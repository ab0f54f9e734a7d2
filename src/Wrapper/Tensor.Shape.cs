namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor View(Tensor x, ReadOnlySpan<long> shape)
        => RecordView("ViewBackward0", NativeView(x, shape), x);

    /// <inheritdoc/>
    public static Tensor UnsafeView(Tensor x, ReadOnlySpan<long> shape)
        => Record("UnsafeViewBackward0", NativeView(x, shape), x);

    /// <inheritdoc/>
    public static Tensor Expand(Tensor x, ReadOnlySpan<long> shape)
    {
        fixed (long* lengths = Layout.Expand(Check.Given(x).Shape, x.Strides, shape, x.DType).Shape)
            return RecordView("ExpandBackward0", NativeMethods.THSTensor_expand(x.Handle, lengths, shape.Length, isImplicit: false), x);
    }

    /// <inheritdoc/>
    public static Tensor Permute(Tensor x, ReadOnlySpan<int> dims)
    {
        long[] order = [.. Check.Permute(x.Dim, dims)];
        fixed (long* pointer = order)
            return RecordView("PermuteBackward0", NativeMethods.THSTensor_permute(x.Handle, pointer, order.Length), x);
    }

    /// <inheritdoc/>
    public static Tensor Transpose(Tensor x, int dim0, int dim1)
        => RecordView(
            "TransposeBackward0", NativeMethods.THSTensor_transpose(x.Handle, Dim.Wrap(dim0, x.Dim), Dim.Wrap(dim1, x.Dim)), x);

    /// <inheritdoc/>
    public static Tensor Transpose(Tensor x)
    {
        if (x.Dim > 2)
            throw Error.TransposeOfMany(x.Dim);
        return RecordView("TBackward0", NativeMethods.THSTensor_t(x.Handle), x);
    }

    /// <inheritdoc/>
    public static Tensor Unsqueeze(Tensor x, int dim)
        => RecordView("UnsqueezeBackward0", NativeMethods.THSTensor_unsqueeze(x.Handle, Dim.Wrap(dim, x.Dim + 1)), x);

    /// <inheritdoc/>
    public static Tensor Squeeze(Tensor x, int dim)
        => RecordView("SqueezeBackward1", NativeMethods.THSTensor_squeeze(x.Handle, Dim.Wrap(dim, x.Dim)), x);

    /// <inheritdoc/>
    public static Tensor Squeeze(Tensor x, ReadOnlySpan<int> dims)
        => RecordView("SqueezeBackward2", Aten.SqueezeDims.Call(x, Dim.WrapGiven(dims, x.Dim))[0], x);

    /// <inheritdoc/>
    public static Tensor Squeeze(Tensor x)
        => RecordView("SqueezeBackward0", NativeMethods.THSTensor_squeeze_no_dim(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Diagonal(Tensor x, int offset, int dim1, int dim2)
    {
        var (first, second) = Check.Diagonal("diagonal", x.Dim, dim1, dim2);
        return RecordView("DiagonalBackward0", NativeMethods.THSTensor_diagonal(x.Handle, offset, first, second), x);
    }

    /// <inheritdoc/>
    public static Tensor DiagonalCopy(Tensor x, int offset, int dim1, int dim2)
    {
        var (first, second) = Check.Diagonal("diagonal", x.Dim, dim1, dim2);
        return Record("DiagonalBackward0_copy", Aten.DiagonalCopy.Call(x, offset, first, second)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor DiagEmbed(Tensor x, int offset, int dim1, int dim2)
    {
        var (first, second) = Check.Diagonal("diag_embed", x.Dim + 1, dim1, dim2);
        return Record("DiagEmbedBackward0", NativeMethods.THSTensor_diag_embed(x.Handle, offset, first, second), x);
    }

    /// <inheritdoc/>
    public static Tensor AsStrided(Tensor x, ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset)
    {
        Check.AsStrided(size, stride, storageOffset);
        return RecordView("AsStridedBackward0", Aten.AsStrided.Call(x, size.ToArray(), stride.ToArray(), storageOffset)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor Trace(Tensor x)
    {
        Check.Trace(x.Dim);
        return Record("TraceBackward0", Aten.Trace.Call(x)[0], x);
    }

    private static nint NativeView(Tensor x, ReadOnlySpan<long> shape)
    {
        var target = Layout.IsShapeOf(shape, x.Numel) ? shape : Layout.InferShape(shape, x.Numel);
        if (!NativeMethods.THSTensor_is_contiguous(x.Handle) && !Layout.TryView(x.Shape, x.Strides, target, out _))
            throw Error.NoSuchView();
        fixed (long* lengths = target)
            return NativeMethods.THSTensor_view(x.Handle, lengths, target.Length);
    }
}
