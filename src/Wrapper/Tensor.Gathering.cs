namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    // How the native function marks an index that is a tensor, and one that is a whole range.
    private const long ByTensor = long.MinValue + 5;
    private const long WholeRange = long.MinValue + 6;

    /// <inheritdoc/>
    public static Tensor Gather(Tensor x, int dim, Tensor index)
    {
        var place = Check.Gather(x, dim, index);
        return Record("GatherBackward0", NativeError.CheckElements(NativeMethods.THSTensor_gather(x.Handle, place, index.Handle)), x);
    }

    /// <inheritdoc/>
    public static Tensor Scatter(Tensor x, int dim, Tensor index, Tensor source)
    {
        var place = Check.Scatter(x, dim, index, source);
        return Record(
            "ScatterBackward0",
            NativeError.CheckElements(NativeMethods.THSTensor_scatter(x.Handle, place, index.Handle, source.Handle)), x, source);
    }

    /// <inheritdoc/>
    public static Tensor Scatter(Tensor x, int dim, Tensor index, Scalar value)
    {
        var place = Check.Scatter(x, dim, index, source: null);
        // libtorch has this form, its C exports have not: the number is a source that is the same everywhere.
        using var number = Unscoped(() => Full([], value, x.DType, x.Device, requiresGrad: false));
        using var source = Unscoped(() => Expand(number, index.Shape));
        return Record(
            "ScatterBackward1",
            NativeError.CheckElements(NativeMethods.THSTensor_scatter(x.Handle, place, index.Handle, source.Handle)), x);
    }

    /// <inheritdoc/>
    public static Tensor ScatterAdd(Tensor x, int dim, Tensor index, Tensor source)
    {
        var place = Check.Scatter(x, dim, index, source);
        return Record(
            "ScatterAddBackward0",
            NativeError.CheckElements(NativeMethods.THSTensor_scatter_add(x.Handle, place, index.Handle, source.Handle)), x, source);
    }

    /// <inheritdoc/>
    public static Tensor IndexSelect(Tensor x, int dim, Tensor index)
    {
        var place = Check.IndexSelect(x, dim, index);
        return Record("IndexSelectBackward0", NativeMethods.THSTensor_index_select(x.Handle, place, index.Handle), x);
    }

    /// <inheritdoc/>
    public static Tensor Take(Tensor x, Tensor index)
    {
        Check.Take(x, index);
        return Record("TakeBackward0", NativeMethods.THSTensor_take(x.Handle, index.Handle), x);
    }

    /// <inheritdoc/>
    public static Tensor MaskedFill(Tensor x, Tensor mask, Scalar value)
    {
        Check.MaskedFill(mask);
        return Record("MaskedFillBackward0", NativeMethods.THSTensor_masked_fill(x.Handle, mask.Handle, ScalarHandle.Of(value)), x);
    }

    /// <inheritdoc/>
    public static Tensor MaskedFill_(Tensor x, Tensor mask, Scalar value)
    {
        Check.MaskedFill(mask);
        return RecordInPlace(
            "MaskedFillBackward0", x, () => NativeMethods.THSTensor_masked_fill_(x.Handle, mask.Handle, ScalarHandle.Of(value)));
    }

    /// <inheritdoc/>
    public static Tensor MaskedSelect(Tensor x, Tensor mask)
    {
        Check.MaskedSelect(mask);
        return Record("MaskedSelectBackward0", NativeMethods.THSTensor_masked_select(x.Handle, mask.Handle), x);
    }

    /// <inheritdoc/>
    public static Tensor Nonzero(Tensor x) => Wrap(NativeMethods.THSTensor_nonzero(x.Handle));

    /// <inheritdoc/>
    public static Tensor Index(Tensor x, ReadOnlySpan<Tensor?> indices)
    {
        Check.Index(x, indices);
        using var held = HandleArray.Hold(indices);
        fixed (long* starts = Starts(indices))
        fixed (nint* tensors = held.Pointers)
            return Record("IndexBackward0", NativeMethods.THSTensor_index(x.Handle, starts, ends: null, steps: null, tensors, held.Count), x);
    }

    /// <inheritdoc/>
    public static Tensor IndexPut_(Tensor x, ReadOnlySpan<Tensor?> indices, Tensor value)
    {
        Check.Index(x, indices);
        using var held = HandleArray.Hold(indices);
        var (starts, tensors) = (Starts(indices), held.Pointers);
        return RecordInPlace(
            "IndexPutBackward0", x,
            () =>
            {
                fixed (long* startPointer = starts)
                fixed (nint* tensorPointer = tensors)
                {
                    NativeMethods.THSTensor_index_put_(
                        x.Handle, startPointer, ends: null, steps: null, tensorPointer, tensors.Length, value.Handle, accumulate: false);
                }
            },
            value);
    }

    private static long[] Starts(ReadOnlySpan<Tensor?> indices)
    {
        var starts = new long[indices.Length];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = indices[i] is null ? WholeRange : ByTensor;
        return starts;
    }
}
