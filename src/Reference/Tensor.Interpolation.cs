namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Upsample(
        Tensor x, InterpolationMode mode, ReadOnlySpan<int> outputSize, bool alignCorners, ReadOnlySpan<double> scaleFactors)
    {
        Check.Upsample(x, mode, outputSize, alignCorners, scaleFactors);
        CheckKernel(x, mode);
        var along = new LinearMap[outputSize.Length];
        for (var i = 0; i < along.Length; i++)
        {
            var (from, to) = (x.Shape[i + 2], outputSize[i]);
            var factor = scaleFactors.IsEmpty ? 0 : scaleFactors[i];
            var ratio = factor > 0 ? 1 / factor : (double)from / to;
            along[i] = LinearMap.Along(from, to, place => mode switch
            {
                InterpolationMode.Nearest => [(Nearest(place * ratio, from), 1)],
                InterpolationMode.NearestExact => [(Nearest((place + 0.5) * ratio, from), 1)],
                InterpolationMode.Bicubic => Cubic(Source(place, from, to, ratio, alignCorners), from),
                _ => from == to ? [(place, 1)] : Linear(Math.Max(Source(place, from, to, ratio, alignCorners), 0), from),
            });
        }
        Shape shape = [.. x.Shape.Take(2), .. Check.Longs(outputSize)];
        return Mapped($"Upsample{mode}{outputSize.Length}DBackward0", x, shape, LinearMap.Product(along));
    }

    /// <summary>libtorch takes the nearest of uint8 too; where it interpolates those, in whole numbers, this engine does not.</summary>
    private static void CheckKernel(Tensor x, InterpolationMode mode)
    {
        var nearest = mode is InterpolationMode.Nearest or InterpolationMode.NearestExact;
        if (nearest && x.DType == DType.UInt8)
            return;
        NeedsFloats(
            mode switch
            {
                InterpolationMode.Bilinear => "upsample_bilinear2d_channels_last",
                InterpolationMode.Bicubic => "compute_indices_weights_cubic",
                _ => nearest ? "compute_indices_weights_nearest" : "compute_indices_weights_linear",
            },
            x);
    }

    /// <summary>Where a new place lies among the old ones: first on first and last on last, or edge on edge.</summary>
    private static double Source(long place, long from, long to, double ratio, bool alignCorners)
        => alignCorners
            ? to > 1 ? place * ((from - 1) / (double)(to - 1)) : 0
            : (place + 0.5) * ratio - 0.5;

    /// <summary>The element before. libtorch rounds to float32 first.</summary>
    private static long Nearest(double source, long from) => Math.Min((long)MathF.Floor((float)source), from - 1);

    /// <summary>The two elements around, the nearer one the more.</summary>
    private static IEnumerable<(long From, double Weight)> Linear(double source, long from)
    {
        var before = Math.Min((long)source, from - 1);
        var share = Math.Clamp(source - before, 0, 1);
        return [(before, 1 - share), (Math.Min(before + 1, from - 1), share)];
    }

    /// <summary>The four elements around; beyond the ends the last one stands for those that are not there.</summary>
    private static IEnumerable<(long From, double Weight)> Cubic(double source, long from)
    {
        var before = Math.Min((long)Math.Floor(source), from - 1);
        var share = Math.Clamp(source - before, 0, 1);
        return Enumerable.Range(-1, 4).Select(i => (Math.Clamp(before + i, 0, from - 1), CubicWeight(Math.Abs(share - i))));
    }

    /// <summary>Keys' cubic convolution with a slope of -3/4: how much an element counts that lies so far away, up to 2.</summary>
    private static double CubicWeight(double distance)
        => distance <= 1
            ? (1.25 * distance - 2.25) * distance * distance + 1
            : ((-0.75 * distance + 3.75) * distance - 6) * distance + 3;

    /// <inheritdoc/>
    public static Tensor AffineGrid(Tensor theta, ReadOnlySpan<long> size, bool alignCorners)
    {
        Check.AffineGrid(theta, size, alignCorners);
        var lengths = Shape.Create(size[2..]);
        Shape grid = [size[0], .. lengths, lengths.Count];
        // The places that are mapped, a row for each: x first, then y, and 1 for what is added.
        double[] places = [.. Strided.Places(lengths).SelectMany(place => (IEnumerable<double>)
            [.. place.Select((at, dim) => Normal(at, lengths[dim], alignCorners)).Reverse(), 1])];
        var rows = new Tensor(places, [lengths.Numel, lengths.Count + 1], theta.DType).Unsqueeze(0)
            .Expand(theta.Shape[0], lengths.Numel, lengths.Count + 1);
        var mapped = Bmm(rows, Transpose(Detach(theta), 1, 2)).Reshape(grid);
        return TapeNode.Record(
            "AffineGridGeneratorBackward0", mapped, [theta],
            (g, n) => Bmm(Transpose(g.Reshape(n.InputShape(0)[0], -1, lengths.Count), 1, 2), rows));
    }

    /// <summary>A place between -1 and 1: the middles of the outermost elements, or their edges.</summary>
    private static double Normal(long place, long length, bool alignCorners)
        => alignCorners
            ? length > 1 ? -1 + 2.0 * place / (length - 1) : 0
            : (2.0 * place + 1) / length - 1;
}
