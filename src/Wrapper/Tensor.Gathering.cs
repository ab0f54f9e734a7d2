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
    public static Tensor MaskedFill(Tensor x, Tensor mask, Tensor value)
    {
        Check.MaskedFill(mask, value);
        return Record("MaskedFillBackward1", Aten.MaskedFill.Call(x, mask, value)[0], x, value);
    }

    /// <inheritdoc/>
    public static Tensor MaskedFill_(Tensor x, Tensor mask, Tensor value)
    {
        Check.MaskedFill(mask, value);
        return RecordInPlace("MaskedFillBackward1", x, () => Aten.MaskedFill_.Run(x, mask, value), value);
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

    private static long[] Starts(ReadOnlySpan<Tensor?> indices)
    {
        var starts = new long[indices.Length];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = indices[i] is null ? WholeRange : ByTensor;
        return starts;
    }
}
