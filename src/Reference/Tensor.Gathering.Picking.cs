namespace TwinGrad.Reference;

// Whatever names elements by indices comes down to their row-major positions, found once: elements are picked there, or put there.
public sealed partial class Tensor
{
    /// <summary>The elements at positions of x, broadcast to a shape.</summary>
    private static Tensor Pick(string name, Tensor x, Shape source, long[] positions, Shape shape)
    {
        var values = x.Read(source);
        return TapeNode.Record(
            name, new(Array.ConvertAll(positions, position => values[position]), shape, x.DType), [x],
            (g, _) => AddAt(source, positions, g));
    }

    private static Tensor Pick(string name, Tensor x, long[] positions, Shape shape) => Pick(name, x, x.Shape, positions, shape);

    /// <summary>Zeros of a shape with x added at positions: the adjoint of picking.</summary>
    private static Tensor AddAt(Shape shape, long[] positions, Tensor x)
    {
        var values = new double[shape.Numel];
        var added = x.Read();
        for (var i = 0; i < positions.Length; i++)
            values[positions[i]] += added[i];
        return TapeNode.Record(
            "IndexPutBackward0", new(values, shape, x.DType), [x], (g, n) => Pick("IndexBackward0", g, positions, n.InputShape(0)));
    }

    /// <summary>x with the elements at positions replaced by those of a source, or with these added to them.</summary>
    private static Tensor Put(string name, Tensor x, long[] positions, Tensor source, bool accumulate)
    {
        double[] values = [.. x.Read()];
        var put = source.Read();
        for (var i = 0; i < positions.Length; i++)
            values[positions[i]] = accumulate ? values[positions[i]] + put[i] : put[i];
        return TapeNode.Record(
            name, new(values, x.Shape, x.DType), [x, source],
            (g, _) => accumulate ? g : Blank(g, positions),
            (g, n) => Pick("IndexBackward0", g, positions, n.InputShape(1)));
    }

    /// <summary>x with zeros at positions.</summary>
    private static Tensor Blank(Tensor x, long[] positions) => FillAt("IndexPutBackward0", x, positions, 0);

    /// <summary>x with one element at positions.</summary>
    private static Tensor FillAt(string name, Tensor x, long[] positions, double element)
    {
        double[] values = [.. x.Read()];
        foreach (var position in positions)
            values[position] = element;
        return TapeNode.Record(name, new(values, x.Shape, x.DType), [x], (g, _) => Blank(g, positions));
    }

    /// <summary>Where along a dimension the elements of an index point to, as positions in x.</summary>
    private static long[] Along(Tensor x, int dim, Tensor index, Func<long, long, Exception> outside)
    {
        var (length, stride) = x.Dim == 0 ? (1, 1) : (x.Shape[dim], Layout.Contiguous(x.Shape)[dim]);
        Shape strides = index.Numel == 0 || index.Dim == 0 ? [] : With(Layout.Contiguous(x.Dim == 0 ? [1] : x.Shape), dim, 0);
        return [.. index.Read().Select((place, i) => place >= 0 && place < length
            ? Strided.Position(i, index.Shape, strides, (long)place * stride)
            : throw outside((long)place, length))];
    }

    /// <summary>The elements at the places of a dimension that a vector names, as positions in x, row-major.</summary>
    private static long[] Lines(Tensor x, int dim, Tensor index, Func<long, long, Exception> outside)
    {
        Shape shape = x.Dim == 0 ? [index.Numel] : With(x.Shape, dim, index.Numel);
        Shape one = [.. shape.Select((_, d) => d == dim ? index.Numel : 1)];
        return Along(x, dim, Expand(View(Contiguous(Detach(index)), one), shape), outside);
    }
}
