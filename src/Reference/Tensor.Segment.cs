namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor SegmentReduce(Tensor data, SegmentReduction reduce, Tensor lengths, int axis, Scalar? initial)
    {
        var place = Check.SegmentReduce(data, reduce, lengths, axis);
        var start = initial?.ToDouble();
        var owners = SegmentOfEach(data.Shape, lengths, place);
        var segments = new Tensor(new double[With(data.Shape, place, lengths.Shape[-1]).Numel], With(data.Shape, place, lengths.Shape[-1]), data.DType);
        // Where in the result each element goes.
        var targets = Positions(segments, place, owners);
        var groups = data.Read().Zip(targets).ToLookup(pair => pair.Second, pair => pair.First);
        double[] values = [.. Enumerable.Range(0, (int)segments.Numel).Select(i => ReduceSegment([.. groups[i]], reduce, start))];

        Tensor Spread(Tensor x) => Pick("IndexBackward0", x, targets, data.Shape);
        Tensor Gathered(Tensor x) => AddAt(segments.Shape, targets, x);
        return TapeNode.Record("SegmentReduceBackward0", new(values, segments.Shape, data.DType), [data], (g, n) => reduce switch
        {
            SegmentReduction.Sum => Spread(g),
            SegmentReduction.Mean => Spread(g / Gathered(Full(data.Shape, 1, g.DType, Device.Cpu, requiresGrad: false))),
            SegmentReduction.Prod => Spread(g) * ProductOfOthers(n.X, owners, place) * (start ?? 1),
            _ => Shared(g, Eq(n.X, Spread(n.Result)).To(g.DType)),
        });

        // The elements that are a segment's largest or smallest one share its gradient; where the initial value is, none gets it.
        Tensor Shared(Tensor g, Tensor among) => Where(Eq(among, 0), Zero(g), Spread(g) / Spread(Gathered(among)));
    }

    /// <summary>The number of the segment that each element belongs to.</summary>
    private static Tensor SegmentOfEach(Shape shape, Tensor lengths, int axis)
    {
        var count = (int)lengths.Shape[-1];
        var segments = lengths.Read().SelectMany((length, i) => Enumerable.Repeat((double)(i % count), (int)length));
        Shape along = [.. shape.Take(axis + 1)];
        var one = new Tensor([.. segments], [.. along, .. shape.Skip(axis + 1).Select(_ => 1L)], DType.Int64);
        return Expand(one, shape);
    }

    private static double ReduceSegment(double[] elements, SegmentReduction reduce, double? initial) => reduce switch
    {
        SegmentReduction.Sum => (initial ?? 0) + elements.Sum(),
        SegmentReduction.Mean when elements.Length == 0 => initial ?? double.NaN,
        SegmentReduction.Mean => ((initial ?? 0) + elements.Sum()) / elements.Length,
        SegmentReduction.Max => elements.Aggregate(initial ?? double.NegativeInfinity, Math.Max),
        SegmentReduction.Min => elements.Aggregate(initial ?? double.PositiveInfinity, Math.Min),
        _ => elements.Aggregate(initial ?? 1, (product, element) => product * element),
    };

    /// <summary>For each element the product of the others of its segment.</summary>
    private static Tensor ProductOfOthers(Tensor x, Tensor segments, int dim)
    {
        var isOfSegment = Eq(Unsqueeze(segments, dim + 1), Unsqueeze(segments, dim));
        return Prod(Where(isOfSegment, EachReplacedBy1(x, dim), Number(1, x.DType)), dim + 1, keepDim: false);
    }
}
