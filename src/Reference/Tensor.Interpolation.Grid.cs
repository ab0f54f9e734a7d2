namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor GridSample(Tensor x, Tensor grid, GridSampleMode mode, GridSamplePaddingMode paddingMode, bool alignCorners)
    {
        Check.GridSample(x, grid, mode, paddingMode);
        NeedsFloats(x.Dim == 4 ? "grid_sampler_2d_cpu_kernel_impl" : "grid_sampler3d_cpu", x);
        GridTaps[] along = [.. x.Shape.Skip(2).Select(length => new GridTaps(length, mode, paddingMode, alignCorners))];
        Shape result = [.. x.Shape.Take(2), .. grid.Shape.Skip(1).SkipLast(1)];
        return TapeNode.Record(
            x.Dim == 4 ? "GridSampler2DBackward0" : "GridSampler3DBackward0",
            Sum(Corners(Detach(grid), along), corner => Under(Detach(x), corner) * corner.Weight).Reshape(result), [x, grid],
            (g, n) => Sum(Corners(n.Y, along), corner => Back(n.X, corner, Points(g) * corner.Weight)),
            (g, n) => Stack([.. Enumerable.Range(1, along.Length).Select(number => Sum(
                Corners(n.Y, along),
                corner => Sum(Points(g) * Under(n.X, corner), [1], keepDim: true) * corner.Slopes[^number]))], -1).Reshape(n.InputShape(1)));
    }

    /// <summary>The elements that each point takes shares of: all combinations of those along each dimension.</summary>
    private static List<GridCorner> Corners(Tensor grid, GridTaps[] along)
    {
        var points = grid.Reshape(grid.Shape[0], 1, -1, along.Length);
        var taps = along.Select((dim, i) => dim.Of(Select(points, 3, along.Length - 1 - i))).ToArray();
        Shape counts = [.. taps.Select(tap => (long)tap.Length)];
        return [.. Strided.Places(counts).Select(choice => new GridCorner(
            [.. choice.Select((tap, dim) => taps[dim][tap])], [.. along.Select(dim => dim.Length)]))];
    }

    /// <summary>(N, C, points).</summary>
    private static Tensor Points(Tensor g) => g.Reshape(g.Shape[0], g.Shape[1], -1);

    private static Tensor Sum(List<GridCorner> corners, Func<GridCorner, Tensor> of) => corners.Select(of).Aggregate((sum, next) => sum + next);

    /// <summary>The elements of x at a corner of each point, 0 outside.</summary>
    private static Tensor Under(Tensor x, GridCorner corner)
    {
        var (into, from, shape) = corner.Inside(x.Shape);
        return AddAt(shape, into, Pick("IndexBackward0", x, from, [from.Length]));
    }

    /// <summary>What the points have, added to the elements of x at their corner.</summary>
    private static Tensor Back(Tensor x, GridCorner corner, Tensor points)
    {
        var (into, from, _) = corner.Inside(x.Shape);
        return AddAt(x.Shape, from, Pick("IndexBackward0", points, into, [into.Length]));
    }

    /// <summary>One element for each point of a grid, by its tap along each dimension.</summary>
    private sealed class GridCorner(GridTap[] taps, long[] lengths)
    {
        /// <summary>Its share: the product of those along each dimension.</summary>
        internal Tensor Weight { get; } = taps.Select(tap => tap.Weight).Aggregate((product, next) => product * next);

        /// <summary>The share's derivative by each number of the grid.</summary>
        internal Tensor[] Slopes { get; } = [.. taps.Select((_, dim) => taps
            .Select((tap, other) => other == dim ? tap.Slope : tap.Weight).Aggregate((product, next) => product * next))];

        /// <summary>For the points whose element there is: where they lie among all, and where the element does.</summary>
        internal (long[] Into, long[] From, Shape Shape) Inside(Shape x)
        {
            var (batch, channels, plane) = (x[0], x[1], lengths.Aggregate(1L, (product, length) => product * length));
            var points = batch == 0 ? 0 : taps[0].Places.Length / batch;
            var (into, from) = (new List<long>(), new List<long>());
            for (var i = 0L; i < batch * channels * points; i++)
            {
                var (image, point) = (i / points, i / points / channels * points + i % points);
                var position = 0L;
                for (var dim = 0; dim < lengths.Length && position >= 0; dim++)
                {
                    var place = taps[dim].Places[point];
                    position = place >= 0 && place < lengths[dim] ? position * lengths[dim] + place : -1;
                }
                if (position < 0)
                    continue;
                into.Add(i);
                from.Add(image * plane + position);
            }
            return ([.. into], [.. from], [batch, channels, points]);
        }
    }
}
