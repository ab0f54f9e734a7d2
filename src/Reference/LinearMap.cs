namespace TwinGrad.Reference;

/// <summary>A linear map that is the same for every plane of a tensor: result[to] = the sum of weight x[from] over its terms.</summary>
/// <remarks>Means of windows, interpolation, columns of windows: what takes fixed shares of elements is one, and so is its derivative.</remarks>
/// <param name="from">How many elements a plane has.</param>
/// <param name="to">How many a plane of the result has.</param>
/// <param name="terms">Which element counts how much where.</param>
internal sealed class LinearMap(long from, long to, IReadOnlyList<LinearMap.Term> terms)
{
    /// <summary>A share of one element in one of the result.</summary>
    internal readonly record struct Term(long To, long From, double Weight);

    /// <summary>Along one dimension: for each place of the result, shares of places.</summary>
    internal static LinearMap Along(long from, long to, Func<long, IEnumerable<(long From, double Weight)>> shares)
    {
        var terms = new List<Term>();
        for (var place = 0L; place < to; place++)
            terms.AddRange(shares(place).Select(share => new Term(place, share.From, share.Weight)));
        return new(from, to, terms);
    }

    /// <summary>The same along each dimension: shares multiply.</summary>
    internal static LinearMap Product(IEnumerable<LinearMap> along)
        => along.Aggregate(new LinearMap(1, 1, [new(0, 0, 1)]), (outer, inner) => outer.Times(inner));

    /// <summary>The map back: each element's shares, added where it came from.</summary>
    internal LinearMap Adjoint() => new(to, from, [.. terms.Select(term => new Term(term.From, term.To, term.Weight))]);

    /// <summary>The planes of a tensor, each mapped.</summary>
    internal Tensor Apply(double[] values, Shape shape, DType dtype)
    {
        var result = Strided.Allocate(Layout.Numel(shape));
        for (var plane = 0L; plane < (to == 0 ? 0 : result.Length / to); plane++)
            foreach (var term in terms)
                result[plane * to + term.To] += term.Weight * values[plane * from + term.From];
        return new(result, shape, dtype);
    }

    private LinearMap Times(LinearMap inner) => new(from * inner.Source, to * inner.Target,
        [.. terms.SelectMany(outer => inner.Terms.Select(term => new Term(
            outer.To * inner.Target + term.To, outer.From * inner.Source + term.From, outer.Weight * term.Weight)))]);

    private long Source => from;

    private long Target => to;

    private IReadOnlyList<Term> Terms => terms;
}
