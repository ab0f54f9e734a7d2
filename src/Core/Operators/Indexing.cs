namespace TwinGrad;

/// <summary>What <c>x[...]</c> means in terms of Select, Slice and Unsqueeze.</summary>
internal static class Indexing
{
    internal static T Get<T>(T x, ReadOnlySpan<TensorIndex> indices)
        where T : ITensor<T>
    {
        CheckCount(indices, x.Dim);
        var dim = 0;
        var result = x;
        for (var i = 0; i < indices.Length; i++)
        {
            var index = indices[i];
            switch (index.Kind)
            {
                case TensorIndexKind.Integer:
                    result = Place(result, dim, index.Start);
                    break;
                case TensorIndexKind.Range:
                    if (!index.IsWholeRange)
                        result = T.Slice(result, dim, index.Start, index.Stop, index.Step);
                    dim++;
                    break;
                case TensorIndexKind.Ellipsis:
                    dim = result.Dim - DimsTaken(indices[(i + 1)..]);
                    break;
                case TensorIndexKind.NewAxis:
                    result = T.Unsqueeze(result, dim++);
                    break;
            }
        }
        return result;
    }

    internal static void Set<T>(T x, ReadOnlySpan<TensorIndex> indices, T value)
        where T : ITensor<T>
        => T.Copy_(Get(x, indices), value);

    private static T Place<T>(T x, int dim, long index)
        where T : ITensor<T>
    {
        var length = x.Shape[dim];
        return index >= -length && index < length ? T.Select(x, dim, index) : throw Error.IndexOutOfRange(index, dim, length);
    }

    private static void CheckCount(ReadOnlySpan<TensorIndex> indices, int dims)
    {
        var ellipses = 0;
        var taken = 0;
        foreach (var index in indices)
        {
            ellipses += index.Kind == TensorIndexKind.Ellipsis ? 1 : 0;
            taken += index.Kind is TensorIndexKind.Integer or TensorIndexKind.Range ? 1 : 0;
        }
        if (ellipses > 1)
            throw Error.TwoEllipses();
        if (taken > dims)
            throw dims == 0 ? Error.IndexOf0Dim() : Error.TooManyIndices(dims);
    }

    private static int DimsTaken(ReadOnlySpan<TensorIndex> indices)
    {
        var taken = 0;
        foreach (var index in indices)
            taken += index.Kind is TensorIndexKind.Integer or TensorIndexKind.Range ? 1 : 0;
        return taken;
    }
}
