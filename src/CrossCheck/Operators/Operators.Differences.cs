namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Diff([Shape(5), Shape(2, 3), Shape(0)] T x) => x.Diff();

    [Op]
    private static T Diff_Twice([Shape(2, 3, 4)] T x) => x.Diff(2, 1);

    [Op]
    private static T Diff_TooOften([Shape(2, 3)] T x) => x.Diff(9);

    [Op]
    private static T Diff_None([Shape(2, 3)] T x) => x.Diff(0);

    [Op]
    private static T Diff_Beside([Shape(2, 3)] T x, [Shape(2, 1)] T y, [Shape(2, 2)] T z) => x.Diff(2, -1, y, z);

    [Op(Fails = true)]
    private static T Diff_Of0Dim([Shape()] T x) => x.Diff();

    [Op(Fails = true)]
    private static T Diff_OtherLength([Shape(2, 3)] T x, [Shape(3, 3)] T y) => x.Diff(1, -1, y);

    [Op]
    private static T Gradient([Shape(3, 4)] T x) => Composites.Gradient(x)[1] * Composites.Gradient(x, 0.5)[0];

    [Op]
    private static T Gradient_Exact([Shape(3, 4)] T x) => Composites.Gradient(x, [0.5, 2], [-1, 0], edgeOrder: 2)[0];

    [Op(DTypesSkip = "points that are equal")]
    private static T Gradient_AtPoints([Shape(3, 4)] T x, [Shape(4)] T y) => Composites.Gradient(x, [y], [1])[0];

    [Op(DTypesSkip = "points that are equal")]
    private static T Gradient_AtPointsExact([Shape(4, 3)] T x, [Shape(4)] T y) => Composites.Gradient(x, [y], [0], edgeOrder: 2)[0];

    [Op(Fails = true)]
    private static T Gradient_TooShort([Shape(2)] T x) => Composites.Gradient(x, edgeOrder: 2)[0];

    [Op(Fails = true)]
    private static T Gradient_OtherSpacings([Shape(3, 3)] T x) => Composites.Gradient(x, [1.0])[0];

    [Op]
    private static T Trapezoid([Shape(2, 4), Shape(1), Shape(0)] T y) => Composites.Trapezoid(y, 0.5);

    [Op]
    private static T Trapezoid_AtPoints([Shape(2, 4)] T y, [Shape(4), Shape(2, 4)] T x) => Composites.Trapezoid(y, x);

    [Op]
    private static T Trapezoid_FirstDim([Shape(4, 2)] T y, [Shape(4)] T x) => Composites.Trapz(y, x, 0);

    [Op(Fails = true)]
    private static T Trapezoid_OtherCount([Shape(2, 4)] T y, [Shape(3)] T x) => Composites.Trapezoid(y, x);

    [Op]
    private static T CumulativeTrapezoid([Shape(2, 4), Shape(1)] T y) => Composites.CumulativeTrapezoid(y, 0.5);

    [Op]
    private static T CumulativeTrapezoid_AtPoints([Shape(2, 4)] T y, [Shape(4), Shape(2, 4)] T x) => Composites.CumulativeTrapezoid(y, x);
}
