namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Kinks = [0])]
    private static T Sign(T x) => T.Sign(x);

    [Op(Kinks = [0, 1, -2])]
    private static T Floor(T x) => T.Floor(x);

    [Op(Kinks = [0, 1, -2])]
    private static T Ceil(T x) => T.Ceil(x);

    [Op(Kinks = [0, 1, -2])]
    private static T Trunc(T x) => T.Trunc(x);

    [Op(Kinks = [-1.5, -0.5, 0.5, 1.5, 2.5])]
    private static T Round(T x) => T.Round(x);

    [Op(Kinks = [0.25, 0.35, -0.05])]
    private static T Round_Decimal(T x) => T.Round(x, 1);

    [Op(Kinks = [5, 15])]
    private static T Round_Tens(T x) => T.Round(x, -1);

    [Op(Kinks = [0, 1, -2])]
    private static T Frac(T x) => T.Frac(x);

    [Op(Kinks = [1, -2])]
    private static T Div_Floor(T x, [Domain(0.7, 3)] T y) => T.Div(x, y, RoundingMode.Floor);

    [Op(Kinks = [1, -2])]
    private static T Div_Trunc(T x, [Domain(0.7, 3)] T y) => T.Div(x, y, RoundingMode.Trunc);

    [Op(Kinks = [0.7, -1.4])]
    private static T Div_FloorOfNumber(T x) => T.Div(x, 0.7, RoundingMode.Floor);

    [Op(Kinks = [2, -4])]
    private static T Div_TruncOfNumber(T x) => T.Div(x, -2, RoundingMode.Trunc);

    [Op(Fails = true)]
    private static T Div_NoMode([Shape(2)] T x) => T.Div(x, x, (RoundingMode)7);

    [Op(Kinks = [1, -2], Orders = 0)]
    private static T FloorDivide(T x, [Domain(0.7, 3)] T y) => T.FloorDivide(x, y);

    [Op(Kinks = [2, -4], Orders = 0)]
    private static T FloorDivide_Number(T x) => T.FloorDivide(x, 2);

    [Op(Kinks = [1, -2], Orders = 0)]
    private static T FloorDivide_OfNumber([Domain(0.7, 3)] T y) => T.FloorDivide(7, y);

    [Op(Fails = true)]
    private static T FloorDivide_ByIntegerZero([Shape(2)] T x) => T.FloorDivide(T.To(x, DType.Int64), 0);

    [Op(Kinks = [1, -2])]
    private static T Remainder(T x, [Domain(0.7, 3)] T y) => T.Remainder(x, y);

    [Op(Kinks = [2, -4])]
    private static T Remainder_Number(T x) => T.Remainder(x, -2);

    [Op(Kinks = [1, -2], Orders = 0)]
    private static T Remainder_OfNumber([Domain(0.7, 3)] T y) => T.Remainder(7, y);

    [Op(Fails = true)]
    private static T Remainder_ByIntegerZero([Shape(2)] T x) => T.Remainder(T.To(x, DType.Int32), T.To(x * 0, DType.Int32));

    [Op(Fails = true)]
    private static T Remainder_OfNumberByIntegerZero([Shape(2)] T x) => T.Remainder(3, T.To(x * 0, DType.Int32));

    [Op(Kinks = [1, -2])]
    private static T Fmod(T x, [Domain(0.7, 3)] T y) => T.Fmod(x, y);

    [Op(Kinks = [2, -4])]
    private static T Fmod_Number(T x) => T.Fmod(x, -2);

    [Op(Fails = true)]
    private static T Fmod_ByIntegerZero([Shape(2)] T x) => T.Fmod(T.To(x, DType.Int64), 0);
}
