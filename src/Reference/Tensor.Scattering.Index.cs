namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor IndexAdd(Tensor x, int dim, Tensor index, Tensor source, Scalar alpha)
    {
        var place = Check.IndexAdd("index_add", x, dim, index, source);
        var positions = Lines(x, place, index, (_, _) => Error.IndexSelectOutOfRange());
        var (values, added, by) = ((double[])[.. x.Read()], source.Read(), Elements.Filled(alpha, x.DType));
        for (var i = 0; i < positions.Length; i++)
            values[positions[i]] += by * added[i];
        return TapeNode.Record(
            "IndexAddBackward0", new(values, x.Shape, x.DType), [x, source],
            (g, _) => g,
            (g, n) => Pick("IndexSelectBackward0", g, positions, n.InputShape(1)) * alpha);
    }

    /// <inheritdoc/>
    public static Tensor IndexAdd_(Tensor x, int dim, Tensor index, Tensor source, Scalar alpha)
        => InPlace(x, old => IndexAdd(old, dim, index, source, alpha), source);

    /// <inheritdoc/>
    public static Tensor IndexCopy(Tensor x, int dim, Tensor index, Tensor source)
    {
        var place = Check.IndexCopy(x, dim, index, source);
        var positions = Lines(x, place, index, (at, length) => Error.IndexCopyOutOfRange(at, place, length));
        return Put("IndexCopyBackward0", x, positions, source, accumulate: false);
    }

    /// <inheritdoc/>
    public static Tensor IndexCopy_(Tensor x, int dim, Tensor index, Tensor source)
        => InPlace(x, old => IndexCopy(old, dim, index, source), source);

    /// <inheritdoc/>
    public static Tensor IndexFill(Tensor x, int dim, Tensor index, Scalar value)
    {
        var positions = FilledPlaces(x, Check.IndexFill(x, dim, index), index);
        return FillAt("IndexFillBackward0", x, positions, Elements.Filled(value, x.DType));
    }

    /// <inheritdoc/>
    public static Tensor IndexFill_(Tensor x, int dim, Tensor index, Scalar value) => InPlace(x, old => IndexFill(old, dim, index, value));

    /// <inheritdoc/>
    public static Tensor IndexFill(Tensor x, int dim, Tensor index, Tensor value)
    {
        var positions = FilledPlaces(x, Check.IndexFill(x, dim, index, value), index);
        var filled = FillAt("", Detach(x), positions, Elements.Filled(value.ToScalar(), x.DType));
        return TapeNode.Record(
            "IndexFillBackward1", filled, [x, value],
            (g, _) => Blank(g, positions),
            (g, _) => Sum(Pick("IndexSelectBackward0", g, positions, [positions.Length])));
    }

    /// <inheritdoc/>
    public static Tensor IndexFill_(Tensor x, int dim, Tensor index, Tensor value)
        => InPlace(x, old => IndexFill(old, dim, index, value), value);

    /// <inheritdoc/>
    public static Tensor IndexReduce(Tensor x, int dim, Tensor index, Tensor source, ScatterReduction reduce, bool includeSelf)
    {
        var place = Check.IndexReduce(x, dim, index, source, reduce);
        var positions = Lines(x, place, index, (_, _) => Error.IndexSelectOutOfRange());
        if (x.DType == DType.Bool && (!includeSelf || reduce == ScatterReduction.Mean))
            throw Error.NoKernel(includeSelf ? "div_floor_cpu" : "index_reduce_func_exclude_input_init", x.DType);
        return Reduced("IndexReduceBackward0", x, positions, source, reduce, includeSelf);
    }

    /// <inheritdoc/>
    public static Tensor IndexReduce_(Tensor x, int dim, Tensor index, Tensor source, ScatterReduction reduce, bool includeSelf)
        => InPlace(x, old => IndexReduce(old, dim, index, source, reduce, includeSelf), source);

    /// <summary>The positions that an index names for filling, each once; here negative places count from the end.</summary>
    private static long[] FilledPlaces(Tensor x, int dim, Tensor index)
    {
        var length = x.Dim == 0 ? 1 : x.Shape[dim];
        double[] places = [.. index.Read().Select(place => place < 0 ? place + length : place).Distinct()];
        // The place that the sentence names is the one that was given.
        return Lines(x, dim, new(places, [places.Length], DType.Int64), (place, _) => Error.IndexOutOfRange(
            place < 0 ? place - length : place, dim, length));
    }
}
