namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Cumsum([Shape(2, 3, 4), Shape(5), Shape(), Shape(0), Shape(2, 0, 3)] T x) => T.Cumsum(x, 0);

    [Op]
    private static T Cumsum_Into([Shape(2, 3, 4)] T x) => T.Cumsum(x, -2, DType.Float64);

    [Op]
    private static T Cumprod([Shape(2, 3), Shape(5), Shape(), Shape(0)] T x) => T.Cumprod(x, -1);

    [Op]
    private static T Cumprod_Into([Shape(2, 3)] T x) => T.Cumprod(x, 1, DType.Float64);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Cumprod_OneZero([Shape(5)] T x) => T.Cumprod(ZeroWhere(x, x > 2), 0);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Cumprod_SeveralZeros([Shape(2, 3, 4)] T x) => T.Cumprod(ZeroWhere(x, x > 0), 2);

    [Op]
    private static T Cummax([Shape(2, 3, 4), Shape(5), Shape(), Shape(0)] T x) => T.Cummax(x, 0).Values;

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Cummax_Ties([Shape(2, 3, 4)] T x) => T.Cummax(T.Clamp(Tied(x), -1, 1), 1).Values;

    [Op(Orders = 0)]
    private static T Cummax_Indices([Shape(2, 3, 4)] T x) => T.Cummax(T.Clamp(x, -1, 1), -1).Indices;

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Cummax_Nan([Shape(2, 3, 4)] T x) => T.Cummax(WithNan(x), 1).Values;

    [Op(Orders = 0, DTypesSkip = "integers have no nan")]
    private static T Cummax_IndicesNan([Shape(2, 3, 4)] T x) => T.Cummax(WithNan(x), 1).Indices;

    [Op(Fails = true)]
    private static T Cummax_NoSuchDim([Shape(2, 3)] T x) => T.Cummax(x, 2).Values;

    [Op]
    private static T Cummin([Shape(2, 3, 4), Shape(5), Shape(), Shape(0)] T x) => T.Cummin(x, 0).Values;

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Cummin_Ties([Shape(2, 3, 4)] T x) => T.Cummin(T.Clamp(Tied(x), -1, 1), 1).Values;

    [Op(Orders = 0)]
    private static T Cummin_Indices([Shape(2, 3, 4)] T x) => T.Cummin(T.Clamp(x, -1, 1), -1).Indices;

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Cummin_Nan([Shape(2, 3, 4)] T x) => T.Cummin(WithNan(x), 1).Values;

    [Op(Orders = 0, DTypesSkip = "integers have no nan")]
    private static T Cummin_IndicesNan([Shape(2, 3, 4)] T x) => T.Cummin(WithNan(x), 1).Indices;

    [Op(Fails = true)]
    private static T Cummin_NoSuchDim([Shape(2, 3)] T x) => T.Cummin(x, 2).Values;

    [Op]
    private static T Logcumsumexp([Shape(2, 3, 4), Shape(5), Shape(), Shape(0)] T x) => T.Logcumsumexp(x, 0);

    // Of numbers of this size libtorch's second derivative has no digits: it goes through logarithms of them.
    [Op(Orders = 1)]
    private static T Logcumsumexp_Large([Shape(2, 3, 4)] T x) => T.Logcumsumexp(x * 300, 1);
}
