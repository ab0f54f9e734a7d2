namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Var(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var (variance, kept, rule) = Moments("var", x, dims, correction, keepDim);
        return TapeNode.Record("VarBackward0", variance, [x], (g, n) => rule(g.View(kept), n));
    }

    /// <inheritdoc/>
    public static Tensor Std(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
        => Std("std", "StdBackward0", x, dims, correction, keepDim);

    /// <inheritdoc/>
    public static (Tensor Var, Tensor Mean) VarMean(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var (variance, kept, rule) = Moments("var_mean", x, dims, correction, keepDim);
        return ResultsNode.Join(
            TapeNode.Record("VarMeanBackward0", variance, [x], (g, n) => rule(g.View(kept), n)),
            Mean("VarMeanBackward0", x, dims, keepDim, x.DType));
    }

    /// <inheritdoc/>
    public static (Tensor Std, Tensor Mean) StdMean(Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
        => ResultsNode.Join(
            Std("std_mean", "StdMeanBackward0", x, dims, correction, keepDim), Mean("StdMeanBackward0", x, dims, keepDim, x.DType));

    /// <inheritdoc/>
    public static Tensor Norm(Tensor x, Scalar p, ReadOnlySpan<int> dims, bool keepDim)
    {
        var along = Dim.WrapAll(dims, x.Dim);
        Check.Norm(x, p, dims);
        var power = p.ToDouble();
        var (norm, kept) = Reduce(x, dims, keepDim, x.DType, elements => NormOf(elements, power));
        return TapeNode.Record(
            "LinalgVectorNormBackward0", norm, [x],
            (g, n) => NormGradient(g.View(kept), n.X, n.Result.View(kept), power, along));
    }

    /// <inheritdoc/>
    public static Tensor Renorm(Tensor x, Scalar p, int dim, Scalar maxnorm)
    {
        var place = Check.Renorm(x, p, dim, maxnorm);
        int[] others = [.. Enumerable.Range(0, x.Dim).Where(d => d != place)];
        var norm = Norm(x, p, others, keepDim: true);
        var isLonger = norm > maxnorm;
        var result = Where(isLonger, x * (maxnorm / (norm + 1e-7)), x);
        return TapeNode.Record("RenormBackward0", Detach(result), [x], (g, n) =>
        {
            var length = Norm(n.X, p, others, keepDim: true);
            var scale = maxnorm / (length + 1e-7);
            var along = Sum(g * n.X, others, keepDim: true) * scale / (length + 1e-7);
            return Where(isLonger, scale * g - NormGradient(along, n.X, length, p.ToDouble(), others), g);
        });
    }

    private static Tensor Std(string name, string node, Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var (variance, kept, rule) = Moments(name, x, dims, correction, keepDim);
        var deviation = new Tensor(Array.ConvertAll(variance.Read(), Math.Sqrt), variance.Shape, x.DType);
        return TapeNode.Record(
            node, deviation, [x],
            (g, n) => rule(Where(Eq(n.Result, 0), Zero(g), g / (2 * n.Result)).View(kept), n));
    }

    /// <summary>The variance, and its rule for a gradient that keeps the reduced dimensions.</summary>
    private static (Tensor Variance, Shape Kept, Vjp Rule) Moments(
        string name, Tensor x, ReadOnlySpan<int> dims, double correction, bool keepDim)
    {
        var along = Dim.WrapAll(dims, x.Dim);
        var count = Layout.CountAlong(x.Shape, [.. along]);
        Check.Moments(name, x, count, correction);
        var (variance, kept) = Reduce(x, dims, keepDim, x.DType, elements => SquaredDeviations(elements) / Math.Max(count - correction, 0));
        return (variance, kept, (g, n) => 2 / (count - correction) * g * (n.X - Mean(n.X, along, keepDim: true)));
    }

    private static double SquaredDeviations(ReadOnlySpan<double> elements)
    {
        var mean = Total(elements, v => v) / elements.Length;
        return Total(elements, v => (v - mean) * (v - mean));
    }

    private static double NormOf(ReadOnlySpan<double> elements, double p)
    {
        if (double.IsInfinity(p))
        {
            var extreme = p > 0 ? 0 : double.PositiveInfinity;
            foreach (var element in elements)
                extreme = p > 0 ? Math.Max(extreme, Math.Abs(element)) : Math.Min(extreme, Math.Abs(element));
            return extreme;
        }
        return p switch
        {
            0 => Total(elements, v => v != 0 ? 1 : 0),
            1 => Total(elements, Math.Abs),
            2 => Math.Sqrt(Total(elements, v => v * v)),
            _ => Math.Pow(Total(elements, v => Math.Pow(Math.Abs(v), p)), 1 / p),
        };
    }

    /// <summary>sign(x) (|x|/norm)^(p-1), written for each p so that 0 divides by nothing.</summary>
    private static Tensor NormGradient(Tensor g, Tensor x, Tensor norm, double p, int[] along)
    {
        if (p == 0)
            return x * 0;
        if (p == 1)
            return g * SignOf(x);
        if (double.IsInfinity(p))
        {
            var among = Eq(Abs(x), norm) + x.Ne(x) * norm.Ne(norm);
            return Where(among, SignOf(x) * (g / Sum(among, along, keepDim: true)), Zero(g));
        }
        if (p == 2)
            return g * UnlessZero(norm, x / norm);
        if (p < 1)
            return UnlessZero(x, SignOf(x) * Pow(Abs(x), p - 1)) * (g * Pow(norm, 1 - p));
        var direction = p < 2 ? SignOf(x) * Pow(Abs(x), p - 1) : x * (p == 3 ? Abs(x) : Pow(Abs(x), p - 2));
        return direction * UnlessZero(norm, g / Pow(norm, p - 1));
    }

    /// <summary>The quotient where its divisor is not 0, else 0.</summary>
    private static Tensor UnlessZero(Tensor divisor, Tensor quotient) => Where(Eq(divisor, 0), Zero(quotient), quotient);
}
