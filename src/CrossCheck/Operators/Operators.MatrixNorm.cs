namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T VectorNorm([Shape(2, 3), Shape(3), Shape(), Shape(0)] T x) => x.VectorNorm();

    [Op]
    private static T VectorNorm_Dims([Shape(2, 3, 2)] T x) => x.VectorNorm(3, [0, -1], keepDim: true);

    [Op(Orders = 1)]
    private static T VectorNorm_Zero([Shape(3)] T x) => (x * 0).VectorNorm() + x.VectorNorm(0) * x.Sum();

    [Op]
    private static T MatrixNorm([Shape(2, 3), Shape(2, 3, 2), Shape(0, 2)] T x) => x.MatrixNorm().Pow(3);

    [Op]
    private static T MatrixNorm_1([Shape(2, 3), Shape(2, 3, 2)] T x) => x.Exp().MatrixNorm(1) + x.Exp().MatrixNorm(-1, [-1, 0]).Sum();

    [Op]
    private static T MatrixNorm_Infinite([Shape(2, 3, 2)] T x)
        => x.Exp().MatrixNorm(double.PositiveInfinity, keepDim: true) + x.Exp().MatrixNorm(double.NegativeInfinity, [0, 1]).Sum();

    [Op(Tolerance = 1e-8)]
    private static T MatrixNorm_2([Shape(2, 3), Shape(2, 3, 2)] T x) => x.MatrixNorm(2) * x.MatrixNorm(-2, keepDim: true).Sum();

    [Op(Tolerance = 1e-8)]
    private static T MatrixNorm_Nuclear([Shape(2, 3), Shape(2, 3, 2)] T x)
        => x.MatrixNorm(NormOrder.Nuc) * x.MatrixNorm(NormOrder.Nuc, [0, -1], keepDim: true).Sum();

    [Op(Fails = true)]
    private static T MatrixNorm_NoSuchOrder([Shape(2, 3)] T x) => x.MatrixNorm(3);

    [Op(Fails = true)]
    private static T MatrixNorm_SameDims([Shape(2, 3)] T x) => x.MatrixNorm(1, [0, -2]);

    [Op(Fails = true)]
    private static T MatrixNorm_OfVectors([Shape(3)] T x) => x.MatrixNorm();

    [Op]
    private static T LinalgNorm([Shape(2, 3), Shape(2, 3, 2), Shape()] T x) => x.LinalgNorm().Pow(3);

    [Op]
    private static T LinalgNorm_Orders([Shape(3, 2)] T x)
        => x.LinalgNorm(1) + x[0].LinalgNorm(0.5) + x.LinalgNorm(4, [1]).Sum() + x.LinalgNorm(NormOrder.Fro);

    [Op(Fails = true)]
    private static T LinalgNorm_OrderOfMany([Shape(2, 3, 2)] T x) => x.LinalgNorm(1);

    [Op(Fails = true)]
    private static T LinalgNorm_ManyDims([Shape(2, 3, 2)] T x) => x.LinalgNorm(1, [0, 1, 2]);

    [Op(Tolerance = 1e-7)]
    private static T Cond([Shape(2, 2), Shape(2, 2, 3)] T x) => x.Cond() + x.Cond(-2);

    [Op(Tolerance = 1e-8)]
    private static T Cond_Orders([Shape(2, 2)] T x)
        => x.Exp().Cond(1) + x.Exp().Cond(double.PositiveInfinity) + x.Cond(NormOrder.Fro) + x.Cond(NormOrder.Nuc);

    [Op(Orders = 0)]
    private static T Cond_OfSingular([Shape(2, 2)] T x) => (x * 0 + 1).Cond(1);

    [Op(Fails = true)]
    private static T Cond_NotSquare([Shape(2, 3)] T x) => x.Cond(1);

    [Op(Fails = true)]
    private static T Cond_NoSuchOrder([Shape(2, 2)] T x) => x.Cond(3);
}
