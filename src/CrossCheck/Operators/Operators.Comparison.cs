namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Kinks = [0], Orders = 0)]
    private static T Eq(T x, T y) => T.Eq(x, y);

    [Op(Kinks = [2], Orders = 0)]
    private static T Eq_Number(T x) => T.Eq(x, 2);

    [Op(Kinks = [0], Orders = 0)]
    private static T Ne(T x, T y) => T.Ne(x, y);

    [Op(Kinks = [2], Orders = 0)]
    private static T Ne_Number(T x) => T.Ne(x, 2);

    [Op(Kinks = [0], Orders = 0)]
    private static T Lt(T x, T y) => T.Lt(x, y);

    [Op(Kinks = [2], Orders = 0)]
    private static T Lt_Number(T x) => T.Lt(x, 2);

    [Op(Kinks = [0], Orders = 0)]
    private static T Le(T x, T y) => T.Le(x, y);

    [Op(Kinks = [2], Orders = 0)]
    private static T Le_Number(T x) => T.Le(x, 2);

    [Op(Kinks = [0], Orders = 0)]
    private static T Gt(T x, T y) => T.Gt(x, y);

    [Op(Kinks = [2], Orders = 0)]
    private static T Gt_Number(T x) => T.Gt(x, 2);

    [Op(Kinks = [0], Orders = 0)]
    private static T Ge(T x, T y) => T.Ge(x, y);

    [Op(Kinks = [2], Orders = 0)]
    private static T Ge_Number(T x) => T.Ge(x, 2);

    [Op(Fails = true)]
    private static T Ge_ShapesDiffer([Shape(2)] T x, [Shape(3)] T y) => T.Ge(x, y);

    [Op(Orders = 0)]
    private static T Isnan(T x) => T.Isnan(x);

    [Op(Orders = 0)]
    private static T Isinf(T x) => T.Isinf(x);

    [Op(Orders = 0)]
    private static T Isfinite(T x) => T.Isfinite(x);

    [Op(Orders = 0)]
    private static T Isposinf(T x) => Composites.Isposinf(x);

    [Op(Orders = 0)]
    private static T Isneginf(T x) => Composites.Isneginf(x);

    [Op(Orders = 0)]
    private static T Isreal(T x) => Composites.Isreal(x);

    [Op(Kinks = [0], Orders = 0, SpecialSkip = "the sign of nan means nothing")]
    private static T Signbit(T x) => T.Signbit(x);

    [Op(Kinks = [0], Orders = 0)]
    private static T LogicalAnd(T x, T y) => Composites.LogicalAnd(x, y);

    [Op(Kinks = [0], Orders = 0)]
    private static T LogicalOr(T x, T y) => Composites.LogicalOr(x, y);

    [Op(Kinks = [0], Orders = 0)]
    private static T LogicalXor(T x, T y) => Composites.LogicalXor(x, y);

    [Op(Kinks = [0], Orders = 0)]
    private static T LogicalNot(T x) => Composites.LogicalNot(x);
}
