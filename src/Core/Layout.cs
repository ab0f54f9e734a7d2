namespace TwinGrad;

/// <summary>The arithmetic of shapes and strides that both engines share.</summary>
internal static class Layout
{
    /// <summary>The number of elements, checked: a negative length or a product beyond 64 bits throws.</summary>
    internal static long Numel(ReadOnlySpan<long> shape)
    {
        var product = 1L;
        foreach (var length in shape)
        {
            if (length < 0)
                throw Error.NegativeLength(length, shape);
            product = length == 0 || product <= long.MaxValue / length ? product * length : throw Error.TooLarge(shape);
        }
        return product;
    }

    /// <summary>The strides of a contiguous tensor.</summary>
    internal static long[] Contiguous(ReadOnlySpan<long> shape)
    {
        var strides = new long[shape.Length];
        var stride = 1L;
        for (var dim = shape.Length - 1; dim >= 0; dim--)
        {
            strides[dim] = stride;
            stride *= Math.Max(shape[dim], 1);
        }
        return strides;
    }

    internal static bool IsContiguous(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        var expected = 1L;
        for (var dim = shape.Length - 1; dim >= 0; dim--)
        {
            if (shape[dim] == 0)
                return true;
            if (shape[dim] != 1 && strides[dim] != expected)
                return false;
            expected *= shape[dim];
        }
        return true;
    }

    /// <summary>The shape that both broadcast to: aligned at the last dimension, a length of 1 gives way.</summary>
    internal static Shape Broadcast(ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        CheckBroadcast(a, b);
        var result = new long[Math.Max(a.Length, b.Length)];
        for (var fromEnd = 1; fromEnd <= result.Length; fromEnd++)
        {
            var (lengthA, lengthB) = LengthsFromEnd(a, b, fromEnd);
            result[^fromEnd] = lengthA == 1 ? lengthB : lengthA;
        }
        return result;
    }

    /// <summary>Refuses shapes that do not broadcast.</summary>
    internal static void CheckBroadcast(ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        // From the last dimension on, which is the one that libtorch names where several do not fit.
        for (var fromEnd = 1; fromEnd <= Math.Min(a.Length, b.Length); fromEnd++)
        {
            var (lengthA, lengthB) = LengthsFromEnd(a, b, fromEnd);
            if (lengthA != lengthB && lengthA != 1 && lengthB != 1)
                throw Error.Broadcast(lengthA, lengthB, Math.Max(a.Length, b.Length) - fromEnd);
        }
    }

    /// <summary>The lengths of a dimension counted from the last, 1; what a shape has not counts as 1.</summary>
    private static (long A, long B) LengthsFromEnd(ReadOnlySpan<long> a, ReadOnlySpan<long> b, int fromEnd)
        => (fromEnd > a.Length ? 1 : a[^fromEnd], fromEnd > b.Length ? 1 : b[^fromEnd]);

    /// <summary>Whether it is a whole shape, without a length of -1, of so many elements.</summary>
    internal static bool IsShapeOf(ReadOnlySpan<long> shape, long numel)
    {
        var product = 1L;
        foreach (var length in shape)
        {
            if (length < 0)
                return false;
            product = Times(product, length);
        }
        return product == numel;
    }

    /// <summary>The shape with a length of -1 replaced by what the number of elements leaves for it.</summary>
    internal static long[] InferShape(ReadOnlySpan<long> shape, long numel)
    {
        var lengths = shape.ToArray();
        var inferred = -1;
        var product = 1L;
        for (var dim = 0; dim < lengths.Length; dim++)
        {
            if (lengths[dim] < -1)
                throw Error.InvalidLength(lengths[dim], dim, shape);
            if (lengths[dim] != -1)
                product = Times(product, lengths[dim]);
            else if (inferred >= 0)
                throw Error.TwoInferredLengths();
            else
                inferred = dim;
        }
        if (inferred >= 0 && product != 0 && numel % product == 0)
            lengths[inferred] = numel / product;
        else if (inferred >= 0 && product == 0 && numel == 0)
            throw Error.AmbiguousLength(shape);
        else if (inferred >= 0 || product != numel)
            throw Error.ShapeDoesNotHold(shape, numel);
        return lengths;
    }

