namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T PixelShuffle([Shape(1, 8, 2, 3), Shape(4, 2, 1), Shape(2, 0, 1, 1)] T x) => x.PixelShuffle(2);

    [Op(Fails = true)]
    private static T PixelShuffle_Uneven([Shape(1, 3, 2, 2)] T x) => x.PixelShuffle(2);

    [Op(Fails = true)]
    private static T PixelShuffle_OfAMatrix([Shape(3, 4)] T x) => x.PixelShuffle(2);

    [Op(Fails = true)]
    private static T PixelShuffle_ByZero([Shape(1, 4, 2, 2)] T x) => x.PixelShuffle(0);

    [Op]
    private static T PixelUnshuffle([Shape(1, 2, 4, 6), Shape(1, 2, 2)] T x) => x.PixelUnshuffle(2);

    [Op(Fails = true)]
    private static T PixelUnshuffle_UnevenHeight([Shape(1, 1, 3, 2)] T x) => x.PixelUnshuffle(2);

    [Op(Fails = true)]
    private static T PixelUnshuffle_UnevenWidth([Shape(1, 1, 2, 3)] T x) => x.PixelUnshuffle(2);

    [Op(Fails = true)]
    private static T PixelUnshuffle_ByZero([Shape(1, 4, 2, 2)] T x) => x.PixelUnshuffle(0);

    [Op]
    private static T ChannelShuffle([Shape(2, 6, 2, 1), Shape(1, 6, 3)] T x) => x.ChannelShuffle(3);

    [Op(Fails = true)]
    private static T ChannelShuffle_Uneven([Shape(2, 5, 2, 1)] T x) => x.ChannelShuffle(3);

    [Op(Fails = true)]
    private static T ChannelShuffle_OfAMatrix([Shape(3, 4)] T x) => x.ChannelShuffle(2);

    [Op(Fails = true)]
    private static T ChannelShuffle_NoGroups([Shape(2, 5, 2, 1)] T x) => x.ChannelShuffle(0);
}
