namespace TwinGrad;

/// <summary>The inputs that an entry of the catalogue is tried on.</summary>
internal static class Samples
{
    // What of a step between neighbours lies below the first element: not the half, as multiples of 0.5 are where functions bend.
    private const double Phase = 0.37;

    private static readonly double[] SpecialValues =
    [
        0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, 10, -10, 1e-8, -1e-8, 1e8, 700, -700, 1e-300, 0.1, Math.PI, -Math.E,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    private static readonly long[][][] OneArgument = [[[2, 3]], [[]], [[0]], [[2, 0, 3]], [[5]]];

    private static readonly long[][][] Broadcast =
        [[[2, 3], [2, 3]], [[2, 3], [3]], [[2, 1], [1, 3]], [[], [2, 2]], [[4], []], [[], []], [[0], [1]], [[2, 1], [0]]];

    /// <summary>Samples inside the domains, away from kinks and ties: under the entry's shapes, or under such as broadcast.</summary>
    internal static IEnumerable<Input[]> Regular(CatalogueEntry entry)
    {
        var parameters = entry.Parameters;
        if (!entry.IsElementwise)
        {
            for (var i = 0; i < parameters.Max(parameter => parameter.Shapes.Count); i++)
                yield return [.. parameters.Select((parameter, place) => Fill(Shape(parameter, i), parameter.Domain, place))];
            yield break;
        }
        var inPlace = entry.Operator.EndsWith('_');
        foreach (var shapes in parameters.Count == 1 ? OneArgument : Broadcast)
        {
            // What is written in place keeps its shape, which is then that of the result.
            if (inPlace && shapes.Length > 1 && Layout.Broadcast(shapes[0], shapes[1]) != shapes[0])
                continue;
            // From the third argument on, shapes come round again: the first one's broadcasts with itself.
            yield return [.. parameters.Select((parameter, place) => Fill(shapes[place % shapes.Length], parameter.Domain, place))];
        }
    }

    /// <summary>Every combination of the values at which the entry bends, and of one beside them.</summary>
    internal static IEnumerable<Input[]> Kinks(CatalogueEntry entry)
        => entry.Op.Kinks.Length == 0 || !entry.IsElementwise ? [] : [Combine([.. entry.Op.Kinks, 0.7, -1.3], entry.Parameters.Count)];

    /// <summary>Every combination of infinities, nans, zeros and numbers of extreme size, inside the domains or not.</summary>
    internal static IEnumerable<Input[]> Special(CatalogueEntry entry)
        => entry.IsElementwise && entry.Op.SpecialSkip is null
            ? [Combine(entry.Parameters.Count <= 2 ? SpecialValues : [0, -0.0, 1, -2, 0.5, 1e8, double.NaN, double.PositiveInfinity], entry.Parameters.Count)]
            : [];

    /// <summary>Where distances are measured: many random elements inside the domains, or the entry's own shapes.</summary>
    internal static IEnumerable<Input[]> Many(CatalogueEntry entry, int count, int seed)
    {
        if (!entry.IsElementwise)
            return Regular(entry);
        var random = new Random(seed);
        return [[.. entry.Parameters.Select(parameter => Input.Of([.. Enumerable.Range(0, count).Select(
            _ => (double)(float)(parameter.Domain.Low + (parameter.Domain.High - parameter.Domain.Low) * random.NextDouble()))]))]];
    }

    private static long[] Shape(CatalogueParameter parameter, int sample)
        => parameter.Shapes.Count == 0 ? [] : parameter.Shapes[Math.Min(sample, parameter.Shapes.Count - 1)];

    private static Input[] Combine(double[] values, int arguments)
    {
        var inputs = new Input[arguments];
        var count = (int)Math.Pow(values.Length, arguments);
        var repeats = 1;
        for (var place = 0; place < arguments; place++)
        {
            var step = repeats;
            inputs[place] = Input.Of([.. Enumerable.Range(0, count).Select(i => values[i / step % values.Length])]);
            repeats *= values.Length;
        }
        return inputs;
    }

    /// <summary>Equally spaced numbers of a domain, mixed up: no two are so near that a small step changes their order.</summary>
    private static Input Fill(long[] shape, DomainAttribute domain, int place)
    {
        var count = (int)TwinGrad.Shape.Create(shape).Numel;
        var step = (domain.High - domain.Low) / Math.Max(count, 1);
        var stride = Enumerable.Range(Math.Max(1, (int)(count * 0.618)), count + 1).First(candidate => Coprime(candidate, count));
        // Rounded to float32, so that both dtypes start from the same numbers.
        return new(shape, [.. Enumerable.Range(0, count).Select(
            i => (double)(float)(domain.Low + step * ((i * stride + place) % count + Phase + 0.11 * (place % 3))))]);
    }

    private static bool Coprime(int a, int b) => b == 0 ? a == 1 : Coprime(b, a % b);
}