    /// <summary>The strides under which the same memory has another shape, if there are any.</summary>
    /// <remarks>
    /// Neighbouring dimensions that lie in memory as one are taken together; each such group must be cut exactly by the new lengths.
    /// </remarks>
    internal static bool TryView(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> target, out long[] result)
    {
        result = Contiguous(target);
        if (Numel(shape) == 0)
            return true;
        var to = target.Length - 1;
        var group = 1L;
        var cut = 1L;
        var baseStride = shape.Length == 0 ? 1 : strides[^1];
        for (var from = shape.Length - 1; from >= 0; from--)
        {
            group *= shape[from];
            var endOfGroup = from == 0 || (shape[from - 1] != 1 && strides[from - 1] != group * baseStride);
            if (!endOfGroup)
                continue;
            for (; to >= 0 && (cut < group || target[to] == 1); to--)
            {
                result[to] = cut * baseStride;
                cut *= target[to];
            }
            if (cut != group)
                return false;
            if (from > 0)
                (baseStride, group, cut) = (strides[from - 1], 1, 1);
        }
        return true;
    }

    /// <summary>The strides of a tensor expanded to a shape: 0 where a length of 1 is repeated.</summary>
    internal static (long[] Shape, long[] Strides) Expand(Shape shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> target, DType dtype)
    {
        if (target.Length < shape.Count)
            throw Error.ExpandToFewerDims(dtype, shape, target);
        var lengths = target.ToArray();
        var result = new long[target.Length];
        var added = target.Length - shape.Count;
        for (var dim = 0; dim < target.Length; dim++)
        {
            if (dim < added)
            {
                if (target[dim] == -1)
                    throw Error.ExpandOfNewDim(dim);
                if (target[dim] < 0)
                    throw Error.ExpandMismatch(target[dim], 1, dim, target, shape);
                continue;
            }
            var length = shape[dim - added];
            lengths[dim] = target[dim] == -1 ? length : target[dim];
            if (lengths[dim] != length && (length != 1 || lengths[dim] < 0))
                throw Error.ExpandMismatch(target[dim], length, dim, target, shape);
            result[dim] = lengths[dim] == length ? strides[dim - added] : 0;
        }
        CheckCountable(lengths);
        return (lengths, result);
    }

    /// <summary>How many elements a reduction along dimensions puts into one; no dimensions mean all.</summary>
    internal static long CountAlong(Shape shape, ReadOnlySpan<long> dims)
    {
        var count = 1L;
        for (var dim = 0; dim < shape.Count; dim++)
            if (dims.IsEmpty || dims.Contains(dim))
                count *= shape[dim];
        return count;
    }

    /// <summary>Where a slice of a dimension starts and how many places it takes; bounds count from the end if negative, and are cut.</summary>
    internal static (long Start, long Count) SliceOf(long length, long start, long end, long step)
    {
        var from = Math.Clamp(start < 0 ? start + length : start, 0, length);
        var to = Math.Clamp(end < 0 ? end + length : end, from, length);
        return (from, to == from ? 0 : (to - from - 1) / step + 1);
    }

    /// <summary>Whether the elements lie in memory without gaps and none twice, in whatever order.</summary>
    internal static bool IsDense(Shape shape, Shape strides)
    {
        var order = Enumerable.Range(0, shape.Count).OrderByDescending(dim => strides[dim]).ThenByDescending(dim => shape[dim]);
        return IsContiguous([.. order.Select(dim => shape[dim])], [.. order.Select(dim => strides[dim])]);
    }

    /// <summary>A tensor of shape [0] joins with tensors of any shape: before PyTorch knew empty tensors it was the only one.</summary>
    internal static bool IsLegacyEmpty(Shape shape) => shape.Count == 1 && shape[0] == 0;

    /// <summary>Expanding costs no memory, so a shape may be beyond any; but its elements must be countable.</summary>
    private static void CheckCountable(ReadOnlySpan<long> lengths)
    {
        var numel = 1L;
        foreach (var length in lengths)
            numel = Times(numel, length);
    }

    private static long Times(long product, long length)
        => Math.BigMul(product, length, out var low) == 0 && low >= 0 ? low : throw Error.NumelOverflow();
}
