namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Dist([Shape(2, 3), Shape(), Shape(3), Shape(0)] T x, [Shape(2, 3), Shape(2, 3), Shape(2, 3), Shape(0)] T other) => T.Dist(x, other, 2);

    [Op]
    private static T Dist_OfAnyPower([Shape(2, 3)] T x, [Shape(2, 3)] T other)
        => T.Dist(x, other, 3) + T.Dist(x, other, 1.5) + T.Dist(x, other, 1) + T.Dist(x, other, 0.5) + T.Dist(x, other, double.PositiveInfinity);

    [Op(Orders = 1)]
    private static T Dist_Count([Shape(2, 3)] T x, [Shape(2, 3)] T other) => T.Dist(x, other.Detach(), 0);

    [Op(DifferencesSkip = "a norm of 0")]
    private static T Dist_None([Shape(2, 3)] T x) => T.Dist(x, x.Detach(), 2);

    [Op(Orders = 1)]
    private static T CdistForward([Shape(3, 4), Shape(2, 3, 2), Shape(0, 3), Shape(2, 0)] T x1, [Shape(2, 4), Shape(1, 2, 2), Shape(2, 3), Shape(3, 0)] T x2)
        => T.CdistForward(x1, x2, 2);

    [Op(Orders = 1)]
    private static T CdistForward_Cubed([Shape(3, 4)] T x1, [Shape(2, 4)] T x2) => T.CdistForward(x1, x2, 3);

    [Op(Orders = 1)]
    private static T CdistForward_Between1And2([Shape(3, 4)] T x1, [Shape(2, 4)] T x2) => T.CdistForward(x1, x2, 1.5);

    [Op(Orders = 1)]
    private static T CdistForward_Blocks([Shape(3, 4)] T x1, [Shape(2, 4)] T x2) => T.CdistForward(x1, x2, 1);

    [Op(Orders = 1)]
    private static T CdistForward_Below1([Shape(3, 4)] T x1, [Shape(2, 4)] T x2) => T.CdistForward(x1, x2, 0.5);

    [Op(Orders = 1)]
    private static T CdistForward_Largest([Shape(3, 4)] T x1, [Shape(2, 4)] T x2) => T.CdistForward(x1, x2, double.PositiveInfinity);

    [Op(Orders = 1)]
    private static T CdistForward_Count([Shape(3, 4)] T x1, [Shape(2, 4)] T x2) => T.CdistForward(x1, x2, 0) * x1.Sum();

    [Op(Orders = 1, DifferencesSkip = "rows that are equal")]
    private static T CdistForward_LargestOfItself([Shape(3, 2)] T x) => T.CdistForward(x, x, double.PositiveInfinity);

    [Op(Orders = 1, DifferencesSkip = "rows that are equal")]
    private static T CdistForward_OfItself([Shape(3, 2)] T x)
        => T.CdistForward(x, x, 2) + T.CdistForward(x, x, 1) + T.CdistForward(x, x, 3) + T.CdistForward(x, x, 0.5) + T.CdistForward(x, x, 1.5);

    [Op(Orders = 1, DifferencesSkip = "the largest differences are equal")]
    private static T CdistForward_Ties([Shape(2, 2)] T x) => T.CdistForward(x.Sign(), x.Sign() * -2 + x - x.Detach(), double.PositiveInfinity);

    [Op(Fails = true)]
    private static T CdistForward_Columns([Shape(3, 4)] T x1, [Shape(3, 2)] T x2) => T.CdistForward(x1, x2, 2);

    [Op(Fails = true)]
    private static T CdistForward_Vector([Shape(4)] T x1, [Shape(2, 4)] T x2) => T.CdistForward(x1, x2, 2);

    [Op(Fails = true)]
    private static T CdistForward_NegativePower([Shape(3, 4)] T x1, [Shape(2, 4)] T x2) => T.CdistForward(x1, x2, -1);

    [Op(Fails = true)]
    private static T CdistForward_Batches([Shape(2, 3, 4)] T x1, [Shape(3, 2, 4)] T x2) => T.CdistForward(x1, x2, 2);

    [Op(Tolerance = 1e-7)]
    private static T EuclideanDist([Shape(3, 4), Shape(2, 3, 2)] T x1, [Shape(2, 4), Shape(2, 2, 2)] T x2) => T.EuclideanDist(x1, x2);

    [Op(Tolerance = 1e-7)]
    private static T Cdist_ByProduct([Shape(3, 4), Shape(2, 1, 3, 2)] T x1, [Shape(2, 4), Shape(2, 2, 2)] T x2)
        => x1.Cdist(x2, computeMode: ComputeMode.UseMmForEuclidDist);

    [Op(Orders = 1)]
    private static T Pdist([Shape(4, 3), Shape(1, 2), Shape(3, 0)] T x) => T.Pdist(x, 2);

    [Op(Orders = 1)]
    private static T Pdist_OfAnyPower([Shape(4, 3)] T x)
        => T.Pdist(x, 3) + T.Pdist(x, 1.5) + T.Pdist(x, 1) + T.Pdist(x, 0.5) + T.Pdist(x, 0) + T.Pdist(x.Exp(), double.PositiveInfinity);

    [Op(Fails = true)]
    private static T Pdist_Dims([Shape(2, 3, 4)] T x) => T.Pdist(x, 2);

    [Op(Fails = true)]
    private static T Pdist_NegativePower([Shape(2, 3)] T x) => T.Pdist(x, -1);

    [Op]
    private static T PairwiseDistance([Shape(2, 3), Shape(3), Shape(2, 2, 3)] T x1, [Shape(2, 3), Shape(2, 3), Shape(3)] T x2)
        => x1.PairwiseDistance(x2, keepdim: true);

    [Op(DTypesSkip = MixedDTypes)]
    private static T CosineSimilarity([Shape(2, 3), Shape(3), Shape(2, 2, 3)] T x1, [Shape(2, 3), Shape(2, 3), Shape(3)] T x2)
        => x1.CosineSimilarity(x2, dim: -1);

    [Op(DifferencesSkip = "the gradient is that of the length, not of the eps that counts instead")]
    private static T CosineSimilarity_Short([Shape(2, 3)] T x1, [Shape(2, 3)] T x2) => x1.CosineSimilarity(x2, eps: 4);

    [Op]
    private static T Normalize([Shape(2, 3), Shape(2, 3, 2)] T x) => x.Normalize(p: 3);

    [Op]
    private static T Normalize_Short([Shape(2, 3)] T x) => x.Normalize(dim: 0, eps: 3.5);
}
