namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Scatter(Tensor x, int dim, Tensor index, Tensor src)
    {
        var place = Check.Scatter(x, dim, index, Check.Given(src));
        return Record(
            "ScatterBackward0",
            NativeError.CheckElements(NativeMethods.THSTensor_scatter(x.Handle, place, index.Handle, src.Handle)), x, src);
    }

    /// <inheritdoc/>
    public static Tensor Scatter_(Tensor x, int dim, Tensor index, Tensor src)
    {
        var place = Check.Scatter(x, dim, index, Check.Given(src));
        return RecordInPlace("ScatterBackward0", x, () => NativeTensor.Own(Elements(Aten.Scatter_, x, place, index, src)[0]).Dispose(), src);
    }

    /// <inheritdoc/>
    public static Tensor Scatter(Tensor x, int dim, Tensor index, Scalar value)
    {
        var place = Check.Scatter(x, dim, index, src: null);
        return Record("ScatterBackward1", Elements(Aten.ScatterNumber, x, place, index, value)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor Scatter_(Tensor x, int dim, Tensor index, Scalar value)
    {
        var place = Check.Scatter(x, dim, index, src: null);
        return RecordInPlace("ScatterBackward1", x, () => NativeTensor.Own(Elements(Aten.ScatterNumber_, x, place, index, value)[0]).Dispose());
    }

    /// <inheritdoc/>
    public static Tensor ScatterAdd(Tensor x, int dim, Tensor index, Tensor src)
    {
        var place = Check.Scatter(x, dim, index, Check.Given(src));
        return Record(
            "ScatterAddBackward0",
            NativeError.CheckElements(NativeMethods.THSTensor_scatter_add(x.Handle, place, index.Handle, src.Handle)), x, src);
    }

    /// <inheritdoc/>
    public static Tensor ScatterAdd_(Tensor x, int dim, Tensor index, Tensor src)
    {
        var place = Check.Scatter(x, dim, index, Check.Given(src));
        return RecordInPlace("ScatterAddBackward0", x, () => NativeTensor.Own(Elements(Aten.ScatterAdd_, x, place, index, src)[0]).Dispose(), src);
    }

    /// <inheritdoc/>
    public static Tensor ScatterReduce(Tensor x, int dim, Tensor index, Tensor src, ScatterReduction reduce, bool includeSelf)
    {
        var place = Check.ScatterReduce(x, dim, index, src, reduce);
        return Record("ScatterReduceBackward0", Elements(Aten.ScatterReduce, x, place, index, src, (int)reduce, includeSelf)[0], x, src);
    }

    /// <inheritdoc/>
    public static Tensor ScatterReduce_(Tensor x, int dim, Tensor index, Tensor src, ScatterReduction reduce, bool includeSelf)
    {
        var place = Check.ScatterReduce(x, dim, index, src, reduce);
        return RecordInPlace(
            "ScatterReduceBackward0", x, () => NativeTensor.Own(Elements(Aten.ScatterReduce_, x, place, index, src, (int)reduce, includeSelf)[0]).Dispose(), src);
    }

    /// <inheritdoc/>
    public static Tensor Put(Tensor x, Tensor index, Tensor source, bool accumulate)
    {
        Check.Put(x, index, source);
        return Record("PutBackward0", Aten.Put.Call(x, index, source, accumulate)[0], x, source);
    }

    /// <inheritdoc/>
    public static Tensor Put_(Tensor x, Tensor index, Tensor source, bool accumulate)
    {
        Check.Put(x, index, source);
        return RecordInPlace("PutBackward0", x, () => Aten.Put_.Run(x, index, source, accumulate), source);
    }

    /// <inheritdoc/>
    public static Tensor MaskedScatter(Tensor x, Tensor mask, Tensor source)
    {
        Check.MaskedScatter(x, mask, source);
        return Record("MaskedScatterBackward0", Aten.MaskedScatter.Call(x, mask, source)[0], x, source);
    }

    /// <inheritdoc/>
    public static Tensor MaskedScatter_(Tensor x, Tensor mask, Tensor source)
    {
        Check.MaskedScatter(x, mask, source);
        return RecordInPlace("MaskedScatterBackward0", x, () => Aten.MaskedScatter_.Run(x, mask, source), source);
    }

    /// <summary>The results of an operator on elements of an index; one outside is an error of an argument, as in PyTorch.</summary>
    private static nint[] Elements(NativeFunction function, params NativeArgument[] arguments)
        => NativeError.CheckElements(() => function.Call(arguments));
}
