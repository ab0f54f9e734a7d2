namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Scatter(Tensor x, int dim, Tensor index, Tensor src)
    {
        var place = Check.Scatter(x, dim, index, Check.Given(src));
        return Put("ScatterBackward0", x, Positions(x, place, index), Beside(index, src, "ScatterBackward0"), accumulate: false);
    }

    /// <inheritdoc/>
    public static Tensor Scatter_(Tensor x, int dim, Tensor index, Tensor src) => InPlace(x, old => Scatter(old, dim, index, src), src);

    /// <inheritdoc/>
    public static Tensor Scatter(Tensor x, int dim, Tensor index, Scalar value)
    {
        var place = Check.Scatter(x, dim, index, src: null);
        return FillAt("ScatterBackward1", x, Positions(x, place, index), Elements.Filled(value, x.DType));
    }

    /// <inheritdoc/>
    public static Tensor Scatter_(Tensor x, int dim, Tensor index, Scalar value) => InPlace(x, old => Scatter(old, dim, index, value));

    /// <inheritdoc/>
    public static Tensor ScatterAdd(Tensor x, int dim, Tensor index, Tensor src)
    {
        var place = Check.Scatter(x, dim, index, Check.Given(src));
        return Put("ScatterAddBackward0", x, Positions(x, place, index), Beside(index, src, "ScatterAddBackward0"), accumulate: true);
    }

    /// <inheritdoc/>
    public static Tensor ScatterAdd_(Tensor x, int dim, Tensor index, Tensor src) => InPlace(x, old => ScatterAdd(old, dim, index, src), src);

    /// <inheritdoc/>
    public static Tensor ScatterReduce(Tensor x, int dim, Tensor index, Tensor src, ScatterReduction reduce, bool includeSelf)
    {
        var place = Check.ScatterReduce(x, dim, index, src, reduce);
        const string Name = "ScatterReduceBackward0";
        if (reduce == ScatterReduction.Mean && x.DType == DType.Bool)
            throw Error.NoKernel("scatter_gather_tensor_cpu_reduce_mean", x.DType);
        return Reduced(Name, x, Positions(x, place, index), Beside(index, src, Name), reduce, includeSelf);
    }

    /// <inheritdoc/>
    public static Tensor ScatterReduce_(Tensor x, int dim, Tensor index, Tensor src, ScatterReduction reduce, bool includeSelf)
        => InPlace(x, old => ScatterReduce(old, dim, index, src, reduce, includeSelf), src);

    /// <inheritdoc/>
    public static Tensor Put(Tensor x, Tensor index, Tensor source, bool accumulate)
    {
        Check.Put(x, index, source);
        return Put("PutBackward0", x, [.. index.Read().Select(place => InFlat((long)place, x.Numel))], source, accumulate);
    }

    /// <inheritdoc/>
    public static Tensor Put_(Tensor x, Tensor index, Tensor source, bool accumulate)
        => InPlace(x, old => Put(old, index, source, accumulate), source);

    /// <inheritdoc/>
    public static Tensor MaskedScatter(Tensor x, Tensor mask, Tensor source)
    {
        Check.MaskedScatter(x, mask, source);
        var shape = Layout.Broadcast(mask.Shape, x.Shape);
        var positions = Chosen(mask, shape);
        if (positions.Length > source.Numel)
            throw Error.MaskedScatterCount();
        var (values, put) = ((double[])[.. x.Read(shape)], source.Read());
        for (var i = 0; i < positions.Length; i++)
            values[positions[i]] = put[i];
        long[] taken = [.. Enumerable.Range(0, positions.Length)];
        return TapeNode.Record(
            "MaskedScatterBackward0", new(values, shape, x.DType), [x, source],
            (g, _) => Blank(g, positions),
            (g, n) => AddAt(n.InputShape(1), taken, Pick("MaskedSelectBackward0", g, positions, [taken.Length])));
    }

    /// <inheritdoc/>
    public static Tensor MaskedScatter_(Tensor x, Tensor mask, Tensor source) => InPlace(x, old => MaskedScatter(old, mask, source), source);

    /// <summary>The part of a source that an index has elements for. libtorch, too, has no gradient for a source that is larger.</summary>
    private static Tensor Beside(Tensor index, Tensor source, string name)
    {
        if (index.Shape == source.Shape)
            return source;
        if (index.Numel == source.Numel)
            return source.Reshape(index.Shape);
        var part = Detach(source);
        for (var dim = 0; dim < index.Dim; dim++)
            part = Slice(part, dim, 0, index.Shape[dim], 1);
        return TapeNode.Record(
            name, Clone(part), [source], (g, n) => throw Error.GradientDoesNotFit(name, 1, g.Shape, n.InputShape(0)));
    }
}
