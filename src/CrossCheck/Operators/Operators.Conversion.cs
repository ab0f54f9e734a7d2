namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T To(T x) => T.To(x, DType.Float64);

    [Op]
    private static T To_Double(T x) => x.Double();

    [Op(SpecialSkip = "an integer beyond 2^53 is refused by the reference")]
    private static T To_Integer(T x) => T.To(x, DType.Int64);

    [Op]
    private static T To_Device(T x) => T.To(x, Device.Cpu);

    [Op]
    private static T To_Float(T x) => x.Float();

    [Op(Float32Skip = "half has fewer digits", Tolerance = 1e-2, DifferencesSkip = "half is too coarse for differences")]
    private static T To_Half([Shape(2, 3)] T x) => x.Half();

    [Op(Orders = 0)]
    private static T To_Long([Shape(2, 3)] T x) => x.Long();

    [Op(Orders = 0)]
    private static T To_Bool([Shape(2, 3)] T x) => x.Bool();

    [Op]
    private static T Clone(T x) => T.Clone(x);

    [Op]
    private static T Contiguous(T x) => T.Contiguous(x);

    [Op]
    private static T Contiguous_OfTransposed([Shape(2, 3)] T x) => T.Contiguous(x.Transpose());
}
