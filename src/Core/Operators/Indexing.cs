namespace TwinGrad;

/// <summary>What <c>x[...]</c> means in terms of Select, Slice, Unsqueeze and, where tensors are among the indices, Index.</summary>
internal static class Indexing
{
    internal static T Get<T>(T x, ReadOnlySpan<TensorIndex> indices)
        where T : ITensor<T>
    {
        var (place, tensors) = Look(x, indices);
        return tensors.Length == 0 ? place : T.Index(place, tensors);
    }

    internal static void Set<T>(T x, ReadOnlySpan<TensorIndex> indices, T value)
        where T : ITensor<T>
    {
        var (place, tensors) = Look(x, indices);
        if (tensors.Length > 0)
            T.IndexPut_(place, tensors, WithoutLeadingOnes(value), accumulate: false);
        else
            T.Copy_(place, value.Dim == 0 || value.Shape == place.Shape ? value : T.Expand(WithoutLeadingOnes(value), place.Shape));
    }

    /// <summary>Whether a tensor among the indices tells of each element whether it is taken.</summary>
    internal static bool IsMask<T>(T index)
        where T : ITensor<T>
        => index.DType == DType.Bool || index.DType == DType.UInt8;

    /// <summary>How many dimensions a tensor among the indices takes up.</summary>
    internal static int DimsTaken<T>(T index)
        where T : ITensor<T>
        => IsMask(index) ? index.Dim : 1;

    /// <summary>The view that the plain indices name, and for its dimensions the tensors that are left to index by.</summary>
    private static (T Place, T?[] Tensors) Look<T>(T x, ReadOnlySpan<TensorIndex> indices)
        where T : ITensor<T>
    {
        var named = CheckCount(x, indices);
        var tensors = new List<T?>();
        var dim = 0;
        var result = x;
        foreach (var index in indices)
        {
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
                    dim += x.Dim - named;
                    break;
                case TensorIndexKind.NewAxis:
                    result = T.Unsqueeze(result, dim++);
                    break;
                case TensorIndexKind.Tensor:
                    result = ByTensor(result, TensorOf<T>(index), tensors, ref dim);
                    break;
            }
        }
        return (result, [.. tensors]);
    }

    /// <summary>A 0-dim integer is as good as a number; a 0-dim bool is a mask of a new dimension; anything else is left for later.</summary>
    private static T ByTensor<T>(T x, T index, List<T?> tensors, ref int dim)
        where T : ITensor<T>
    {
        if (index.Dim == 0 && index.DType.Category == DTypeCategory.Integer && index.DType != DType.UInt8)
            return Place(x, dim, index.ToScalar().ToInt64());
        if (index.DType == DType.UInt8)
            Warnings.Warn("indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead.");
        while (tensors.Count < dim)
            tensors.Add(default);
        var mask = IsMask(index) ? T.To(index, DType.Bool) : index;
        if (index.Dim == 0 && IsMask(index))
        {
            x = T.Unsqueeze(x, dim);
            mask = T.FromArray<bool>([mask.ToScalar().ToBoolean()], [1], DType.Bool, x.Device, requiresGrad: false);
        }
        tensors.Add(mask);
        dim++;
        return x;
    }

    /// <summary>A value may have more dimensions than the place it goes to, as long as the first ones have length 1.</summary>
    private static T WithoutLeadingOnes<T>(T value)
        where T : ITensor<T>
    {
        var ones = Check.Given(value).Shape.TakeWhile(length => length == 1).Count();
        return ones == 0 ? value : T.View(value, value.Shape.AsSpan()[ones..]);
    }

    private static T Place<T>(T x, int dim, long index)
        where T : ITensor<T>
    {
        var length = x.Shape[dim];
        return index >= -length && index < length ? T.Select(x, dim, index) : throw Error.IndexOutOfRange(index, dim, length);
    }

    /// <summary>How many of x's dimensions the indices name.</summary>
    private static int CheckCount<T>(T x, ReadOnlySpan<TensorIndex> indices)
        where T : ITensor<T>
    {
        var ellipses = 0;
        var named = 0;
        foreach (var index in indices)
        {
            ellipses += index.Kind == TensorIndexKind.Ellipsis ? 1 : 0;
            named += index.Kind switch
            {
                TensorIndexKind.Integer or TensorIndexKind.Range => 1,
                TensorIndexKind.Tensor => DimsTaken(TensorOf<T>(index)),
                _ => 0,
            };
        }
        if (ellipses > 1)
            throw Error.TwoEllipses();
        if (named > x.Dim)
            throw x.Dim == 0 && indices is [{ Kind: TensorIndexKind.Integer }] ? Error.IndexOf0Dim() : Error.TooManyIndices(x.Dim);
        return named;
    }

    private static T TensorOf<T>(TensorIndex index)
        where T : ITensor<T>
        => index.Elements is T tensor ? tensor : throw Error.IndexOfOtherEngine(index.Elements!.GetType(), typeof(T));
}
