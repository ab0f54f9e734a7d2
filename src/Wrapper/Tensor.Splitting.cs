namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor[] Split(Tensor x, long size, int dim)
    {
        var (place, _) = Check.Split(x, size, dim);
        return RecordViews(
            "SplitBackward0", ResultArray.Of(allocator => NativeMethods.THSTensor_split_with_size(x.Handle, allocator, size, place)), x);
    }

    /// <inheritdoc/>
    public static Tensor[] Split(Tensor x, ReadOnlySpan<long> sizes, int dim)
    {
        var place = Check.Split(x, sizes, dim);
        var lengths = sizes.ToArray();
        return RecordViews("SplitWithSizesBackward0", ResultArray.Of(allocator =>
        {
            fixed (long* pointer = lengths)
                NativeMethods.THSTensor_split_with_sizes(x.Handle, allocator, pointer, lengths.Length, place);
        }), x);
    }

    /// <inheritdoc/>
    public static Tensor[] UnsafeSplit(Tensor x, long size, int dim)
    {
        var (place, _) = Check.Split(x, size, dim);
        return RecordAll("UnsafeSplitBackward0", Aten.UnsafeSplit.Call(x, size, place), x);
    }

    /// <inheritdoc/>
    public static Tensor[] UnsafeSplitWithSizes(Tensor x, ReadOnlySpan<long> sizes, int dim)
    {
        var place = Check.Split(x, sizes, dim);
        return RecordAll("UnsafeSplitWithSizesBackward0", Aten.UnsafeSplitWithSizes.Call(x, sizes.ToArray(), place), x);
    }

    /// <inheritdoc/>
    public static Tensor[] Unbind(Tensor x, int dim)
    {
        var place = Check.Unbind(x, dim);
        return RecordViews("UnbindBackward0", ResultArray.Of(allocator => NativeMethods.THSTensor_unbind(x.Handle, allocator, place)), x);
    }
}
