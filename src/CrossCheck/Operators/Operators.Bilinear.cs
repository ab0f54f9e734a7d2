namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Trilinear([Shape(2, 3), Shape(0, 3)] T x1, [Shape(2, 3, 4)] T weight, [Shape(2, 4), Shape(0, 4)] T x2) => T.Trilinear(x1, weight, x2);

    [Op]
    private static T Bilinear([Shape(2, 3), Shape(3)] T input1, [Shape(2, 4), Shape(4)] T input2, [Shape(2, 3, 4)] T weight, [Shape(2)] T bias)
        => input1.Bilinear(input2, weight, bias);

    [Op(Fails = true)]
    private static T Bilinear_Dims([Shape(3)] T input1, [Shape(2, 4)] T input2, [Shape(2, 3, 4)] T weight) => input1.Bilinear(input2, weight);

    [Op(Fails = true)]
    private static T Bilinear_Batch([Shape(3, 3)] T input1, [Shape(2, 4)] T input2, [Shape(2, 3, 4)] T weight) => input1.Bilinear(input2, weight);

    [Op(Fails = true)]
    private static T Bilinear_Lengths([Shape(2, 3)] T input1, [Shape(2, 3)] T input2, [Shape(2, 3, 4)] T weight) => input1.Bilinear(input2, weight);

    [Op(Fails = true)]
    private static T Bilinear_Bias([Shape(2, 3)] T input1, [Shape(2, 4)] T input2, [Shape(2, 3, 4)] T weight, [Shape(3)] T bias)
        => input1.Bilinear(input2, weight, bias);
}
