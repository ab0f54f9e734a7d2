namespace TwinGrad.Reference;

/// <summary>Walks over memory by shape and strides, in row-major order.</summary>
internal static class Strided
{
    /// <summary>Where in memory the element at a flat index lies.</summary>
    internal static long Position(long index, ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, long offset)
    {
        for (var dim = shape.Length - 1; dim >= 0; dim--)
        {
            (index, var place) = Math.DivRem(index, shape[dim]);
            offset += place * strides[dim];
        }
        return offset;
    }

    /// <summary>All places of a shape, in row-major order, as a number for each dimension.</summary>
    internal static IEnumerable<long[]> Places(Shape shape)
    {
        for (var index = 0L; index < shape.Numel; index++)
        {
            var (rest, place) = (index, new long[shape.Count]);
            for (var dim = shape.Count - 1; dim >= 0; dim--)
                (rest, place[dim]) = Math.DivRem(rest, shape[dim]);
            yield return place;
        }
    }

    internal static double[] Allocate(long numel) => numel <= Array.MaxLength ? new double[numel] : throw Error.NotEnoughMemory(numel);

    /// <summary>Memory of which every element is going to be written: whatever lay there before.</summary>
    internal static double[] AllocateUnwritten(long numel)
        => numel >= Storage.ManyElements && SpareArrays.Take(numel) is { } spare ? spare
            : numel <= Array.MaxLength ? GC.AllocateUninitializedArray<double>((int)numel)
            : throw Error.NotEnoughMemory(numel);

    internal static double[] Gather(double[] values, Shape shape, Shape strides, long offset)
    {
        var result = AllocateUnwritten(shape.Numel);
        Walk(shape, strides, offset, (index, position, count, stride) =>
        {
            if (stride == 1)
                values.AsSpan((int)position, count).CopyTo(result.AsSpan((int)index));
            else
                for (var i = 0L; i < count; i++)
                    result[index + i] = values[position + i * stride];
        });
        return result;
    }

    internal static void Scatter(double[] values, Shape shape, Shape strides, long offset, double[] source)
        => Walk(shape, strides, offset, (index, position, count, stride) =>
        {
            for (var i = 0L; i < count; i++)
                values[position + i * stride] = source[index + i];
        });

    internal static void ScatterAdd(double[] values, Shape shape, Shape strides, long offset, double[] source)
        => Walk(shape, strides, offset, (index, position, count, stride) =>
        {
            for (var i = 0L; i < count; i++)
                values[position + i * stride] += source[index + i];
        });

    /// <summary>A run of elements along the last dimension.</summary>
    /// <param name="index">The flat index of the first,</param>
    /// <param name="position">where in memory that lies,</param>
    /// <param name="count">how many there are,</param>
    /// <param name="stride">and how far apart they lie.</param>
    private delegate void Line(long index, long position, int count, long stride);

    /// <summary>Visits every element.</summary>
    private static void Walk(Shape shape, Shape strides, long offset, Line visit)
    {
        var numel = shape.Numel;
        var (count, stride) = shape.Count == 0 ? (1, 0) : ((int)shape[^1], strides[^1]);
        var place = new long[shape.Count];
        var position = offset;
        for (var index = 0L; index < numel; index += count)
        {
            visit(index, position, count, stride);
            for (var dim = shape.Count - 2; dim >= 0; dim--)
            {
                position += strides[dim];
                if (++place[dim] < shape[dim])
                    break;
                position -= shape[dim] * strides[dim];
                place[dim] = 0;
            }
        }
    }
}
