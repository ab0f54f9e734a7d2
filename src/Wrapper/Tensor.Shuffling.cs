namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor PixelShuffle(Tensor x, long upscaleFactor)
    {
        Check.PixelShuffle(x, upscaleFactor);
        return Record("PixelShuffleBackward0", Aten.PixelShuffle.Call(x, upscaleFactor)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor PixelUnshuffle(Tensor x, long downscaleFactor)
    {
        Check.PixelUnshuffle(x, downscaleFactor);
        return Record("PixelUnshuffleBackward0", Aten.PixelUnshuffle.Call(x, downscaleFactor)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor ChannelShuffle(Tensor x, long groups)
    {
        Check.ChannelShuffle(x, groups);
        return Record("ChannelShuffleBackward0", Aten.ChannelShuffle.Call(x, groups)[0], x);
    }
}
