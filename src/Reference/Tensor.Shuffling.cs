namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor PixelShuffle(Tensor x, long upscaleFactor)
    {
        Check.PixelShuffle(x, upscaleFactor);
        var r = upscaleFactor;
        long[] batch = [.. x.Shape.SkipLast(3)];
        var (channels, height, width) = (x.Shape[-3] / (r * r), x.Shape[-2], x.Shape[-1]);
        var n = batch.Length;
        var pixels = Detach(x).Reshape([.. batch, channels, r, r, height, width])
            .Permute([.. Enumerable.Range(0, n), n, n + 3, n + 1, n + 4, n + 2]);
        return TapeNode.Record(
            "PixelShuffleBackward0", Detach(Clone(pixels).Reshape([.. batch, channels, height * r, width * r])), [x],
            (g, _) => PixelUnshuffle(g, r));
    }

    /// <inheritdoc/>
    public static Tensor PixelUnshuffle(Tensor x, long downscaleFactor)
    {
        Check.PixelUnshuffle(x, downscaleFactor);
        var r = downscaleFactor;
        long[] batch = [.. x.Shape.SkipLast(3)];
        var (channels, height, width) = (x.Shape[-3], x.Shape[-2] / r, x.Shape[-1] / r);
        var n = batch.Length;
        var pixels = Detach(x).Reshape([.. batch, channels, height, r, width, r])
            .Permute([.. Enumerable.Range(0, n), n, n + 2, n + 4, n + 1, n + 3]);
        return TapeNode.Record(
            "PixelUnshuffleBackward0", Detach(Clone(pixels).Reshape([.. batch, channels * r * r, height, width])), [x],
            (g, _) => PixelShuffle(g, r));
    }

    /// <inheritdoc/>
    public static Tensor ChannelShuffle(Tensor x, long groups)
    {
        Check.ChannelShuffle(x, groups);
        var size = x.Shape[1] / groups;
        var dealt = Detach(x).Reshape([x.Shape[0], groups, size, .. x.Shape.Skip(2)]).Transpose(1, 2);
        return TapeNode.Record(
            "ChannelShuffleBackward0", Detach(Clone(dealt).Reshape(x.Shape)), [x],
            (g, _) => size == 0 ? g : ChannelShuffle(g, size));
    }
}
