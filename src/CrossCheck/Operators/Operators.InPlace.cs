namespace TwinGrad;

// Each works on a copy: a leaf that requires grad is not written in place.
internal static partial class Operators<T>
{
    [Op(SameAs = nameof(Add))]
    private static T Add_(T x, T y) => T.Add_(T.Clone(x), y);

    [Op(SameAs = nameof(Add_Number))]
    private static T Add__Number(T x) => T.Add_(T.Clone(x), 1.5);

    [Op(Fails = true)]
    private static T Add__ShapeTooSmall([Shape(3)] T x, [Shape(2, 3)] T y) => T.Add_(x, y);

    [Op(Fails = true)]
    private static T Add__FloatIntoInteger([Shape(3)] T x) => T.Add_(T.To(x, DType.Int64), x);

    [Op(SameAs = nameof(Sub))]
    private static T Sub_(T x, T y) => T.Sub_(T.Clone(x), y);

    [Op(SameAs = nameof(Sub_Number))]
    private static T Sub__Number(T x) => T.Sub_(T.Clone(x), 2);

    [Op(SameAs = nameof(Mul))]
    private static T Mul_(T x, T y) => T.Mul_(T.Clone(x), y);

    [Op(SameAs = nameof(Mul_Number))]
    private static T Mul__Number(T x) => T.Mul_(T.Clone(x), 3);

    [Op(SameAs = nameof(Div))]
    private static T Div_(T x, [Domain(0.2, 3)] T y) => T.Div_(T.Clone(x), y);

    [Op(SameAs = nameof(Div_Number))]
    private static T Div__Number(T x) => T.Div_(T.Clone(x), 0.7);

    [Op]
    private static T Zero_(T x) => T.Zero_(T.Clone(x));

    [Op]
    private static T Fill_(T x) => T.Fill_(T.Clone(x), 3);

    [Op]
    private static T Copy_(T x, T y) => T.Copy_(T.Clone(x), y);

    [Op(Fails = true)]
    private static T Copy__ShapeTooSmall([Shape(3)] T x, [Shape(2, 3)] T y) => T.Copy_(x, y);
}
