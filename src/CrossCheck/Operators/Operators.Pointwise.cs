namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Kinks = [0])]
    private static T Abs(T x) => T.Abs(x);

    [Op]
    private static T Add(T x, T y) => T.Add(x, y);

    [Op(SameAs = nameof(Add))]
    private static T Add_(T x, T y) => TensorOps.Add_(x * 1, y);

    [Op]
    private static T Log([Domain(0.1, 5)] T x) => T.Log(x);
}
