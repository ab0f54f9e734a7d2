namespace TwinGrad;

public sealed partial class Tensor
{
    private static readonly IndexingFunction Putting = new("torch.index_put(x, {0}, values, accumulate)");
    private static readonly IndexingFunction PuttingInPlace = new("x.index_put_({0}, values, accumulate)");

    /// <inheritdoc/>
    public static Tensor IndexAdd(Tensor x, int dim, Tensor index, Tensor source, Scalar alpha)
    {
        var place = Check.IndexAdd("index_add", x, dim, index, source);
        return Record("IndexAddBackward0", Aten.IndexAdd.Call(x, place, index, source, alpha)[0], x, source);
    }

    /// <inheritdoc/>
    public static Tensor IndexAdd_(Tensor x, int dim, Tensor index, Tensor source, Scalar alpha)
    {
        var place = Check.IndexAdd("index_add", x, dim, index, source);
        return RecordInPlace("IndexAddBackward0", x, () => Aten.IndexAdd_.Run(x, place, index, source, alpha), source);
    }

    /// <inheritdoc/>
    public static Tensor IndexCopy(Tensor x, int dim, Tensor index, Tensor source)
    {
        var place = Check.IndexCopy(x, dim, index, source);
        return Record("IndexCopyBackward0", Aten.IndexCopy.Call(x, place, index, source)[0], x, source);
    }

    /// <inheritdoc/>
    public static Tensor IndexCopy_(Tensor x, int dim, Tensor index, Tensor source)
    {
        var place = Check.IndexCopy(x, dim, index, source);
        return RecordInPlace("IndexCopyBackward0", x, () => Aten.IndexCopy_.Run(x, place, index, source), source);
    }

    /// <inheritdoc/>
    public static Tensor IndexFill(Tensor x, int dim, Tensor index, Scalar value)
    {
        var place = Check.IndexFill(x, dim, index);
        return Record("IndexFillBackward0", Aten.IndexFillNumber.Call(x, place, index, value)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor IndexFill_(Tensor x, int dim, Tensor index, Scalar value)
    {
        var place = Check.IndexFill(x, dim, index);
        return RecordInPlace("IndexFillBackward0", x, () => Aten.IndexFillNumber_.Run(x, place, index, value));
    }

    /// <inheritdoc/>
    public static Tensor IndexFill(Tensor x, int dim, Tensor index, Tensor value)
    {
        var place = Check.IndexFill(x, dim, index, value);
        return Record("IndexFillBackward1", Aten.IndexFill.Call(x, place, index, value)[0], x, value);
    }

    /// <inheritdoc/>
    public static Tensor IndexFill_(Tensor x, int dim, Tensor index, Tensor value)
    {
        var place = Check.IndexFill(x, dim, index, value);
        return RecordInPlace("IndexFillBackward1", x, () => Aten.IndexFill_.Run(x, place, index, value), value);
    }

    /// <inheritdoc/>
    public static Tensor IndexReduce(Tensor x, int dim, Tensor index, Tensor source, ScatterReduction reduce, bool includeSelf)
    {
        var place = Check.IndexReduce(x, dim, index, source, reduce);
        return Record(
            "IndexReduceBackward0", Aten.IndexReduce.Call(x, place, index, source, (int)reduce, includeSelf)[0], x, source);
    }

    /// <inheritdoc/>
    public static Tensor IndexReduce_(Tensor x, int dim, Tensor index, Tensor source, ScatterReduction reduce, bool includeSelf)
    {
        var place = Check.IndexReduce(x, dim, index, source, reduce);
        return RecordInPlace(
            "IndexReduceBackward0", x, () => Aten.IndexReduce_.Run(x, place, index, source, (int)reduce, includeSelf), source);
    }

    /// <inheritdoc/>
    public static Tensor IndexPut(Tensor x, ReadOnlySpan<Tensor?> indices, Tensor values, bool accumulate)
    {
        Check.IndexPut(x, indices);
        return Record("IndexPutBackward0", Putting.Call(x, indices, values, accumulate)[0], x, values);
    }

    /// <inheritdoc/>
    public static Tensor IndexPut_(Tensor x, ReadOnlySpan<Tensor?> indices, Tensor values, bool accumulate)
    {
        Check.IndexPut(x, indices);
        var held = indices.ToArray();
        return RecordInPlace(
            "IndexPutBackward0", x, () => NativeTensor.Own(PuttingInPlace.Call(x, held, values, accumulate)[0]).Dispose(), values);
    }
}
