namespace TwinGrad;

internal static partial class Check
{
    // Beyond, libtorch's own sums of lengths could wrap around and it would read outside of memory.
    private const long MostPadding = 1L << 60;

    internal static void Pad<T>(T x, ReadOnlySpan<long> pad, PadMode mode, double? value)
        where T : ITensor<T>
    {
        if (!Enum.IsDefined(mode))
            throw Error.NoPadMode(mode);
        if (pad.Length % 2 != 0)
            throw Error.PadCount();
        if (pad.Length > 2 * x.Dim)
            throw Error.PadOfMoreDims(pad.Length, x.Dim);
        if (mode == PadMode.Constant)
            return;
        if (value is not (null or 0))
            throw Error.PadValue(mode);
        if (pad.Length is not (2 or 4 or 6) || (x.Dim != pad.Length / 2 + 1 && x.Dim != pad.Length / 2 + 2))
            throw Error.PadDims();
    }

    /// <summary>The shape with the padding around it.</summary>
    internal static long[] ConstantPadNd(Shape shape, ReadOnlySpan<long> pad)
    {
        if (pad.Length % 2 != 0)
            throw Error.ConstantPadCount(pad.Length);
        if (pad.Length > 2 * shape.Count)
            throw Error.ConstantPadOfMoreDims(pad.Length, shape.Count);
        var lengths = shape.ToArray();
        for (var dim = shape.Count - pad.Length / 2; dim < shape.Count; dim++)
        {
            var (before, after) = PadOf(pad, dim, shape.Count);
            lengths[dim] += before + after;
            if (lengths[dim] < 0 || -before > shape[dim] || -after > shape[dim])
                throw Error.PadCutsTooMuch(shape[dim], before, after, dim);
        }
        Layout.Numel(lengths);
        return lengths;
    }

    /// <summary>The shape with the padding around it, where x reflects or repeats itself in the last one to three dimensions.</summary>
    internal static long[] EdgePad<T>(T x, ReadOnlySpan<long> padding, bool reflects)
        where T : ITensor<T>
    {
        if (padding.Length is not (2 or 4 or 6))
            throw Error.PadDims();
        var padded = padding.Length / 2;
        if (x.Dim != padded + 1 && x.Dim != padded + 2)
            throw Error.EdgePadDims(padded, x.Shape);
        var lengths = x.Shape.ToArray();
        for (var dim = 0; dim < x.Dim; dim++)
        {
            // Only the batch may be empty.
            if (x.Shape[dim] == 0 && (dim > 0 || x.Dim == padded + 1))
                throw Error.EdgePadDims(padded, x.Shape);
            if (dim < x.Dim - padded)
                continue;
            var (before, after) = PadOf(padding, dim, x.Dim);
            if (reflects && (before >= x.Shape[dim] || after >= x.Shape[dim]))
                throw Error.ReflectionBeyond(before, after, dim, x.Shape);
            lengths[dim] += before + after;
            if (lengths[dim] < 1)
                throw Error.EdgePadTooSmall(x.Shape, lengths[dim], dim);
        }
        Layout.Numel(lengths);
        return lengths;
    }

    /// <summary>The shape with the padding around it, where the last one to three dimensions go on at their other end.</summary>
    internal static long[] CircularPad<T>(T x, ReadOnlySpan<long> pad)
        where T : ITensor<T>
    {
        if (pad.Length + 4 != 2 * x.Dim)
            throw Error.CircularPadCount(2 * (x.Dim - 2), pad.Length);
        var lengths = x.Shape.ToArray();
        for (var dim = 2; dim < x.Dim; dim++)
        {
            var (before, after) = PadOf(pad, dim, x.Dim);
            if (before > x.Shape[dim] || after > x.Shape[dim])
                throw Error.CircularPadWraps();
            lengths[dim] += before + after;
            if (lengths[dim] < 0)
                throw Error.CircularPadEmpty();
        }
        return lengths;
    }

    private static (long Before, long After) PadOf(ReadOnlySpan<long> pad, int dim, int count)
    {
        var place = 2 * (count - 1 - dim);
        var (before, after) = (pad[place], pad[place + 1]);
        return before is >= -MostPadding and <= MostPadding && after is >= -MostPadding and <= MostPadding
            ? (before, after)
            : throw Error.NumelOverflow();
    }
}
