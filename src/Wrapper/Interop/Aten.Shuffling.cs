namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction PixelShuffle = new("x: Tensor, factor: int", "torch.pixel_shuffle(x, factor)");

    internal static readonly NativeFunction PixelUnshuffle = new("x: Tensor, factor: int", "torch.pixel_unshuffle(x, factor)");

    internal static readonly NativeFunction ChannelShuffle = new("x: Tensor, groups: int", "torch.channel_shuffle(x, groups)");
}
