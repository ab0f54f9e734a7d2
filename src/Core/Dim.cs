namespace TwinGrad;

/// <summary>How a dimension is named: from the front by 0, 1, ..., from the back by -1, -2, ...</summary>
internal static class Dim
{
    /// <summary>The dimension counted from the front.</summary>
    /// <param name="dim">A dimension, negative if counted from the last.</param>
    /// <param name="count">How many dimensions there are; a 0-dim tensor takes dims -1 and 0 as if it had one.</param>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    internal static int Wrap(int dim, int count)
    {
        var range = Math.Max(count, 1);
        if (dim < -range || dim >= range)
            throw Error.DimOutOfRange(dim, range);
        return dim < 0 ? dim + range : dim;
    }

    /// <summary>The dimensions counted from the front, as often as they are named.</summary>
    internal static int[] WrapEach(ReadOnlySpan<int> dims, int count)
    {
        var wrapped = new int[dims.Length];
        for (var i = 0; i < dims.Length; i++)
            wrapped[i] = Wrap(dims[i], count);
        return wrapped;
    }

    /// <summary>The dimensions counted from the front, every one at most once; none given means all.</summary>
    /// <exception cref="TorchException">A dimension is named twice.</exception>
    internal static int[] WrapAll(ReadOnlySpan<int> dims, int count)
    {
        if (dims.IsEmpty)
            return [.. Enumerable.Range(0, count)];
        var wrapped = new int[dims.Length];
        for (var i = 0; i < dims.Length; i++)
        {
            wrapped[i] = Wrap(dims[i], count);
            if (Array.IndexOf(wrapped, wrapped[i], 0, i) >= 0)
                throw Error.DimTwice(wrapped[i]);
        }
        return wrapped;
    }

    /// <summary>The dimensions counted from the front, every one at most once; none given means none.</summary>
    /// <exception cref="TorchException">A dimension is named twice.</exception>
    internal static int[] WrapGiven(ReadOnlySpan<int> dims, int count) => dims.IsEmpty ? [] : WrapAll(dims, count);
}
