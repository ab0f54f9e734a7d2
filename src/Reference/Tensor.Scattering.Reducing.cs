namespace TwinGrad.Reference;

// What several elements that are sent to one position become. x is what is there before, src what is sent, At picks what lies at the
// positions, and Sent adds up what is sent to each.
public sealed partial class Tensor
{
    private static Tensor Reduced(string name, Tensor x, long[] positions, Tensor src, ScatterReduction reduce, bool includeSelf)
    {
        var counts = Counts(x, positions, includeSelf);
        var values = Combined(x, positions, src, reduce, includeSelf);
        if (reduce == ScatterReduction.Mean)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = x.DType.IsFloatingPoint ? values[i] / counts[i] : Math.Floor(values[i] / counts[i]);
        }
        Tensor Dx(Tensor g, TapeNode n) => reduce switch
        {
            ScatterReduction.Sum => g,
            ScatterReduction.Prod => ProductWithout(g, n),
            ScatterReduction.Mean => g / Constant(counts, g),
            _ => Equals(n.X, n.Result) * Shared(g, n),
        };
        Tensor Dsrc(Tensor g, TapeNode n) => reduce switch
        {
            ScatterReduction.Sum => At(g, n),
            ScatterReduction.Prod => ProductOfOthersSent(g, n),
            ScatterReduction.Mean => At(g / Constant(counts, g), n),
            _ => Equals(n.Y, At(n.Result, n)) * At(Shared(g, n), n),
        };
        return TapeNode.Record(
            name, new(values, x.Shape, x.DType), [x, src],
            (g, n) => includeSelf ? Dx(g, n) : Blank(Dx(g, n), positions),
            Dsrc);

        Tensor At(Tensor t, TapeNode n) => Pick("GatherBackward0", t, positions, n.InputShape(1));

        Tensor Sent(Tensor t, TapeNode n) => AddAt(n.InputShape(0), positions, t);

        // The gradient of an extremum, shared evenly by all that equal it.
        Tensor Shared(Tensor g, TapeNode n) => g / (Equals(n.X, n.Result) + Sent(Equals(n.Y, At(n.Result, n)), n));

        // The product of what was sent to where x is: with a 1 in its place where it is 0.
        Tensor ProductWithout(Tensor g, TapeNode n)
        {
            var x = MaskedFill(n.X, Eq(n.X, 0), 1);
            return g * Reduced(name, x, positions, n.Y, reduce, includeSelf) / x;
        }

        // The result divided by what was sent; where that is the only 0, the product with a 1 in its place.
        Tensor ProductOfOthersSent(Tensor g, TapeNode n)
        {
            var isZero = Eq(n.Y, 0);
            var onlyZero = BitwiseAnd(isZero, Eq(At(Sent(isZero.To(g.DType), n), n), 1));
            var others = Reduced(name, n.X, positions, MaskedFill(n.Y, onlyZero, 1), reduce, includeSelf);
            return Where(onlyZero, At(g * others, n), At(g * n.Result, n) / MaskedFill(n.Y, isZero, 1));
        }
    }

    /// <summary>How many elements meet at each position of x; 1 where nothing is sent.</summary>
    private static double[] Counts(Tensor x, long[] positions, bool includeSelf)
    {
        var counts = new double[x.Numel];
        Array.Fill(counts, 1);
        if (!includeSelf)
            foreach (var position in positions)
                counts[position] = 0;
        foreach (var position in positions)
            counts[position]++;
        return counts;
    }

    private static double[] Combined(Tensor x, long[] positions, Tensor src, ScatterReduction reduce, bool includeSelf)
    {
        var (values, sent) = ((double[])[.. x.Read()], src.Read());
        if (!includeSelf)
            foreach (var position in positions)
                values[position] = Neutral(reduce);
        for (var i = 0; i < positions.Length; i++)
        {
            ref var value = ref values[positions[i]];
            value = reduce switch
            {
                ScatterReduction.Prod => value * sent[i],
                ScatterReduction.Amax => Math.Max(value, sent[i]),
                ScatterReduction.Amin => Math.Min(value, sent[i]),
                _ => value + sent[i],
            };
        }
        return values;
    }

    /// <summary>What changes nothing that it is combined with.</summary>
    private static double Neutral(ScatterReduction reduce) => reduce switch
    {
        ScatterReduction.Prod => 1,
        ScatterReduction.Amax => double.NegativeInfinity,
        ScatterReduction.Amin => double.PositiveInfinity,
        _ => 0,
    };

    /// <summary>1 where both are equal, else 0.</summary>
    private static Tensor Equals(Tensor x, Tensor y) => Eq(x, y).To(x.DType);

    private static Tensor Constant(double[] values, Tensor like) => new(values, like.Shape, like.DType);
}
