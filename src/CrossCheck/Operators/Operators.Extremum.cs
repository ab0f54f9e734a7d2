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
}
