namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Add(T x, T y) => T.Add(x, y);

    [Op]
    private static T Add_Number(T x) => T.Add(x, 1.5);

    [Op(Fails = true)]
    private static T Add_ShapesDiffer([Shape(2), Shape(2, 3)] T x, [Shape(3), Shape(2, 2)] T y) => T.Add(x, y);

    [Op]
    private static T Sub(T x, T y) => T.Sub(x, y);

    [Op]
    private static T Sub_Number(T x) => T.Sub(x, 2);

    [Op(Fails = true)]
    private static T Sub_OfBools([Shape(2)] T x) => T.Sub(x > 0, x > 1);

    [Op(Fails = true)]
    private static T Sub_NumberOfBool([Shape(2)] T x) => T.Sub(x > 0, 1);

    [Op]
    private static T Mul(T x, T y) => T.Mul(x, y);

    [Op]
    private static T Mul_Number(T x) => T.Mul(x, 3);

    [Op]
    private static T Div(T x, [Domain(0.2, 3)] T y) => T.Div(x, y);

    [Op]
    private static T Div_Number(T x) => T.Div(x, 0.7);

    [Op]
    private static T Div_NegativeNumber(T x) => T.Div(x, -2);

    [Op]
    private static T Neg(T x) => T.Neg(x);

    [Op(Fails = true)]
    private static T Neg_OfBools([Shape(2)] T x) => T.Neg(x > 0);

    [Op(Kinks = [0])]
    private static T Abs(T x) => T.Abs(x);

    [Op]
    private static T Reciprocal([Domain(0.2, 3)] T x) => T.Reciprocal(x);

    [Op]
    private static T Exp(T x) => T.Exp(x);

    [Op(Kinks = [0])]
    private static T Log([Domain(0.1, 5)] T x) => T.Log(x);

    [Op]
    private static T Sin(T x) => T.Sin(x);

    [Op]
    private static T Cos(T x) => T.Cos(x);

    [Op]
    private static T Tanh(T x) => T.Tanh(x);

    [Op(Kinks = [0])]
    private static T Sqrt([Domain(0.1, 5)] T x) => T.Sqrt(x);

    [Op(Kinks = [0, 1])]
    private static T Pow([Domain(0.2, 3)] T x, T y) => T.Pow(x, y);

    [Op(Kinks = [0])]
    private static T Pow_Zero(T x) => T.Pow(x, 0);

    [Op(Kinks = [0])]
    private static T Pow_Square(T x) => T.Pow(x, 2);

    [Op(Kinks = [0])]
    private static T Pow_Inverse([Domain(0.2, 3)] T x) => T.Pow(x, -1.0);

    [Op(Kinks = [0])]
    private static T Pow_Root([Domain(0.2, 3)] T x) => T.Pow(x, 0.5);

    [Op(Kinks = [0])]
    private static T Pow_Fraction([Domain(0.2, 3)] T x) => T.Pow(x, 2.5);

    [Op(Kinks = [0])]
    private static T Pow_OfNumber(T y) => T.Pow(2.5, y);

    [Op(Kinks = [0], DifferencesSkip = "the second derivative is nan on both engines, 0 times ln 0")]
    private static T Pow_OfZero([Domain(0.2, 3)] T y) => T.Pow(0, y);

    [Op(Fails = true)]
    private static T Pow_IntegerToNegativeInteger([Shape(2)] T x) => T.Pow(T.To(x, DType.Int64), -1);

    [Op(Kinks = [-1, 1])]
    private static T Clamp(T x) => T.Clamp(x, -1, 1);

    [Op(Kinks = [-1, 1])]
    private static T Clamp_MinAboveMax(T x) => T.Clamp(x, 1, -1);

    [Op(Kinks = [0])]
    private static T Clamp_OnlyMin(T x) => T.Clamp(x, min: 0, max: null);

    [Op(Kinks = [0])]
    private static T Clamp_OnlyMax(T x) => T.Clamp(x, min: null, max: 0);

    [Op(Kinks = [-1, 1])]
    private static T Clamp_Tensors(T x, [Domain(-3, 2)] T min) => T.Clamp(x, min, min + 1);

    [Op]
    private static T Clamp_TwoTensors(
        [Shape(2, 3), Shape(2, 3)] T x, [Shape(3), Shape(2, 3), Domain(-2, 0)] T min, [Shape(3), Shape(2, 3), Domain(-1, 2)] T max)
        => T.Clamp(x, min, max);

    [Op(Kinks = [0, 1])]
    private static T Clamp_OnlyMinTensor(T x, [Domain(-3, 2)] T min) => T.Clamp(x, min, null);

    [Op(Kinks = [0, 1])]
    private static T Clamp_OnlyMaxTensor(T x, [Domain(-3, 2)] T max) => T.Clamp(x, null, max);

    [Op(Fails = true)]
    private static T Clamp_NoBound([Shape(2)] T x) => T.Clamp(x, (Scalar?)null, null);

    [Op(Fails = true)]
    private static T Clamp_NoTensor([Shape(2)] T x) => T.Clamp(x, (T?)null, null);

    [Op(Kinks = [0])]
    private static T ClampMin(T x) => T.ClampMin(x, 0);

    [Op(Kinks = [0, 1])]
    private static T ClampMin_Tensor(T x, [Domain(-3, 2)] T min) => T.ClampMin(x, min);

    [Op(Kinks = [1])]
    private static T ClampMax(T x) => T.ClampMax(x, 1);

    [Op(Kinks = [0, 1])]
    private static T ClampMax_Tensor(T x, [Domain(-3, 2)] T max) => T.ClampMax(x, max);

    [Op]
    private static T Lerp(T x, T end) => T.Lerp(x, end, 0.3);

    [Op]
    private static T Lerp_BeyondTheEnd(T x, T end) => T.Lerp(x, end, 1.5);

    [Op]
    private static T Lerp_Tensor(T x, T end, T weight) => T.Lerp(x, end, weight);

    [Op(Fails = true)]
    private static T Lerp_DTypesDiffer([Shape(2)] T x, [Shape(2)] T end) => T.Lerp(x, T.To(end, DType.Float32), 0.5);

    [Op]
    private static T Addcmul(T x, T tensor1, T tensor2) => T.Addcmul(x, tensor1, tensor2, 3);

    [Op]
    private static T Addcmul_Fraction(T x, T tensor1, T tensor2) => T.Addcmul(x, tensor1, tensor2, -2.5);

    [Op]
    private static T Addcdiv(T x, T tensor1, [Domain(0.2, 3)] T tensor2) => T.Addcdiv(x, tensor1, tensor2, -2.5);

    [Op(Fails = true)]
    private static T Addcdiv_OfIntegers([Shape(2)] T x) => T.Addcdiv(x, T.To(x, DType.Int64), T.To(x, DType.Int32), 1);

    [Op]
    private static T NanToNum(T x) => T.NanToNum(x, null, null, null);

    [Op]
    private static T NanToNum_Given(T x) => T.NanToNum(x, 1, 2, 3);

    [Op(Kinks = [0])]
    private static T Where(T x, [Domain(-3, 2)] T y) => T.Where(x > y, x * y, y);

    [Op]
    private static T Where_Number(T x) => Composites.Where(x > 0, x, 2.5);

    [Op]
    private static T Where_OfNumber(T y) => Composites.Where(y > 0, 2, y);

    [Op(Orders = 0)]
    private static T Where_OfNumbers(T x) => Composites.Where(x > 0, 2, 0.5);

    [Op(Fails = true)]
    private static T Where_ConditionOfFloats([Shape(2)] T x) => T.Where(x, x, x);
}
