namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T ConstantPadNd([Shape(2, 3), Shape(3), Shape(0, 2)] T x) => x.ConstantPadNd([2, 1], 1.5);

    [Op]
    private static T ConstantPadNd_TwoDims([Shape(2, 2, 3)] T x) => x.ConstantPadNd([1, 0, 2, 3]);

    [Op]
    private static T ConstantPadNd_CutsOff([Shape(4, 4)] T x) => x.ConstantPadNd([-1, 1, -2, -1], 2);

    [Op]
    private static T ConstantPadNd_CutsAllOff([Shape(4)] T x) => x.ConstantPadNd([-4, 2], 2);

    [Op]
    private static T ConstantPadNd_ToNothing([Shape(4)] T x) => x.ConstantPadNd([-4, 0], 2);

    [Op]
    private static T ConstantPadNd_NoPadding([Shape(4)] T x) => x.ConstantPadNd([]);

    [Op(Fails = true)]
    private static T ConstantPadNd_OddLength([Shape(5)] T x) => x.ConstantPadNd([1]);

    [Op(Fails = true)]
    private static T ConstantPadNd_MoreDims([Shape(5)] T x) => x.ConstantPadNd([1, 1, 1, 1]);

    [Op(Fails = true)]
    private static T ConstantPadNd_CutsTooMuch([Shape(5)] T x) => x.ConstantPadNd([-4, -2]);

    [Op]
    private static T ReflectionPad([Shape(2, 3), Shape(1, 2, 4), Shape(0, 2, 4)] T x) => x.Pad([2, 1], PadMode.Reflect);

    [Op]
    private static T ReflectionPad_TwoDims([Shape(2, 3, 4), Shape(1, 2, 3, 4)] T x) => x.Pad([1, 3, 2, 0], PadMode.Reflect);

    [Op]
    private static T ReflectionPad_ThreeDims([Shape(1, 2, 2, 3), Shape(2, 1, 2, 2, 3)] T x) => x.Pad([1, 2, 0, 1, 1, 0], PadMode.Reflect);

    [Op]
    private static T ReflectionPad_CutsOff([Shape(2, 4)] T x) => x.Pad([-1, 2], PadMode.Reflect);

    [Op(Fails = true)]
    private static T ReflectionPad_CutsTooMuch([Shape(2, 4)] T x) => x.Pad([-2, -2], PadMode.Reflect);

    [Op(Fails = true)]
    private static T ReflectionPad_OtherDims([Shape(4)] T x) => x.Pad([1, 1], PadMode.Reflect);

    [Op(Fails = true)]
    private static T ReflectionPad_OfNothing([Shape(2, 0)] T x) => x.Pad([1, 1], PadMode.Reflect);

    [Op]
    private static T ReplicationPad([Shape(2, 3), Shape(1, 2, 4), Shape(0, 2, 4)] T x) => x.Pad([2, 1], PadMode.Replicate);

    [Op]
    private static T ReplicationPad_TwoDims([Shape(2, 3, 4), Shape(1, 2, 3, 4)] T x) => x.Pad([1, 3, 2, 0], PadMode.Replicate);

    [Op]
    private static T ReplicationPad_ThreeDims([Shape(1, 2, 2, 3), Shape(2, 1, 2, 2, 3)] T x) => x.Pad([1, 2, 0, 1, 1, 0], PadMode.Replicate);

    [Op]
    private static T ReplicationPad_CutsOff([Shape(2, 4)] T x) => x.Pad([-1, 2], PadMode.Replicate);

    [Op(Fails = true)]
    private static T ReplicationPad_CutsTooMuch([Shape(2, 4)] T x) => x.Pad([-2, -2], PadMode.Replicate);

    [Op(Fails = true)]
    private static T ReplicationPad_OtherDims([Shape(4)] T x) => x.Pad([1, 1], PadMode.Replicate);

    [Op(Fails = true)]
    private static T ReplicationPad_OfNothing([Shape(2, 0)] T x) => x.Pad([1, 1], PadMode.Replicate);

    [Op(Fails = true)]
    private static T ReflectionPad_TooFar([Shape(2, 3)] T x) => x.Pad([3, 0], PadMode.Reflect);

    [Op(Fails = true)]
    private static T ReflectionPad_WithValue([Shape(2, 3)] T x) => x.Pad([1, 0], PadMode.Reflect, 2);

    [Op]
    private static T Copy__CircularPad([Shape(1, 2, 3)] T x) => x.Pad([1, 2], PadMode.Circular);

    [Op]
    private static T Copy__CircularPadOfTwoDims([Shape(1, 2, 3, 4)] T x) => x.Pad([2, 1, -1, 2], PadMode.Circular);

    [Op(Fails = true)]
    private static T Copy__CircularPadTooFar([Shape(1, 2, 3)] T x) => x.Pad([4, 0], PadMode.Circular);

    [Op(Fails = true)]
    private static T ConstantPadNd_NoSuchMode([Shape(1, 2, 3)] T x) => x.Pad([1, 0], (PadMode)9);
}
