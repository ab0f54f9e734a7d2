namespace TwinGrad;

/// <remarks>
/// What PyTorch composes in C++ calls other operators with numbers than Python does, where a number is a tensor: the nodes have other names,
/// and no edge for the number. The values are the same.
/// </remarks>
public static partial class Composites
{
    private static T Plus<T>(T x, double number)
        where T : ITensor<T>
        => T.Renamed(T.Add(x, number), "AddBackward1");

    private static T Minus<T>(T x, double number)
        where T : ITensor<T>
        => T.Renamed(T.Sub(x, number), "SubBackward1");

    private static T Times<T>(T x, double number)
        where T : ITensor<T>
        => T.Renamed(T.Mul(x, number), "MulBackward1");

    private static T Over<T>(T x, double number)
        where T : ITensor<T>
        => T.Renamed(T.Div(x, number), "DivBackward1");

    /// <summary>A number as a 0-dim tensor of x's dtype.</summary>
    private static T Number<T>(T x, Scalar value)
        where T : ITensor<T>
        => T.Full([], value, Check.Given(x).DType, x.Device, requiresGrad: false);

    /// <summary>A number as the 0-dim tensor that stands for it beside x.</summary>
    private static T NumberBeside<T>(T x, Scalar value)
        where T : ITensor<T>
        => T.Full([], value, Promotion.Of(Check.Given(x).DType, value), x.Device, requiresGrad: false);
}
