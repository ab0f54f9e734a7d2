namespace TwinGrad;

/// <summary>Windows along one dimension: of so many places, so far apart, over a length with zeros before and behind it.</summary>
/// <param name="Length">How long the dimension is.</param>
/// <param name="Size">How many places a window takes.</param>
/// <param name="Stride">How far each window lies behind the one before.</param>
/// <param name="Padding">How far the first window starts before the dimension, and the last may end behind it.</param>
/// <param name="Dilation">How far a window's places lie apart.</param>
internal readonly record struct Window(long Length, long Size, long Stride = 1, long Padding = 0, long Dilation = 1)
{
    /// <summary>From a window's first place to its last, both included.</summary>
    internal long Extent => Dilation * (Size - 1) + 1;

    /// <summary>How many windows lie inside; 0 or less where none does.</summary>
    internal long Count => FloorDivide(Length + 2 * Padding - Extent, Stride) + 1;

    /// <summary>How many windows start inside, though the last may end beyond the padding.</summary>
    internal long CeilCount
    {
        get
        {
            var count = FloorDivide(Length + 2 * Padding - Extent + Stride - 1, Stride) + 1;
            return (count - 1) * Stride >= Length + Padding ? count - 1 : count;
        }
    }

    /// <summary>The place of the dimension under a place of a window, inside or not.</summary>
    internal long Place(long window, long place) => window * Stride - Padding + place * Dilation;

    /// <summary>The windows along each of several dimensions.</summary>
    internal static Window[] Along(
        ReadOnlySpan<long> lengths, ReadOnlySpan<long> sizes, ReadOnlySpan<int> strides, ReadOnlySpan<int> paddings, ReadOnlySpan<int> dilations)
    {
        var windows = new Window[lengths.Length];
        for (var i = 0; i < windows.Length; i++)
            windows[i] = new(lengths[i], sizes[i], strides[i], paddings[i], dilations[i]);
        return windows;
    }

    /// <summary>The first place under a window that does not lie before the dimension.</summary>
    internal long FirstInside(long window)
    {
        var start = Place(window, 0);
        return start >= 0 ? start : start + (-start + Dilation - 1) / Dilation * Dilation;
    }

    /// <summary>Where a place of a window lies in row-major order, or -1 outside.</summary>
    internal static long Position(Window[] windows, long[] window, long[] place)
    {
        var position = 0L;
        for (var dim = 0; dim < windows.Length; dim++)
        {
            var at = windows[dim].Place(window[dim], place[dim]);
            if (at < 0 || at >= windows[dim].Length)
                return -1;
            position = position * windows[dim].Length + at;
        }
        return position;
    }

    private static long FloorDivide(long x, long y) => (long)Math.Floor((double)x / y);
}
