namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The dimension to gather along, counted from the front.</summary>
    internal static int Gather<T>(T x, int dim, T index)
        where T : ITensor<T>
    {
        var place = Dim.Wrap(dim, x.Dim);
        if (index.Numel == 0)
            return place;
        CheckElements("gather", x, index, "input");
        for (var i = 0; i < Math.Min(x.Dim, index.Dim); i++)
            if (i != place && index.Shape[i] > x.Shape[i])
                throw Error.GatherLength(index.Shape, x.Shape, place, i);
        return place;
    }

    internal static int IndexSelect<T>(T x, int dim, T index)
        where T : ITensor<T>
    {
        var place = Dim.Wrap(dim, x.Dim);
        if (index.Dim > 1)
            throw Error.IndexSelectDims();
        if (index.DType != DType.Int64 && index.DType != DType.Int32)
            throw Error.IndexSelectDType();
        return x.Dim > 0 || index.Numel == 1 ? place : throw Error.IndexSelectOf0Dim(index.Numel);
    }

    internal static void Take<T>(T x, T index)
        where T : ITensor<T>
    {
        if (Given(index).DType != DType.Int64)
            throw Error.TakeDType(index.DType);
        if (x.Numel == 0 && index.Numel != 0)
            throw Error.TakeOfNothing();
    }

    internal static void MaskedFill<T>(T mask)
        where T : ITensor<T>
    {
        if (Given(mask).DType != DType.Bool)
            throw Error.MaskedFillMask(mask.DType);
    }

    internal static void MaskedFill<T>(T mask, T value)
        where T : ITensor<T>
    {
        MaskedFill(mask);
        if (Given(value).Dim != 0)
            throw Error.MaskedFillValue(value.Dim);
    }

    internal static void MaskedSelect<T>(T mask)
        where T : ITensor<T>
    {
        if (Given(mask).DType != DType.Bool)
            throw Error.MaskedSelectMask();
    }

    /// <summary>The dimension, counted from the front.</summary>
    internal static int Topk<T>(T x, int k, int dim)
        where T : ITensor<T>
    {
        var place = Dim.Wrap(dim, x.Dim);
        if (k < 0 || k > (x.Dim == 0 ? 1 : x.Shape[place]))
            throw Error.TopkRange();
        return x.DType != DType.Bool ? place : throw Error.TopkOfBool();
    }

    /// <summary>Where nothing is indexed, libtorch's own check speaks of its insides.</summary>
    internal static void IndexPut<T>(T x, ReadOnlySpan<T?> indices)
        where T : ITensor<T>
    {
        Index(x, indices);
        foreach (var index in indices)
        {
            if (index is not null)
                return;
        }
        throw Error.IndexPutNowhere();
    }

    /// <summary>Indices that a tensor of this shape takes. Whether each lies inside is seen when it is used.</summary>
    internal static void Index<T>(T x, ReadOnlySpan<T?> indices)
        where T : ITensor<T>
    {
        var dim = 0;
        foreach (var index in indices)
        {
            if (index is null)
            {
                dim++;
                continue;
            }
            if (index.DType != DType.Int64 && index.DType != DType.Int32 && index.DType != DType.Bool && index.DType != DType.UInt8)
                throw Error.IndexTensorDType();
            var taken = Indexing.DimsTaken(index);
            if (dim + taken > x.Dim)
                throw Error.TooManyIndices(x.Dim);
            for (var i = 0; i < taken && Indexing.IsMask(index); i++)
                if (index.Shape[i] != x.Shape[dim + i])
                    throw Error.MaskShape(index.Shape, i, x.Shape, dim + i);
            dim += taken;
        }
    }

    private static void CheckElements<T>(string operation, T x, T index, string name)
        where T : ITensor<T>
    {
        if (index.DType != DType.Int64 && index.DType != DType.Int32)
            throw Error.IndexDType(operation);
        if (Math.Max(x.Dim, 1) != Math.Max(index.Dim, 1))
            throw Error.GatherDims(name);
    }
}
