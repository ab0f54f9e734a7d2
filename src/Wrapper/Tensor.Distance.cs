namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Dist(Tensor x, Tensor other, Scalar p)
    {
        Check.Dist(x, other);
        return Record("DistBackward0", Aten.Dist.Call(x, other, p)[0], x, other);
    }

    /// <inheritdoc/>
    public static Tensor CdistForward(Tensor x1, Tensor x2, double p)
    {
        Check.Cdist(x1, x2, p);
        return Record("CdistBackward0", Aten.CdistForward.Call(x1, x2, p)[0], x1, x2);
    }

    /// <inheritdoc/>
    public static Tensor EuclideanDist(Tensor x1, Tensor x2)
    {
        Check.Cdist(x1, x2, 2);
        return Record("EuclideanDistBackward0", Aten.EuclideanDist.Call(x1, x2)[0], x1, x2);
    }

    /// <inheritdoc/>
    public static Tensor Pdist(Tensor x, double p)
    {
        Check.Pdist(x, p);
        var rows = Contiguous(x);
        return Record("PdistBackward0", Aten.Pdist.Call(rows, p)[0], rows);
    }
}
