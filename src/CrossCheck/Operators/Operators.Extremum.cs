namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Kinks = [0, 1])]
    private static T Maximum(T x, [Domain(-3, 2)] T y) => T.Maximum(x, y);

    [Op(Kinks = [0, 1])]
    private static T Minimum(T x, [Domain(-3, 2)] T y) => T.Minimum(x, y);

    [Op(Kinks = [0, 1])]
    private static T Fmax(T x, [Domain(-3, 2)] T y) => T.Fmax(x, y);

    [Op(Kinks = [0, 1])]
    private static T Fmin(T x, [Domain(-3, 2)] T y) => T.Fmin(x, y);

    [Op]
    private static T Max([Shape(2, 3, 4), Shape(5), Shape()] T x) => T.Max(x);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Max_Ties([Shape(2, 3, 4)] T x) => T.Max(T.Clamp(Tied(x), -1, 1));

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Max_Nan([Shape(2, 3, 4)] T x) => T.Max(WithNan(x));

    [Op(Fails = true)]
    private static T Max_OfNothing([Shape(0)] T x) => T.Max(x);

    [Op]
    private static T Max_Dim([Shape(2, 3, 4), Shape(2, 0, 3)] T x) => T.Max(x, -1, keepDim: false).Values;

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Max_DimTies([Shape(2, 3, 4)] T x) => T.Max(T.Clamp(Tied(x), -1, 1), 1, keepDim: true).Values;

    [Op(Orders = 0)]
    private static T Max_Indices([Shape(2, 3, 4)] T x) => T.Max(x, 1, keepDim: false).Indices;

    [Op(Orders = 0)]
    private static T Max_IndicesOfTies([Shape(2, 3, 4)] T x) => T.Max(T.Clamp(x, -1, 1), 1, keepDim: true).Indices;

    [Op(Fails = true)]
    private static T Max_OfEmptyDim([Shape(2, 0)] T x) => T.Max(x, 1, keepDim: false).Values;

    [Op]
    private static T Min([Shape(2, 3, 4), Shape(5), Shape()] T x) => T.Min(x);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Min_Ties([Shape(2, 3, 4)] T x) => T.Min(T.Clamp(Tied(x), -1, 1));

    [Op(DTypesSkip = "integers have no nan", DifferencesSkip = NotFinite)]
    private static T Min_Nan([Shape(2, 3, 4)] T x) => T.Min(WithNan(x));

    [Op(Fails = true)]
    private static T Min_OfNothing([Shape(0)] T x) => T.Min(x);

    [Op]
    private static T Min_Dim([Shape(2, 3, 4), Shape(2, 0, 3)] T x) => T.Min(x, -1, keepDim: false).Values;

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Min_DimTies([Shape(2, 3, 4)] T x) => T.Min(T.Clamp(Tied(x), -1, 1), 1, keepDim: true).Values;

    [Op(Orders = 0)]
    private static T Min_Indices([Shape(2, 3, 4)] T x) => T.Min(x, 1, keepDim: false).Indices;

    [Op(Orders = 0)]
    private static T Min_IndicesOfTies([Shape(2, 3, 4)] T x) => T.Min(T.Clamp(x, -1, 1), 1, keepDim: true).Indices;

    [Op(Fails = true)]
    private static T Min_OfEmptyDim([Shape(2, 0)] T x) => T.Min(x, 1, keepDim: false).Values;

    [Op]
    private static T Amax([Shape(2, 3, 4), Shape(5), Shape()] T x) => T.Amax(x, [], keepDim: false);

    [Op]
    private static T Amax_Dims([Shape(2, 3, 4), Shape(2, 0, 3)] T x) => T.Amax(x, [0, -1], keepDim: true);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Amax_Ties([Shape(2, 3, 4)] T x) => T.Amax(T.Clamp(Tied(x), -1, 1), [0, 1], keepDim: false);

    [Op(Fails = true)]
    private static T Amax_OfNothing([Shape(2, 0)] T x) => T.Amax(x, [1], keepDim: false);

    [Op]
    private static T Amin([Shape(2, 3, 4), Shape(5), Shape()] T x) => T.Amin(x, [], keepDim: false);

    [Op]
    private static T Amin_Dims([Shape(2, 3, 4), Shape(2, 0, 3)] T x) => T.Amin(x, [0, -1], keepDim: true);

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Amin_Ties([Shape(2, 3, 4)] T x) => T.Amin(T.Clamp(Tied(x), -1, 1), [0, 1], keepDim: false);

    [Op(Fails = true)]
    private static T Amin_OfNothing([Shape(2, 0)] T x) => T.Amin(x, [1], keepDim: false);

    [Op(Orders = 0)]
    private static T Aminmax([Shape(2, 3, 4)] T x) => T.Aminmax(x, null, keepDim: false).Min;

    [Op(Orders = 0)]
    private static T Aminmax_Max([Shape(2, 3, 4)] T x) => T.Aminmax(x, -1, keepDim: true).Max;

    [Op(Fails = true)]
    private static T Aminmax_OfNothing([Shape(0)] T x) => T.Aminmax(x, null, keepDim: false).Min;

    [Op(Fails = true)]
    private static T Aminmax_OfEmptyDim([Shape(2, 0)] T x) => T.Aminmax(x, 1, keepDim: false).Max;

    [Op(Orders = 0)]
    private static T Argmax([Shape(2, 3, 4), Shape(5), Shape()] T x) => T.Argmax(x);

    [Op(Orders = 0)]
    private static T Argmax_Dim([Shape(2, 3, 4)] T x) => T.Argmax(x, -1, keepDim: true);

    [Op(Orders = 0)]
    private static T Argmax_Ties([Shape(2, 3, 4)] T x) => T.Argmax(T.Clamp(x, -1, 1), 1, keepDim: false);

    [Op(Orders = 0, DTypesSkip = "integers have no nan")]
    private static T Argmax_Nan([Shape(2, 3, 4)] T x) => T.Argmax(WithNan(x), 1, keepDim: false);

    [Op(Fails = true)]
    private static T Argmax_OfNothing([Shape(0)] T x) => T.Argmax(x);

    [Op(Orders = 0)]
    private static T Argmin([Shape(2, 3, 4), Shape(5), Shape()] T x) => T.Argmin(x);

    [Op(Orders = 0)]
    private static T Argmin_Dim([Shape(2, 3, 4)] T x) => T.Argmin(x, -1, keepDim: true);

    [Op(Orders = 0)]
    private static T Argmin_Ties([Shape(2, 3, 4)] T x) => T.Argmin(T.Clamp(x, -1, 1), 1, keepDim: false);

    [Op(Orders = 0, DTypesSkip = "integers have no nan")]
    private static T Argmin_Nan([Shape(2, 3, 4)] T x) => T.Argmin(WithNan(x), 1, keepDim: false);

    [Op(Fails = true)]
    private static T Argmin_OfNothing([Shape(0)] T x) => T.Argmin(x);
}
