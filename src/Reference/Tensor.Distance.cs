namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Dist(Tensor x, Tensor other, Scalar p)
    {
        Check.Dist(x, other);
        var power = p.ToDouble();
        var difference = Detach(x) - Detach(other);
        var norm = Reduce(difference, [], keepDim: false, difference.DType, elements => NormOf(elements, power)).Result;
        return power == 0
            ? TapeNode.Record("DistBackward0", norm, [x, other], (_, _) => null, (_, _) => null)
            : TapeNode.Record("DistBackward0", norm, [x, other], Gradient, (g, n) => -Gradient(g, n));

        Tensor Gradient(Tensor g, TapeNode n) => NormGradient(g, n.X - n.Y, n.Result, power, []);
    }

    /// <inheritdoc/>
    public static Tensor CdistForward(Tensor x1, Tensor x2, double p)
    {
        Check.Cdist(x1, x2, p);
        NeedsFullFloats("cdist", x1);
        return Distances("CdistBackward0", x1, x2, p);
    }

    /// <inheritdoc/>
    public static Tensor EuclideanDist(Tensor x1, Tensor x2)
    {
        Check.Cdist(x1, x2, 2);
        return Distances("EuclideanDistBackward0", x1, x2, 2);
    }

    /// <inheritdoc/>
    public static Tensor Pdist(Tensor x, double p)
    {
        Check.Pdist(x, p);
        NeedsFullFloats("pdist", x);
        var rows = Contiguous(x);
        var (first, second) = Pairs(x.Shape[0]);
        Tensor Differences(Tensor of) => IndexSelect(of, 0, first) - IndexSelect(of, 0, second);
        var norms = Norms(Differences(Detach(rows)), p);
        return TapeNode.Record("PdistBackward0", norms, [rows], (g, n) =>
        {
            var gradient = DistanceGradient(g, Differences(n.X), n.Result, p);
            Tensor Places(Tensor rows) => Expand(View(rows, [-1, 1]), gradient.Shape);
            return ScatterAdd(ScatterAdd(Nothing(n.X, n), 0, Places(first), gradient), 0, Places(second), -gradient);
        });
    }

    private static Tensor Distances(string name, Tensor x1, Tensor x2, double p)
    {
        static Tensor Differences(Tensor a, Tensor b) => Unsqueeze(a, -2) - Unsqueeze(b, -3);
        var norms = Norms(Differences(Detach(x1), Detach(x2)), p);
        Tensor Gradient(Tensor g, TapeNode n) => DistanceGradient(g, Differences(n.X, n.Y), n.Result, p);
        return TapeNode.Record(
            name, norms, [x1, x2],
            (g, n) => Sum(Gradient(g, n), [-2], keepDim: false), (g, n) => -Sum(Gradient(g, n), [-3], keepDim: false));
    }

    private static void NeedsFullFloats(string kernel, Tensor x)
    {
        if (x.DType == DType.Float16 || x.DType == DType.BFloat16)
            throw Error.NoKernel(kernel, x.DType);
    }

    /// <summary>The p-norms along the last dimension.</summary>
    private static Tensor Norms(Tensor differences, double p)
        => Reduce(differences, [-1], keepDim: false, differences.DType, elements => NormOf(elements, p)).Result;

    /// <summary>The gradient of differences of which norms were taken along the last dimension.</summary>
    /// <remarks>That of the norm, but with p = inf libtorch gives all of it to each of the largest differences, which share it elsewhere.</remarks>
    private static Tensor DistanceGradient(Tensor g, Tensor differences, Tensor norms, double p)
    {
        var (each, norm) = (Unsqueeze(g, -1), Unsqueeze(norms, -1));
        return double.IsInfinity(p)
            ? Where(Eq(Abs(differences), norm), each * SignOf(differences), Zero(g))
            : NormGradient(each, differences, norm, p, [differences.Dim - 1]);
    }

    /// <summary>The places of all pairs of n things, in order.</summary>
    private static (Tensor First, Tensor Second) Pairs(long n)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var i = 0L; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                first.Add(i);
                second.Add(j);
            }
        }
        return (new([.. first], [first.Count], DType.Int64), new([.. second], [second.Count], DType.Int64));
    }
}
