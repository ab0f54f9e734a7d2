namespace TwinGrad;

// Draws that leave nothing to chance: from an empty range, and without a deviation.
internal static partial class Operators<T>
{
    [Op]
    private static T Uniform_(T x) => T.Uniform_(T.Clone(x), 2, 2);

    [Op(Fails = true)]
    private static T Uniform__Order(T x) => T.Uniform_(T.Clone(x), 1, 0);

    [Op(Fails = true)]
    private static T Uniform__Bound(T x) => T.Uniform_(T.Clone(x), 0, double.PositiveInfinity);

    [Op(Fails = true)]
    private static T Uniform__Leaf(T x) => T.Uniform_(T.RequiresGrad_(T.Detach(x), true), 0, 1);

    [Op]
    private static T Normal_(T x) => T.Normal_(T.Clone(x), 3, 0);

    [Op(Fails = true)]
    private static T Normal__Std(T x) => T.Normal_(T.Clone(x), 0, -1);
}
