namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Orders = 0)]
    private static T BitwiseAnd([Shape(2, 3), Shape(), Shape(0)] T x, [Shape(3), Shape(2), Shape(1)] T y) => T.BitwiseAnd(Bits(x), Bits(y));

    [Op(Orders = 0)]
    private static T BitwiseAnd_OfBools(T x, T y) => T.BitwiseAnd(x > 0, y > 0);

    [Op(Fails = true)]
    private static T BitwiseAnd_OfFloats([Shape(2)] T x) => T.BitwiseAnd(x, x);

    [Op(Orders = 0)]
    private static T BitwiseOr([Shape(2, 3), Shape(), Shape(0)] T x, [Shape(3), Shape(2), Shape(1)] T y) => T.BitwiseOr(Bits(x), Bits(y));

    [Op(Orders = 0)]
    private static T BitwiseOr_OfBools(T x, T y) => T.BitwiseOr(x > 0, y > 0);

    [Op(Fails = true)]
    private static T BitwiseOr_OfFloats([Shape(2)] T x) => T.BitwiseOr(x, x);

    [Op(Orders = 0)]
    private static T BitwiseXor([Shape(2, 3), Shape(), Shape(0)] T x, [Shape(3), Shape(2), Shape(1)] T y) => T.BitwiseXor(Bits(x), Bits(y));

    [Op(Orders = 0)]
    private static T BitwiseXor_OfBools(T x, T y) => T.BitwiseXor(x > 0, y > 0);

    [Op(Fails = true)]
    private static T BitwiseXor_OfFloats([Shape(2)] T x) => T.BitwiseXor(x, x);

    [Op(Orders = 0)]
    private static T BitwiseNot([Shape(2, 3), Shape(), Shape(0)] T x) => T.BitwiseNot(Bits(x));

    [Op(Orders = 0)]
    private static T BitwiseNot_OfBools(T x) => T.BitwiseNot(x > 0);

    [Op(Fails = true)]
    private static T BitwiseNot_OfFloats([Shape(2)] T x) => T.BitwiseNot(x);

    /// <summary>The floating-point numbers that entries are tried with as integers; integers and bools as they are.</summary>
    private static T Bits(T x) => x.DType.IsFloatingPoint ? T.To(x * 10, DType.Int32) : x;
}
