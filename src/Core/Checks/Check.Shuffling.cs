namespace TwinGrad;

internal static partial class Check
{
    internal static void PixelShuffle<T>(T x, long factor)
        where T : ITensor<T>
    {
        CheckImages("pixel_shuffle", x);
        if (factor <= 0)
            throw Error.PixelFactor("pixel_shuffle", "upscale_factor", factor);
        var channels = x.Shape[-3];
        if (factor > int.MaxValue || channels % (factor * factor) != 0)
            throw Error.PixelShuffleChannels(channels, factor);
    }

    internal static void PixelUnshuffle<T>(T x, long factor)
        where T : ITensor<T>
    {
        CheckImages("pixel_unshuffle", x);
        if (factor <= 0)
            throw Error.PixelFactor("pixel_unshuffle", "downscale_factor", factor);
        foreach (var dim in (ReadOnlySpan<int>)[-2, -1])
            if (x.Shape[dim] % factor != 0)
                throw Error.PixelUnshuffleLength(dim == -2 ? "height" : "width", dim, x.Shape[dim], factor);
    }

    internal static void ChannelShuffle<T>(T x, long groups)
        where T : ITensor<T>
    {
        if (x.Dim <= 2)
            throw Error.ChannelShuffleDims(x.Dim);
        if (groups <= 0)
            throw Error.ChannelShuffleGroups(groups);
        if (x.Shape[1] % groups != 0)
            throw Error.ChannelShuffleChannels();
    }

    private static void CheckImages<T>(string operation, T x)
        where T : ITensor<T>
    {
        if (x.Dim < 3)
            throw Error.PixelDims(operation, x.Dim);
    }
}
