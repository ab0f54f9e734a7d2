namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Tan([Domain(-1.4, 1.4)] T x) => T.Tan(x);

    [Op(Kinks = [-1, 1])]
    private static T Asin([Domain(-0.9, 0.9)] T x) => T.Asin(x);

    [Op(Kinks = [-1, 1])]
    private static T Acos([Domain(-0.9, 0.9)] T x) => T.Acos(x);

    [Op]
    private static T Atan(T x) => T.Atan(x);

    [Op]
    private static T Sinh(T x) => T.Sinh(x);

    [Op]
    private static T Cosh(T x) => T.Cosh(x);

    [Op]
    private static T Asinh(T x) => T.Asinh(x);

    [Op(Kinks = [1])]
    private static T Acosh([Domain(1.2, 5)] T x) => T.Acosh(x);

    [Op(Kinks = [-1, 1])]
    private static T Atanh([Domain(-0.9, 0.9)] T x) => T.Atanh(x);

    [Op(Kinks = [0])]
    private static T Atan2(T x, T y) => T.Atan2(x, y);
}
