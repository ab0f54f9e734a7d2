namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Median([Shape(2, 3, 4), Shape(5), Shape()] T x) => T.Median(x);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Median_Ties([Shape(2, 3, 4)] T x) => T.Median(Tied(x));

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Median_Nan([Shape(2, 3, 4)] T x) => T.Median(WithNan(x));

    [Op]
    private static T Median_Dim([Shape(2, 3, 4)] T x) => T.Median(x, 1, keepDim: true).Values;

    [Op(Orders = 0, DTypesSkip = WhichOfEquals)]
    private static T Median_Indices([Shape(2, 3, 4)] T x) => T.Median(x, -1, keepDim: false).Indices;

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Median_DimNan([Shape(2, 3, 4)] T x) => T.Median(WithNan(x), 1, keepDim: false).Values;

    [Op(Fails = true)]
    private static T Median_OfEmptyDim([Shape(2, 0)] T x) => T.Median(x, 1, keepDim: false).Values;

    [Op]
    private static T Nanmedian([Shape(2, 3, 4), Shape(5), Shape()] T x) => T.Nanmedian(x);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Nanmedian_Ties([Shape(2, 3, 4)] T x) => T.Nanmedian(Tied(x));

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Nanmedian_Nan([Shape(2, 3, 4)] T x) => T.Nanmedian(WithNan(x));

    [Op]
    private static T Nanmedian_Dim([Shape(2, 3, 4)] T x) => T.Nanmedian(x, 1, keepDim: true).Values;

    [Op(Orders = 0, DTypesSkip = WhichOfEquals)]
    private static T Nanmedian_Indices([Shape(2, 3, 4)] T x) => T.Nanmedian(x, -1, keepDim: false).Indices;

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Nanmedian_DimNan([Shape(2, 3, 4)] T x) => T.Nanmedian(WithNan(x), 1, keepDim: false).Values;

    [Op(Fails = true)]
    private static T Nanmedian_OfEmptyDim([Shape(2, 0)] T x) => T.Nanmedian(x, 1, keepDim: false).Values;

    [Op]
    private static T Kthvalue([Shape(2, 3, 4), Shape(2, 2, 3)] T x) => T.Kthvalue(x, 2, 1, keepDim: true).Values;

    [Op(Orders = 0, DTypesSkip = WhichOfEquals)]
    private static T Kthvalue_Indices([Shape(2, 3, 4)] T x) => T.Kthvalue(x, 4, -1, keepDim: false).Indices;

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Kthvalue_Nan([Shape(2, 3, 4)] T x) => T.Kthvalue(WithNan(x), 3, 1, keepDim: false).Values;

    [Op(Fails = true)]
    private static T Kthvalue_TooLarge([Shape(2, 3, 4)] T x) => T.Kthvalue(x, 4, 1, keepDim: false).Values;

    [Op(Fails = true)]
    private static T Kthvalue_OfNothing([Shape(2, 0)] T x) => T.Kthvalue(x, 1, 1, keepDim: false).Values;

    [Op]
    private static T Mode([Shape(2, 3, 4), Shape(5), Shape()] T x) => T.Mode(x, 0, keepDim: false).Values;

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Mode_Ties([Shape(2, 3, 4)] T x) => T.Mode(Tied(x), 2, keepDim: true).Values;

    [Op(Orders = 0)]
    private static T Mode_Indices([Shape(2, 3, 4)] T x) => T.Mode(T.Clamp(x, -1, 1), 2, keepDim: false).Indices;

    [Op(Fails = true)]
    private static T Mode_OfNothing([Shape(2, 0)] T x) => T.Mode(x, 1, keepDim: false).Values;

    [Op]
    private static T Quantile([Shape(2, 3, 4), Shape(5), Shape()] T x) => x.Quantile(0.3);

    [Op]
    private static T Quantile_Dim([Shape(2, 3, 4)] T x) => x.Quantile(0.7, 1, keepDim: true);

    [Op]
    private static T Quantile_Parts([Shape(3, 4)] T x, [Shape(3), Domain(0.05, 0.95)] T q) => x.Quantile(q, 0);

    [Op]
    private static T Quantile_PartsOfAll([Shape(3, 4)] T x, [Shape(3), Domain(0.05, 0.95)] T q) => x.Quantile(q, keepDim: true);

    [Op]
    private static T Quantile_Lower([Shape(2, 3, 4)] T x) => x.Quantile(0.3, -1, interpolation: QuantileInterpolation.Lower);

    [Op]
    private static T Quantile_Higher([Shape(2, 3, 4)] T x) => x.Quantile(0.3, -1, interpolation: QuantileInterpolation.Higher);

    [Op]
    private static T Quantile_Midpoint([Shape(2, 3, 4)] T x) => x.Quantile(0.3, -1, interpolation: QuantileInterpolation.Midpoint);

    [Op]
    private static T Quantile_Nearest([Shape(2, 3, 4)] T x) => x.Quantile(0.3, -1, interpolation: QuantileInterpolation.Nearest);

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Quantile_Nan([Shape(2, 3, 4)] T x) => WithNan(x).Quantile(0.3, 1);

    [Op(Fails = true)]
    private static T Quantile_Outside([Shape(2, 3, 4)] T x) => x.Quantile(1.5);

    [Op(Fails = true)]
    private static T Quantile_OfNothing([Shape(0)] T x) => x.Quantile(0.5);

    [Op(DTypesSkip = "integers have no nan")]
    private static T Nanquantile([Shape(2, 3, 4)] T x) => WithNan(x).Nanquantile(0.3);

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Nanquantile_Dim([Shape(3, 4)] T x, [Shape(3), Domain(0.05, 0.95)] T q) => WithNan(x).Nanquantile(q, 0);

    /// <summary>Why indices are not compared where elements are equal.</summary>
    internal const string WhichOfEquals = "the place of which equal element is given is not defined";
}
