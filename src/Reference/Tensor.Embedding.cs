namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Embedding(
        Tensor x, Tensor weight, long? paddingIdx, double? maxNorm, double normType, bool scaleGradByFreq)
    {
        var padding = Check.Embedding(x, weight, paddingIdx);
        Composites.Renorm(weight, x, maxNorm, normType);
        var rows = x.ToArray<long>();
        var positions = RowPositions(weight, rows);
        Shape shape = [.. x.Shape, weight.Shape[1]];
        var factors = RowFactors(rows, padding, scaleGradByFreq, weight.DType);
        return TapeNode.Record(
            "EmbeddingBackward0", Pick("", Detach(weight), positions, shape), [weight],
            (g, n) => AddAt(n.InputShape(0), positions, Scaled(g.Reshape(rows.Length, shape[-1]), factors)));
    }

    /// <inheritdoc/>
    public static Tensor EmbeddingBag(
        Tensor x, Tensor weight, Tensor? offsets, double? maxNorm, double normType, bool scaleGradByFreq, EmbeddingBagMode mode,
        Tensor? perSampleWeights, bool includeLastOffset, long? paddingIdx)
    {
        var padding = Check.EmbeddingBag(x, weight, offsets, scaleGradByFreq, mode, perSampleWeights, includeLastOffset, paddingIdx);
        Composites.Renorm(weight, x, maxNorm, normType);
        var (numbers, starts, factors) = Composites.Bags(x, offsets, perSampleWeights);
        var (rows, firsts) = (numbers.ToArray<long>(), starts.ToArray<long>());
        var count = firsts.Length - (includeLastOffset ? 1 : 0);
        // Which bag each number lies in; those behind the last offset, and padding, are in none.
        var end = includeLastOffset ? firsts[^1] : rows.Length;
        long[] bags = [.. rows.Select((row, i) => i >= end || row == padding ? -1 : Array.FindLastIndex(firsts[..count], first => first <= i))];
        return mode == EmbeddingBagMode.Max
            ? LargestInBags(weight, rows, bags, count)
            : SumsOfBags(weight, factors, rows, bags, count, scaleGradByFreq, mean: mode == EmbeddingBagMode.Mean);
    }

    private static Tensor SumsOfBags(
        Tensor weight, Tensor? factors, long[] rows, long[] bags, int count, bool scaleGradByFreq, bool mean)
    {
        int[] kept = [.. Enumerable.Range(0, rows.Length).Where(i => bags[i] >= 0)];
        long[] keptRows = [.. kept.Select(i => rows[i])], keptBags = [.. kept.Select(i => bags[i])];
        var columns = weight.Shape[1];
        Shape each = [kept.Length, columns], result = [count, columns];
        long[] from = RowPositions(weight, keptRows), into = [.. keptBags.SelectMany(bag => Row(bag, columns))];
        var sizes = new double[kept.Length];
        for (var i = 0; i < kept.Length; i++)
            sizes[i] = mean ? 1.0 / keptBags.Count(bag => bag == keptBags[i]) : 1;
        var shares = new Tensor(sizes, [kept.Length, 1], weight.DType);
        var scale = RowFactors(keptRows, padding: -1, scaleGradByFreq, weight.DType);

        // A factor for each row that is added: its share of a mean, or what was given.
        long[] places = [.. kept.Select(i => (long)i)];
        Tensor Factors(Tensor given) => Pick("IndexBackward0", given, places, [kept.Length, 1]);
        Tensor Share(Tensor given) => factors is null ? shares : Factors(given);
        var added = Pick("", Detach(weight), from, each) * Share(factors is null ? shares : Detach(factors));
        return TapeNode.Record(
            "EmbeddingBagBackward0", AddAt(result, into, added), [weight, factors ?? Absent(weight)],
            (g, n) => AddAt(n.InputShape(0), from, Scaled(Pick("IndexBackward0", g, into, each) * Share(n.Y), scale)),
            (g, n) => AddAt(
                n.InputShape(1), places,
                Sum(Pick("IndexBackward0", g, into, each) * Pick("IndexBackward0", n.X, from, each), [1], keepDim: false)));
    }

    /// <summary>The largest element of each column in each bag, the first of several; 0 of an empty bag.</summary>
    private static Tensor LargestInBags(Tensor weight, long[] rows, long[] bags, int count)
    {
        var (values, columns) = (weight.Read(), weight.Shape[1]);
        var best = new long[count * columns];
        Array.Fill(best, -1);
        for (var i = 0; i < rows.Length; i++)
        {
            for (var column = 0L; column < columns && bags[i] >= 0; column++)
            {
                ref var place = ref best[bags[i] * columns + column];
                if (place < 0 || values[rows[i] * columns + column] > values[place])
                    place = rows[i] * columns + column;
            }
        }
        long[] into = [.. Enumerable.Range(0, best.Length).Where(i => best[i] >= 0).Select(i => (long)i)];
        long[] from = [.. into.Select(i => best[i])];
        var largest = AddAt([count, columns], into, Pick("", Detach(weight), from, [from.Length]));
        return TapeNode.Record(
            "EmbeddingBagBackward0", largest, [weight, Absent(weight)],
            (g, n) => AddAt(n.InputShape(0), from, Pick("IndexBackward0", g, into, [into.Length])), null);
    }

    /// <summary>The positions of the elements of rows of a matrix.</summary>
    private static long[] RowPositions(Tensor matrix, long[] rows) => [.. rows.SelectMany(row => Row(row, matrix.Shape[1]))];

    private static IEnumerable<long> Row(long row, long columns)
    {
        for (var column = 0L; column < columns; column++)
            yield return row * columns + column;
    }

    /// <summary>By what each row's gradient is multiplied: 0 of the padding, 1/n of a row that is named n times; null for 1.</summary>
    private static Tensor? RowFactors(long[] rows, long padding, bool byFrequency, DType dtype)
    {
        if (!byFrequency && padding < 0)
            return null;
        double Factor(long row) => row == padding ? 0 : byFrequency ? 1.0 / rows.Count(other => other == row) : 1;
        return new(Array.ConvertAll(rows, Factor), [rows.Length, 1], dtype);
    }

    /// <summary>A product that a factor of 0 makes 0, whatever the other.</summary>
    private static Tensor Scaled(Tensor g, Tensor? factors)
        => factors is null ? g : Where(Eq(factors, 0), Zero(g), g * factors);
}
