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
                    // x[..] alone is a view of its own in PyTorch; beside other indices a whole range does nothing.
                    if (!index.IsWholeRange || indices.Length == 1)
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
    {
        var place = Get(x, indices);
        T.Copy_(place, value.Dim == 0 || value.Shape == place.Shape ? value : T.Expand(WithoutLeadingOnes(value), place.Shape));
    }

    /// <summary>A value may have more dimensions than the place it goes to, as long as the first ones have length 1.</summary>
    private static T WithoutLeadingOnes<T>(T value)
        where T : ITensor<T>
    {
        var ones = value.Shape.TakeWhile(length => length == 1).Count();
        return ones == 0 ? value : T.View(value, value.Shape.AsSpan()[ones..]);
    }

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
