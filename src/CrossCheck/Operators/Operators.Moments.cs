namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Var([Shape(2, 3, 4), Shape(5)] T x) => T.Var(x, [], 1, keepDim: false);

    [Op]
    private static T Var_Biased([Shape(2, 3, 4)] T x) => T.Var(x, [1], 0, keepDim: false);

    [Op]
    private static T Var_Correction([Shape(2, 3, 4)] T x) => T.Var(x, [0, -1], 2.5, keepDim: true);

    [Op(DifferencesSkip = NotFinite)]
    private static T Var_WithoutFreedom([Shape(1), Shape()] T x) => T.Var(x, [], 1, keepDim: false);

    [Op]
    private static T Std([Shape(2, 3, 4), Shape(5)] T x) => T.Std(x, [], 1, keepDim: false);

    [Op]
    private static T Std_Biased([Shape(2, 3, 4)] T x) => T.Std(x, [-1], 0, keepDim: true);

    [Op]
    private static T Std_Correction([Shape(2, 3, 4)] T x) => T.Std(x, [0, 2], 2.5, keepDim: false);

    [Op]
    private static T Std_OfEqual([Shape(2, 3, 4)] T x) => T.Std(x * 0, [1], 1, keepDim: false);

    [Op]
    private static T VarMean([Shape(2, 3, 4)] T x) => T.VarMean(x, [1], 1, keepDim: false).Var;

    [Op]
    private static T VarMean_Mean([Shape(2, 3, 4)] T x) => T.VarMean(x, [0, -1], 2.5, keepDim: true).Mean;

    [Op]
    private static T VarMean_Both([Shape(2, 3, 4)] T x) => With(T.VarMean(x, [], 0, keepDim: false), (variance, mean) => variance * mean);

    [Op]
    private static T StdMean([Shape(2, 3, 4)] T x) => T.StdMean(x, [1], 1, keepDim: false).Std;

    [Op]
    private static T StdMean_Mean([Shape(2, 3, 4)] T x) => T.StdMean(x, [0, -1], 2.5, keepDim: true).Mean;

    [Op]
    private static T StdMean_Both([Shape(2, 3, 4)] T x) => With(T.StdMean(x, [], 0, keepDim: false), (deviation, mean) => deviation * mean);

    [Op]
    private static T Norm([Shape(2, 3, 4), Shape(5), Shape(0)] T x) => T.Norm(x, 2, [], keepDim: false);

    [Op]
    private static T Norm_Dims([Shape(2, 3, 4)] T x) => T.Norm(x, 2, [0, -1], keepDim: true);

    [Op(DifferencesSkip = "the norm bends there")]
    private static T Norm_OfZeros([Shape(2, 3, 4)] T x) => T.Norm(x * 0, 2, [1], keepDim: false);

    [Op(Orders = 0)]
    private static T Norm_P0([Shape(2, 3, 4)] T x) => T.Norm(x, 0, [1], keepDim: false);

    [Op]
    private static T Norm_P1([Shape(2, 3, 4)] T x) => T.Norm(x, 1, [-1], keepDim: true);

    [Op]
    private static T Norm_P3([Shape(2, 3, 4)] T x) => T.Norm(x, 3, [1], keepDim: false);

    [Op]
    private static T Norm_P1AndAHalf([Shape(2, 3, 4)] T x) => T.Norm(x, 1.5, [1], keepDim: false);

    [Op]
    private static T Norm_PHalf([Shape(2, 3, 4)] T x) => T.Norm(x, 0.5, [1], keepDim: false);

    [Op]
    private static T Norm_PMinus1([Shape(2, 3, 4)] T x) => T.Norm(x, -1, [1], keepDim: false);

    [Op]
    private static T Norm_PInfinite([Shape(2, 3, 4)] T x) => T.Norm(x, double.PositiveInfinity, [0, 2], keepDim: false);

    [Op]
    private static T Norm_PMinusInfinite([Shape(2, 3, 4)] T x) => T.Norm(x, double.NegativeInfinity, [0], keepDim: false);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Norm_PInfiniteTies([Shape(2, 3, 4)] T x) => T.Norm(Tied(x), double.PositiveInfinity, [1], keepDim: false);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Norm_P3WithZeros([Shape(2, 3, 4)] T x) => T.Norm(ZeroWhere(x, x > 0), 3, [1], keepDim: false);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Norm_P1WithZeros([Shape(2, 3, 4)] T x) => T.Norm(ZeroWhere(x, x > 0), 1, [1], keepDim: false);

    [Op]
    private static T Norm_Fro([Shape(2, 3, 4)] T x) => Composites.Norm(x, NormOrder.Fro);

    [Op]
    private static T Norm_Nuc([Shape(2, 3)] T x) => Composites.Norm(x, NormOrder.Nuc, [-1, 0], keepDim: true);

    [Op(Fails = true)]
    private static T Norm_OfNothing([Shape(0)] T x) => T.Norm(x, double.PositiveInfinity, [], keepDim: false);

    [Op]
    private static T Cov([Shape(3, 5), Shape(4)] T x) => x.Cov();

    [Op]
    private static T Cov_Weighted([Shape(3, 4)] T x, [Shape(4), Domain(0.5, 2)] T y) => x.Cov(0, Index([4], 2, 1, 0, 3), y);

    [Op(DTypesSkip = "frequencies are integers")]
    private static T Cov_Counted([Shape(3, 4)] T x) => x.Cov(2, Index([4], 2, 1, 0, 3));

    [Op]
    private static T Cov_Reliable([Shape(2, 4)] T x, [Shape(4), Domain(0.5, 2)] T y) => x.Cov(1, aweights: y);

    [Op(Fails = true)]
    private static T Cov_OfABatch([Shape(2, 3, 4)] T x) => x.Cov();

    [Op(Fails = true)]
    private static T Cov_OtherCount([Shape(2, 3)] T x) => x.Cov(1, Index([2], 1, 1));

    [Op]
    private static T Corrcoef([Shape(3, 5)] T x) => x.Corrcoef();

    private static T With((T First, T Second) pair, Func<T, T, T> function) => function(pair.First, pair.Second);
}
