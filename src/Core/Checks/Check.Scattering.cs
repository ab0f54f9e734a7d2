namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The dimension to scatter along, counted from the front.</summary>
    internal static int Scatter<T>(T x, int dim, T index, T? src)
        where T : class, ITensor<T>
    {
        var place = Dim.Wrap(dim, x.Dim);
        if (src is not null && src.DType != x.DType)
            throw Error.ScatterDTypes();
        if (index.Numel == 0)
            return place;
        CheckElements("scatter", x, index, "self");
        var fits = true;
        for (var i = 0; i < Math.Min(x.Dim, index.Dim); i++)
            fits &= (i == place || index.Shape[i] <= x.Shape[i]) && !(index.Shape[i] > (src is { Dim: > 0 } ? src.Shape[i] : long.MaxValue));
        if (!fits)
            throw Error.ScatterLength(index.Shape, x.Shape, place, src?.Shape);
        if (src is not null && Math.Max(src.Dim, 1) != Math.Max(index.Dim, 1))
            throw Error.GatherDims("src");
        return place;
    }

    internal static int ScatterReduce<T>(T x, int dim, T index, T src, ScatterReduction reduce)
        where T : class, ITensor<T>
    {
        if (!Enum.IsDefined(reduce))
            throw Error.NoScatterReduction(reduce);
        return Scatter(x, dim, index, Given(src));
    }

    /// <summary>The dimension, counted from the front, of a source that has one place of it for each element of the index.</summary>
    internal static int IndexAdd<T>(string operation, T x, int dim, T index, T source)
        where T : ITensor<T>
    {
        var place = Dim.Wrap(dim, x.Dim);
        if (index.Dim > 1)
            throw Error.IndexDims(operation, index.Dim, index.DType, index.Shape);
        if (index.DType != DType.Int64 && index.DType != DType.Int32)
            throw Error.IndexDType(operation, index.DType);
        if (Given(source).DType != Given(x).DType)
            throw Error.IndexSourceDType(operation, x.DType, source.DType);
        if (place > 0 && place >= source.Dim)
            throw Error.IndexSourceDims(operation, place, source.Dim);
        var places = source.Dim == 0 ? 1 : source.Shape[place];
        if (index.Numel != places)
            throw Error.IndexSourceCount(operation, index.Numel, places, place);
        if (!Others(x.Shape, source.Dim == 0, place).SequenceEqual(Others(source.Shape, x.Dim == 0, place)))
            throw Error.IndexSourceShape(x.Shape, source.Shape);
        return place;
    }

    internal static int IndexReduce<T>(T x, int dim, T index, T source, ScatterReduction reduce)
        where T : ITensor<T>
    {
        if (reduce == ScatterReduction.Sum || !Enum.IsDefined(reduce))
            throw Error.NoIndexReduction(reduce);
        return IndexAdd("index_reduce", x, dim, index, source);
    }

    internal static int IndexCopy<T>(T x, int dim, T index, T source)
        where T : ITensor<T>
    {
        var place = Dim.Wrap(dim, x.Dim);
        if (index.Dim > 1)
            throw Error.IndexCopyDims(index.Dim);
        if (Given(source).Dim == 0 && index.Numel != 1)
            throw Error.IndexCopyOf0Dim(index.Numel);
        if (source.Dim != x.Dim && source.Dim != 0 && x.Dim != 0)
            throw Error.IndexCopySourceDims(source.Dim, x.Dim);
        if (index.DType != DType.Int64)
            throw Error.IndexCopyDType(index.DType);
        if (source.DType != x.DType)
            throw Error.IndexCopyDTypes(x.DType, source.DType);
        Shape kept = [.. Others(x.Shape, false, place)];
        Shape put = [.. Others(source.Shape, false, place)];
        if (kept != put)
            throw Error.IndexCopyShape(kept, place, put);
        return source.Dim == 0 || index.Numel == source.Shape[place]
            ? place
            : throw Error.IndexCopyCount(index.Numel, source.Shape[place]);
    }

    internal static int IndexFill<T>(T x, int dim, T index)
        where T : ITensor<T>
    {
        var place = Dim.Wrap(dim, x.Dim);
        if (Given(index).DType != DType.Int64)
            throw Error.IndexFillDType();
        return index.Dim <= 1 ? place : throw Error.IndexFillDims();
    }

    internal static int IndexFill<T>(T x, int dim, T index, T value)
        where T : ITensor<T>
        => Given(value).Dim == 0 ? IndexFill(x, dim, index) : throw Error.IndexFillValue(value.Dim);

    internal static void Put<T>(T x, T index, T source)
        where T : ITensor<T>
    {
        if (Given(index).DType != DType.Int64)
            throw Error.PutDType(index.DType);
        if (Given(source).DType != Given(x).DType)
            throw Error.PutDTypes(x.DType, source.DType);
        if (source.Numel != index.Numel)
            throw Error.PutCount(source.Numel, index.Numel);
        if (x.Numel == 0 && index.Numel != 0)
            throw Error.PutIntoNothing();
    }

    internal static void MaskedScatter<T>(T x, T mask, T source)
        where T : ITensor<T>
    {
        if (Given(source).DType != Given(x).DType)
            throw Error.MaskedScatterDTypes(x.DType, source.DType);
        if (Given(mask).DType != DType.Bool)
            throw Error.MaskedScatterMask(mask.DType);
    }

    /// <summary>The lengths but for one dimension; all of them where the other tensor has none.</summary>
    private static IEnumerable<long> Others(Shape shape, bool all, int place) => all ? shape : shape.Where((_, dim) => dim != place);
}
