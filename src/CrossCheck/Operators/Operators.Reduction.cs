namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Sum([Shape(2, 3, 4), Shape(5), Shape(), Shape(0), Shape(2, 0, 3)] T x) => T.Sum(x);

    [Op]
    private static T Sum_Into([Shape(2, 3, 4), Shape(5), Shape(), Shape(0), Shape(2, 0, 3)] T x) => T.Sum(x, DType.Float64);

    [Op]
    private static T Sum_Dims([Shape(2, 3, 4)] T x) => T.Sum(x, [0, -1], keepDim: true);

    [Op]
    private static T Sum_DimInto([Shape(2, 3, 4), Shape(3, 0)] T x) => T.Sum(x, [1], keepDim: false, DType.Float64);

    [Op]
    private static T Sum_Of0Dim([Shape()] T x) => T.Sum(x, [0], keepDim: true);

    [Op(Fails = true)]
    private static T Sum_DimTwice([Shape(2, 3)] T x) => T.Sum(x, [0, -2], keepDim: false);

    [Op(Fails = true)]
    private static T Sum_NoSuchDim([Shape(2, 3)] T x) => T.Sum(x, [2], keepDim: false);

    [Op(DTypesSkip = "integers have no nan")]
    private static T Nansum([Shape(2, 3, 4)] T x) => T.Nansum(WithNan(x), [1], keepDim: false);

    [Op]
    private static T Nansum_Into([Shape(2, 3, 4)] T x) => T.Nansum(x, [], keepDim: false, DType.Float64);

    [Op]
    private static T Mean([Shape(2, 3, 4), Shape(5), Shape(), Shape(0), Shape(2, 0, 3)] T x) => T.Mean(x);

    [Op]
    private static T Mean_Into([Shape(2, 3, 4), Shape(5), Shape(), Shape(0), Shape(2, 0, 3)] T x) => T.Mean(x, DType.Float64);

    [Op]
    private static T Mean_Dims([Shape(2, 3, 4), Shape(2, 3, 0)] T x) => T.Mean(x, [0, -1], keepDim: true);

    [Op]
    private static T Mean_DimInto([Shape(2, 3, 4)] T x) => T.Mean(x, [1], keepDim: false, DType.Float64);

    [Op(Fails = true)]
    private static T Mean_IntoIntegers([Shape(2, 3)] T x) => T.Mean(x, DType.Int64);

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Nanmean([Shape(2, 3, 4)] T x) => x.Nanmean() + T.Sum(Composites.Nanmean(WithNan(x), [1], keepDim: true));

    [Op]
    private static T Prod([Shape(2, 3), Shape(5), Shape(), Shape(0)] T x) => T.Prod(x);

    [Op]
    private static T Prod_Into([Shape(2, 3)] T x) => T.Prod(x, DType.Float64);

    [Op]
    private static T Prod_Dim([Shape(2, 3, 4), Shape(2, 0, 3)] T x) => T.Prod(x, 1, keepDim: true);

    [Op]
    private static T Prod_DimInto([Shape(2, 3, 4)] T x) => T.Prod(x, -1, keepDim: false, DType.Float64);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Prod_OneZero([Shape(2, 3)] T x) => T.Prod(ZeroWhere(x, x > 2));

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Prod_SeveralZeros([Shape(2, 3)] T x) => T.Prod(ZeroWhere(x, x > 0));

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Prod_DimZeros([Shape(2, 3, 4)] T x) => T.Prod(ZeroWhere(x, x > 0), 2, keepDim: false);

    [Op]
    private static T Logsumexp([Shape(2, 3, 4), Shape(5), Shape(), Shape(0), Shape(2, 0, 3)] T x) => T.Logsumexp(x, [], keepDim: false);

    [Op]
    private static T Logsumexp_Dims([Shape(2, 3, 4)] T x) => T.Logsumexp(x * 300, [0, -1], keepDim: true);

    [Op]
    private static T Logsumexp_OfEmptyDim([Shape(2, 0)] T x) => T.Logsumexp(x, [1], keepDim: false);

    [Op(Orders = 0)]
    private static T All([Shape(2, 3, 4), Shape(5), Shape(), Shape(0), Shape(2, 0, 3)] T x) => T.All(x);

    [Op(Orders = 0)]
    private static T All_Dims([Shape(2, 3, 4)] T x) => T.All(x > -2, [0, -1], keepDim: true);

    [Op(Orders = 0)]
    private static T All_OfEmptyDim([Shape(2, 0)] T x) => T.All(x, [1], keepDim: false);

    [Op(Orders = 0)]
    private static T Any([Shape(2, 3, 4), Shape(5), Shape(), Shape(0), Shape(2, 0, 3)] T x) => T.Any(x);

    [Op(Orders = 0)]
    private static T Any_Dims([Shape(2, 3, 4)] T x) => T.Any(x > 2, [0, -1], keepDim: false);

    [Op(Orders = 0)]
    private static T Any_OfEmptyDim([Shape(2, 0)] T x) => T.Any(x, [1], keepDim: false);

    [Op(Orders = 0)]
    private static T CountNonzero([Shape(2, 3, 4)] T x) => x.CountNonzero(1, -1) + (x > 1).CountNonzero();

    [Op]
    private static T SumToSize([Shape(2, 3, 4)] T x) => x.SumToSize(3, 1) * x.SumToSize();

    [Op(Fails = true)]
    private static T SumToSize_OfAnother([Shape(2, 3)] T x) => x.SumToSize(3, 3);

    [Op]
    private static T Renorm([Shape(3, 4), Shape(2, 3, 4)] T x) => T.Renorm(x, 2, 1, 2.5);

    [Op]
    private static T Renorm_P1([Shape(2, 3, 4)] T x) => T.Renorm(x, 1, -1, 6);

    [Op]
    private static T Renorm_P3([Shape(3, 4)] T x) => T.Renorm(x, 3, 0, 1.5);

    [Op(Fails = true)]
    private static T Renorm_OfAVector([Shape(3)] T x) => T.Renorm(x, 2, 0, 1);

    [Op(Fails = true)]
    private static T Renorm_P0([Shape(2, 3)] T x) => T.Renorm(x, 0, 0, 1);

    [Op(Fails = true)]
    private static T Renorm_NegativeNorm([Shape(2, 3)] T x) => T.Renorm(x, 2, 0, -1.5);

    /// <summary>x with an exact 0 in the places of the mask, which gradients pass all the same.</summary>
    private static T ZeroWhere(T x, T mask) => x - T.MaskedFill(T.Detach(x), ~mask, 0);

    /// <summary>x rounded, so that elements equal each other, with the gradients of x.</summary>
    private static T Tied(T x) => x - T.Detach(x) + T.Round(T.Detach(x));

    /// <summary>x with nan for its negative elements.</summary>
    private static T WithNan(T x) => T.MaskedFill(x, x < 0, double.NaN);
}
