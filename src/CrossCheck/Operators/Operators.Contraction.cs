namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Einsum_Product([Shape(2, 3), Shape(2, 0)] T x, [Shape(3, 4), Shape(0, 4)] T y) => Composites.Einsum("ij,jk->ik", x, y);

    [Op]
    private static T Einsum_Transpose([Shape(2, 3)] T x) => Composites.Einsum("ij->ji", x);

    [Op]
    private static T Einsum_Trace([Shape(3, 3)] T x) => Composites.Einsum("ii", x);

    [Op]
    private static T Einsum_Diagonal([Shape(2, 3, 3)] T x) => Composites.Einsum("...ii->...i", x);

    [Op]
    private static T Einsum_ImplicitOutput([Shape(2, 3)] T x, [Shape(3, 4)] T y) => Composites.Einsum("ba, ac", x, y);

    [Op]
    private static T Einsum_Broadcast([Shape(1, 2, 3)] T x, [Shape(4, 3, 2)] T y) => Composites.Einsum("...ij,...jk->...ki", x, y);

    [Op]
    private static T Einsum_SummedEllipsis([Shape(1, 2, 3)] T x, [Shape(3)] T y) => Composites.Einsum("...ik, ...j -> ij", x, y);

    [Op]
    private static T Einsum_ThreeOperands([Shape(2, 3)] T x, [Shape(3, 4)] T y, [Shape(3)] T z) => Composites.Einsum("ij,jk,j->k", x, y, z);

    [Op]
    private static T Einsum_Bilinear([Shape(2, 3)] T x, [Shape(4, 3, 2)] T y, [Shape(2, 2)] T z)
        => Composites.Einsum("bn,anm,bm->ba", x, y, z);

    [Op(Fails = true)]
    private static T Einsum_NoSuchOutput([Shape(2, 3)] T x) => Composites.Einsum("ij->ik", x);

    [Op(Fails = true)]
    private static T Einsum_FewOperands([Shape(2)] T x) => Composites.Einsum("i,j->ij", x);

    [Op(Fails = true)]
    private static T Einsum_LengthsDiffer([Shape(2, 3)] T x, [Shape(2, 4)] T y) => Composites.Einsum("ij,jk->ik", x, y);

    [Op]
    private static T Tensordot([Shape(2, 3, 4), Shape(3, 4), Shape(2, 0, 1)] T x, [Shape(3, 4, 2), Shape(3, 4), Shape(0, 1, 2)] T y)
        => x.Tensordot(y);

    [Op]
    private static T Tensordot_Dims([Shape(2, 3, 4), Shape(2, 1, 4)] T x, [Shape(4, 5, 3)] T y) => x.Tensordot(y, ([1, -1], [2, 0]));

    [Op]
    private static T Tensordot_NoDims([Shape(2)] T x, [Shape(3)] T y) => x.Tensordot(y, 0);

    [Op(Fails = true)]
    private static T Tensordot_LengthsDiffer([Shape(2, 3)] T x, [Shape(2, 2)] T y) => x.Tensordot(y, ([1], [0]));

    [Op(Fails = true)]
    private static T Tensordot_ManyDims([Shape(2, 3)] T x, [Shape(2)] T y) => x.Tensordot(y);

    [Op]
    private static T MultiDot_TwoMatrices([Shape(2, 3), Shape(3)] T x, [Shape(3, 2), Shape(3)] T y) => Composites.MultiDot<T>(x, y);

    [Op]
    private static T MultiDot_ManyMatrices(
        [Shape(2, 3), Shape(3)] T x,
        [Shape(3, 4)] T y,
        [Shape(4, 5), Shape(4, 1)] T z,
        [Shape(5, 2), Shape(1)] T last)
        => Composites.MultiDot<T>(x, y, z, last);

    [Op(Fails = true)]
    private static T MultiDot_OfOne([Shape(2, 3)] T x) => Composites.MultiDot<T>(x);

    [Op(Fails = true)]
    private static T MultiDot_LengthsDiffer([Shape(2, 3)] T x, [Shape(2, 3)] T y) => Composites.MultiDot<T>(x, y);
}
