namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The dimensions of a transform, counted from the front, and the lengths of its result along them.</summary>
    internal static (int[] Dims, long[] Lengths) Fourier<T>(string name, T x, ReadOnlySpan<long> s, ReadOnlySpan<int> dim)
        where T : ITensor<T>
    {
        var (shape, dtype) = (Given(x).Shape, x.DType);
        if (dtype == DType.Float16 || dtype == DType.BFloat16)
            throw Error.FourierDType(dtype);
        if (!dim.IsEmpty && !s.IsEmpty && dim.Length != s.Length)
            throw Error.FourierCounts();
        if (s.Length > shape.Count)
            throw Error.FourierMoreLengths(s.Length, shape.Count);
        var dims = !dim.IsEmpty ? Dim.WrapEach(dim, shape.Count)
            : [.. Enumerable.Range(0, shape.Count).TakeLast(s.IsEmpty ? shape.Count : s.Length)];
        if (dims.Distinct().Count() < dims.Length)
            throw Error.FourierDims();
        if (dims.Length == 0 || shape.Count == 0)
            throw Error.FourierOfNothing(name);
        var lengths = new long[dims.Length];
        for (var i = 0; i < lengths.Length; i++)
        {
            var (given, there) = (s.IsEmpty ? -1 : s[i], shape[dims[i]]);
            lengths[i] = given != -1 ? given : i < lengths.Length - 1 ? there : 2 * (there - 1);
            if (lengths[i] < 1)
                throw Error.FourierLength(lengths[i]);
        }
        return (dims, lengths);
    }
}
