namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The dimensions to roll, counted from the front; none for all elements in a row.</summary>
    internal static int[] Roll(int count, ReadOnlySpan<long> shifts, ReadOnlySpan<int> dims)
    {
        if (shifts.IsEmpty)
            throw Error.RollWithoutShift();
        if (shifts.Length != dims.Length && !(dims.IsEmpty && shifts.Length == 1))
            throw Error.RollCounts(shifts.Length, dims.Length);
        if (count == 0 && !dims.IsEmpty)
            throw Error.NoDims(dims[0]);
        return Dim.WrapEach(dims, count);
    }

    /// <summary>The shape after repeating.</summary>
    internal static long[] Repeat(Shape shape, ReadOnlySpan<long> repeats)
    {
        var added = repeats.Length - shape.Count;
        if (added < 0)
            throw Error.FewRepeats();
        var lengths = repeats.ToArray();
        for (var dim = added; dim < lengths.Length; dim++)
        {
            var length = (Int128)lengths[dim] * shape[dim - added];
            lengths[dim] = length >= long.MinValue && length <= long.MaxValue ? (long)length : throw Error.NumelOverflow();
        }
        Layout.Numel(lengths);
        return lengths;
    }

    /// <summary>The dimension, counted from the front. A 0-dim tensor counts as one place.</summary>
    internal static int Unfold<T>(T x, int dim, long size, long step)
        where T : ITensor<T>
    {
        var place = Dim.Wrap(dim, x.Dim);
        var length = x.Dim == 0 ? 1 : x.Shape[place];
        if (size < 0)
            throw Error.UnfoldSize(size);
        if (size > length)
            throw Error.UnfoldLength(place, length, size);
        return step > 0 ? place : throw Error.UnfoldStep(step);
    }

    internal static void Triangle(string name, int count)
    {
        if (count < 2)
            throw Error.TriangleDims(name);
    }

    /// <summary>Where each dimension comes from after moving some.</summary>
    internal static int[] Movedim(int count, ReadOnlySpan<int> source, ReadOnlySpan<int> destination)
    {
        if (source.Length != destination.Length)
            throw Error.MovedimCounts(source, destination);
        var from = MovedDims("source", count, source);
        var to = MovedDims("destination", count, destination);
        if (count == 0)
            return [];
        var order = Enumerable.Range(0, count).Except(from).ToList();
        foreach (var (place, dim) in to.Zip(from).OrderBy(move => move.First))
            order.Insert(place, dim);
        return [.. order];
    }

    private static int[] MovedDims(string name, int count, ReadOnlySpan<int> dims)
    {
        var places = Dim.WrapEach(dims, count);
        return places.Distinct().Count() == places.Length ? places : throw Error.MovedimTwice(name, dims);
    }

    /// <summary>The two dimensions to turn, counted from the front.</summary>
    internal static (int From, int To) Rot90(int count, ReadOnlySpan<int> dims)
    {
        if (dims.Length != 2)
            throw Error.Rot90Count(dims.Length);
        if (count < 2)
            throw Error.Rot90Dims(count);
        if (dims[0] == dims[1] || Math.Abs((long)dims[0] - dims[1]) == count)
            throw Error.Rot90Twice(dims);
        foreach (var dim in dims)
            if (dim >= count || dim < -count)
                throw Error.Rot90OutOfRange(dims, dim);
        return (Dim.Wrap(dims[0], count), Dim.Wrap(dims[1], count));
    }

    /// <summary>How often each of so many places is repeated.</summary>
    internal static long[] RepeatInterleave<T>(T repeats, long places)
        where T : ITensor<T>
    {
        if (Given(repeats).DType != DType.Int64 && repeats.DType != DType.Int32)
            throw Error.RepeatsDType();
        if (repeats.Dim > 1)
            throw Error.RepeatsDims();
        if (repeats.Numel != 1 && repeats.Numel != places)
            throw Error.RepeatsCount(repeats.Numel, places);
        FitsAnArray(places);
        var counts = repeats.ToArray<long>();
        if (repeats.Numel == 1 && places != 1)
        {
            var count = counts[0];
            counts = new long[places];
            Array.Fill(counts, count);
        }
        var sum = 0L;
        foreach (var count in counts)
        {
            if (count < 0)
                throw Error.NegativeRepeats();
            FitsAnArray(sum = count <= Array.MaxLength ? sum + count : count);
        }
        return counts;
    }
}
