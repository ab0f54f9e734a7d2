namespace TwinGrad;

internal static partial class Check
{
    // Each part is a tensor of about half a KB. An expanded dimension can have more places than any memory has tensors.
    private const long MostParts = 1L << 24;

    /// <summary>The sizes that parts of one size have, and the dimension counted from the front.</summary>
    internal static (int Dim, long[] Sizes) Split<T>(T x, long size, int dim)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.SplitOf0Dim();
        if (size < 0)
            throw Error.NegativeSplit(size);
        var place = Dim.Wrap(dim, x.Dim);
        var length = x.Shape[place];
        if (size == 0 && length != 0)
            throw Error.SplitIntoNothing(length);
        // A dimension without places gives one part, without places too.
        var parts = length == 0 ? 1 : (length - 1) / size + 1;
        CheckParts(parts);
        var sizes = new long[parts];
        Array.Fill(sizes, size);
        sizes[^1] = length - size * (parts - 1);
        return (place, sizes);
    }

    /// <summary>The dimension, counted from the front, that the sizes fill.</summary>
    internal static int Split<T>(T x, ReadOnlySpan<long> sizes, int dim)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.SplitOf0Dim();
        var place = Dim.Wrap(dim, x.Dim);
        var sum = 0L;
        foreach (var size in sizes)
        {
            if (size < 0)
                throw Error.NegativeSplit(sizes);
            sum = size <= long.MaxValue - sum ? sum + size : long.MaxValue;
        }
        return sum == x.Shape[place] ? place : throw Error.SplitSum(x.Shape[place], place, sizes);
    }

    internal static int Unbind<T>(T x, int dim)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.NoDims(dim);
        var place = Dim.Wrap(dim, x.Dim);
        CheckParts(x.Shape[place]);
        return place;
    }

    /// <summary>How large the parts must be so that there are not more than so many, and the dimension counted from the front.</summary>
    internal static (int Dim, long Size) Chunk<T>(T x, long chunks, int dim)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.ChunkOf0Dim();
        if (chunks <= 0)
            throw Error.NoChunks(chunks);
        var place = Dim.Wrap(dim, x.Dim);
        var length = x.Shape[place];
        if (length == 0)
            CheckParts(chunks);
        return (place, length / chunks + (length % chunks == 0 ? 0 : 1));
    }

    /// <summary>The start, counted from the front.</summary>
    internal static long Narrow<T>(T x, int dim, long start, long length)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.NarrowOf0Dim();
        if (length < 0)
            throw Error.NarrowLength();
        var places = x.Shape[dim];
        if (start < -places || start > places)
            throw Error.NarrowStart(start, places);
        var from = start < 0 ? start + places : start;
        return from <= places - length ? from : throw Error.NarrowEnd(from, length, places);
    }

    private static void CheckParts(long parts)
    {
        if (parts > MostParts)
            throw Error.TooManyParts(parts, MostParts);
    }

    /// <summary>The dimension to split into so many parts, counted from the front, and its length.</summary>
    internal static (int Dim, long Length) TensorSplit<T>(T x, long sections, int dim)
        where T : ITensor<T>
    {
        var place = TensorSplit(x, dim);
        if (sections <= 0)
            throw Error.NoSections(sections);
        CheckParts(sections);
        return (place, x.Shape[place]);
    }

    /// <summary>The dimension to split, counted from the front.</summary>
    internal static int TensorSplit<T>(T x, int dim)
        where T : ITensor<T>
        => x.Dim > 0 ? Dim.Wrap(dim, x.Dim) : throw Error.TensorSplitOf0Dim(x.Dim);

    internal static void TensorSplitBy<T>(T indicesOrSections)
        where T : ITensor<T>
    {
        if (Given(indicesOrSections).DType != DType.Int64)
            throw Error.TensorSplitDType(indicesOrSections.DType);
        if (indicesOrSections.Dim > 1)
            throw Error.TensorSplitDims(indicesOrSections.Dim);
    }

    internal static void NarrowStart<T>(T start)
        where T : ITensor<T>
    {
        if (Given(start).Dim != 0 || start.DType.Category != DTypeCategory.Integer)
            throw Error.NarrowStartTensor();
    }
}
