namespace TwinGrad.Reference;

/// <summary>One of the elements along a dimension that each point of a grid takes a share of.</summary>
/// <param name="Places">Which element, for each point.</param>
/// <param name="Weight">Its share, a function of the grid.</param>
/// <param name="Slope">The derivative of that share by the grid's number.</param>
internal readonly record struct GridTap(long[] Places, Tensor Weight, Tensor Slope);

/// <summary>Where the points of a grid lie along a dimension, and which elements they take there.</summary>
internal readonly record struct GridTaps(long Length, GridSampleMode Mode, GridSamplePaddingMode PaddingMode, bool AlignCorners)
{
    // What -1 and 1 of the grid are apart, in places.
    private double Scale => (AlignCorners ? Length - 1 : Length) / 2.0;

    /// <summary>The elements that are taken: one, two or four.</summary>
    internal GridTap[] Of(Tensor numbers)
    {
        var source = AlignCorners ? (numbers + 1) * Scale : ((numbers + 1) * (double)Length - 1) / 2;
        return Mode == GridSampleMode.Bicubic ? Four(source) : Around(source);
    }

    private GridTap[] Around(Tensor source)
    {
        var padding = this;
        var moved = Array.ConvertAll(source.Read(), place => padding.Padded(place));
        Tensor Each(Func<(double Sign, double Shift), double> part) => new(Array.ConvertAll(moved, at => part(at)), source.Shape, source.DType);
        // Inside, and where it is reflected, the place moves with the grid; at a border it does not.
        var sign = Each(at => at.Sign);
        var inside = Tensor.Where(Tensor.Eq(sign, 0), Each(at => at.Shift), source * sign + Each(at => at.Shift));
        if (Mode == GridSampleMode.Nearest)
            return [new(Whole(inside, Math.Round), Each(_ => 1), Each(_ => 0))];
        var before = Whole(inside, Math.Floor);
        var share = inside - Number(before, source);
        return [new(before, 1 - share, sign * -Scale), new(Moved(before, 1), share, sign * Scale)];
    }

    private GridTap[] Four(Tensor source)
    {
        var before = Whole(source, Math.Floor);
        var share = source - Number(before, source);
        var padding = this;
        long[] Place(int offset) => Array.ConvertAll(Moved(before, offset), place =>
        {
            var (sign, shift) = padding.Padded(place);
            return (long)(place * sign + shift);
        });
        return
        [
            new(Place(-1), Outer(share + 1), OuterSlope(share + 1) * Scale),
            new(Place(0), Inner(share), InnerSlope(share) * Scale),
            new(Place(1), Inner(1 - share), InnerSlope(1 - share) * -Scale),
            new(Place(2), Outer(2 - share), OuterSlope(2 - share) * -Scale),
        ];
    }

    // Keys' cubic convolution with a slope of -3/4: how much an element counts at a distance up to 1, and from 1 to 2.
    private static Tensor Inner(Tensor x) => (1.25 * x - 2.25) * x * x + 1;

    private static Tensor InnerSlope(Tensor x) => (3.75 * x - 4.5) * x;

    private static Tensor Outer(Tensor x) => ((-0.75 * x + 3.75) * x - 6) * x + 3;

    private static Tensor OuterSlope(Tensor x) => (-2.25 * x + 7.5) * x - 6;

    /// <summary>Where a place outside is taken instead: sign place + shift.</summary>
    private (double Sign, double Shift) Padded(double place)
    {
        if (PaddingMode == GridSamplePaddingMode.Zeros)
            return (1, 0);
        if (PaddingMode == GridSamplePaddingMode.Border)
            return Clipped(1, 0, place);
        var (low, span) = AlignCorners ? (0, Length - 1.0) : (-0.5, (double)Length);
        if (span == 0)
            return (0, 0);
        // There and back again: every second span lies the other way round.
        var mirror = place < low ? -1 : 1;
        var flips = Math.Floor(mirror * (place - low) / span);
        return flips % 2 == 0
            ? Clipped(mirror, low - mirror * low - flips * span, place)
            : Clipped(-mirror, low + mirror * low + (flips + 1) * span, place);
    }

    private (double Sign, double Shift) Clipped(double sign, double shift, double place) => (sign * place + shift) switch
    {
        <= 0 => (0, 0),
        var at when at >= Length - 1 => (0, Length - 1),
        _ => (sign, shift),
    };

    private static long[] Whole(Tensor x, Func<double, double> round)
        => Array.ConvertAll(x.Read(), place => (long)Math.Clamp(round(place), int.MinValue, int.MaxValue));

    private static long[] Moved(long[] places, int by) => Array.ConvertAll(places, place => place + by);

    private static Tensor Number(long[] places, Tensor like) => new(Array.ConvertAll(places, place => (double)place), like.Shape, like.DType);
}
