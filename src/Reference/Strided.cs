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

    internal static double[] Gather(double[] values, Shape shape, Shape strides, long offset)
    {
        var result = Allocate(shape.Numel);
        Walk(shape, strides, offset, (index, position) => result[index] = values[position]);
        return result;
    }

    internal static void Scatter(double[] values, Shape shape, Shape strides, long offset, double[] source)
        => Walk(shape, strides, offset, (index, position) => values[position] = source[index]);

    internal static void ScatterAdd(double[] values, Shape shape, Shape strides, long offset, double[] source)
        => Walk(shape, strides, offset, (index, position) => values[position] += source[index]);

    /// <summary>Visits every element with its flat index and its position in memory.</summary>
    private static void Walk(Shape shape, Shape strides, long offset, Action<long, long> visit)
    {
        var numel = shape.Numel;
        var place = new long[shape.Count];
        var position = offset;
        for (var index = 0L; index < numel; index++)
        {
            visit(index, position);
            for (var dim = shape.Count - 1; dim >= 0; dim--)
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
