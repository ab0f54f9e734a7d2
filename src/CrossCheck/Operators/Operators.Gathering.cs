namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Gather([Shape(2, 3, 4)] T x) => x.Gather(1, Index([2, 1, 4], 0, 2, 2, 1, 1, 1, 0, 2));

    [Op]
    private static T Gather_Of0Dim([Shape()] T x) => x.Gather(0, Index([], 0));

    [Op]
    private static T Gather_OfNothing([Shape(5)] T x) => x.Gather(0, Index([0]));

    [Op(Fails = true)]
    private static T Gather_Outside([Shape(5)] T x) => x.Gather(0, Index([1], 5));

    [Op(Fails = true)]
    private static T Gather_Negative([Shape(5)] T x) => x.Gather(0, Index([1], -1));

    [Op(Fails = true)]
    private static T Gather_OtherDims([Shape(3, 4)] T x) => x.Gather(0, Index([1], 1));

    [Op(Fails = true)]
    private static T Gather_ByFloats([Shape(5)] T x) => x.Gather(0, x);

    [Op]
    private static T IndexSelect([Shape(2, 3, 4)] T x) => x.IndexSelect(-1, Index([3], 3, 0, 3));

    [Op]
    private static T IndexSelect_By0Dim([Shape(3, 2), Shape(1)] T x) => x.IndexSelect(0, Index([], 0));

    [Op(Fails = true)]
    private static T IndexSelect_Outside([Shape(5)] T x) => x.IndexSelect(0, Index([1], 5));

    [Op(Fails = true)]
    private static T IndexSelect_ByMatrix([Shape(5)] T x) => x.IndexSelect(0, Index([1, 1], 0));

    [Op]
    private static T Take([Shape(2, 3)] T x) => x.Take(Index([2, 2], 5, -1, 0, 5));

    [Op(Fails = true)]
    private static T Take_Outside([Shape(5)] T x) => x.Take(Index([1], 5));

    [Op]
    private static T Gather_TakeAlongDim([Shape(2, 3, 4)] T x) => x.TakeAlongDim(x.Argsort(1)[.., ..1], 1);

    [Op]
    private static T Gather_TakeAlongNoDim([Shape(3, 4)] T x) => x.TakeAlongDim(Index([2], 7, 3));

    [Op]
    private static T MaskedFill([Shape(2, 3), Shape(3)] T x) => x.MaskedFill(Mask([2, 1], true, false), 3);

    [Op]
    private static T MaskedFill_ByTensor([Shape(2, 3), Shape(3)] T x, [Shape()] T value) => x.MaskedFill(Mask([2, 1], true, false), value);

    [Op(Fails = true)]
    private static T MaskedFill_ByVector([Shape(3, 4)] T x) => x.MaskedFill(Mask([1], true), x[0]);

    [Op(Fails = true)]
    private static T MaskedFill_OfNoMask([Shape(3, 4)] T x) => x.MaskedFill(x, 1);

    [Op(SameAs = nameof(MaskedFill_Here))]
    private static T MaskedFill_([Shape(2, 3)] T x) => (x * 1).MaskedFill_(Mask([2, 1], true, false), 3);

    [Op]
    private static T MaskedFill_Here([Shape(2, 3)] T x) => x.MaskedFill(Mask([2, 1], true, false), 3);

    [Op(SameAs = nameof(MaskedFill_ByTensorHere))]
    private static T MaskedFill__ByTensor([Shape(2, 3)] T x, [Shape()] T value) => (x * 1).MaskedFill_(Mask([2, 1], true, false), value);

    [Op]
    private static T MaskedFill_ByTensorHere([Shape(2, 3)] T x, [Shape()] T value) => x.MaskedFill(Mask([2, 1], true, false), value);

    [Op]
    private static T MaskedSelect([Shape(2, 3), Shape(3), Shape()] T x) => x.MaskedSelect(Mask([2, 1], true, false));

    [Op]
    private static T MaskedSelect_OfNothing([Shape(5)] T x) => x.MaskedSelect(x > 100);

    [Op(Orders = 0)]
    private static T Nonzero([Shape(2, 3), Shape(), Shape(0)] T x) => x.Nonzero();

    [Op(Orders = 0)]
    private static T Nonzero_AsWhere([Shape(3, 4)] T x) => Composites.Where(x > 0)[1];

    [Op]
    private static T Index_AVector([Shape(3, 4)] T x) => x[TensorIndex.Of(Index([3], 1, 0, 1))];

    [Op]
    private static T Index_SideBySide([Shape(2, 3, 4)] T x) => x[.., TensorIndex.Of(Index([2, 1], 1, -1)), TensorIndex.Of(Index([3], 0, 1, 0))];

    [Op]
    private static T Index_Apart([Shape(2, 3, 4)] T x) => x[TensorIndex.Of(Index([2], 1, 1)), ..2, TensorIndex.Of(Index([2], 3, 0))];

    [Op]
    private static T Index_BesideOthers([Shape(2, 3, 4)] T x) => x[1, TensorIndex.NewAxis, TensorIndex.Ellipsis, TensorIndex.Of(Index([2], 3, 0))];

    [Op]
    private static T Index_ByMask([Shape(2, 3, 4)] T x) => x[TensorIndex.Of(x > 0)];

    [Op]
    private static T Index_ByMaskOfFirstDims([Shape(2, 3, 4)] T x) => x[TensorIndex.Of(x[.., .., 0] > 0)];

    [Op(Fails = true)]
    private static T Index_Outside([Shape(5)] T x) => x[TensorIndex.Of(Index([1], 5))];

    [Op(Fails = true)]
    private static T Index_MaskOfOtherShape([Shape(5)] T x) => x[TensorIndex.Of(Mask([2], true, false))];

    [Op(Fails = true)]
    private static T Index_ThatDoNotBroadcast([Shape(3, 4)] T x) => x[TensorIndex.Of(Index([2], 0, 1)), TensorIndex.Of(Index([3], 0, 1, 2))];

    private static T Mask(ReadOnlySpan<long> shape, params ReadOnlySpan<bool> values) => TensorFactory<T>.Tensor(values, shape);
}
