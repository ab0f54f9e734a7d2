namespace TwinGrad;

internal static partial class Check
{
    internal static void Select<T>(T x, int dim, long index)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.SelectOf0Dim();
        var length = x.Shape[dim];
        if (index < -length || index >= length)
            throw Error.SelectOutOfRange(index, dim, x.Shape);
    }

    internal static int Slice<T>(T x, int dim, long step)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.SliceOf0Dim();
        return step > 0 ? Dim.Wrap(dim, x.Dim) : throw Error.SliceStep(step);
    }

    /// <summary>The two dimensions of a diagonal, counted from the front.</summary>
    internal static (int First, int Second) Diagonal(string name, int count, int dim1, int dim2)
    {
        var (first, second) = (Dim.Wrap(dim1, count), Dim.Wrap(dim2, count));
        return first != second ? (first, second) : throw Error.DiagonalDims(name, dim1, dim2);
    }

    internal static int[] Permute(int count, ReadOnlySpan<int> dims)
    {
        if (dims.Length != count)
            throw Error.PermuteCount(dims.Length, count);
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = Dim.Wrap(dims[i], count);
            if (Array.IndexOf(order, order[i], 0, i) >= 0)
                throw Error.PermuteTwice();
        }
        return order;
    }

    /// <summary>The lengths and distances of a view of memory; whether it ends in time is seen by who has the memory.</summary>
    internal static void AsStrided(ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset)
    {
        if (size.Length != stride.Length)
            throw Error.StrideCount();
        Layout.Numel(size);
        foreach (var step in stride)
            if (step < 0)
                throw Error.NegativeStride(stride);
        if (storageOffset < 0)
            throw Error.NegativeOffset(storageOffset.Value);
    }

    /// <summary>libtorch differentiates it only where elements lie as they are counted, and ends elsewhere in an internal assertion.</summary>
    internal static void AsStridedScatter<T>(T x)
        where T : ITensor<T>
    {
        if (Given(x).RequiresGrad && !Layout.IsContiguous(x.Shape, x.Strides))
            throw Error.StridedScatterOfNotContiguous(x.Shape, x.Strides);
    }

    /// <summary>The dimension, counted from the front, and the lengths that it is cut into.</summary>
    internal static (int Dim, long[] Sizes) Unflatten<T>(T x, int dim, ReadOnlySpan<long> sizes)
        where T : ITensor<T>
    {
        var place = Dim.Wrap(dim, x.Dim);
        if (sizes.IsEmpty)
            throw Error.UnflattenIntoNothing();
        if (x.Dim == 0)
            throw Error.NoDims(dim);
        try
        {
            return (place, Layout.InferShape(sizes, x.Shape[place]));
        }
        catch (TorchArgumentException) when (!sizes.Contains(0) || x.Shape[place] != 0)
        {
            throw Error.UnflattenSizes(sizes, dim, x.Shape[place]);
        }
    }

    internal static void Trace(int count)
    {
        if (count != 2)
            throw Error.TraceDims();
    }

    internal static void FillValue<T>(T value)
        where T : ITensor<T>
    {
        if (Given(value).Dim != 0)
            throw Error.FillValueDims(value.Dim);
    }

    /// <summary>What replaces a part must have the part's shape.</summary>
    internal static void Replaces(Shape src, Shape part)
    {
        if (src != part)
            throw Error.ReplacementShape(src, part);
    }
}
