namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Mm([Shape(3, 4), Shape(0, 2)] T x, [Shape(4, 2), Shape(2, 3)] T y) => T.Mm(x, y);

    [Op(Fails = true)]
    private static T Mm_InnerLengthsDiffer([Shape(2, 3)] T x, [Shape(2, 3)] T y) => T.Mm(x, y);
}
