namespace TwinGrad;

// Channels are the dimension before the last two, or the second one; what lies before them is batch.
public partial interface ITensor<T>
{
    /// <summary>
    /// Images r times as high and wide of r^2 times fewer channels: result[c, h r + i, w r + j] = x[c r^2 + i r + j, h, w].
    /// </summary>
    /// <remarks>dx: the gradient's <see cref="PixelUnshuffle"/>.</remarks>
    /// <exception cref="TorchArgumentException">x has fewer than three dimensions, or the channels cannot be divided so.</exception>
    static abstract T PixelShuffle(T x, long upscaleFactor);

    /// <summary>
    /// Images r times lower and narrower of r^2 times as many channels: result[c r^2 + i r + j, h, w] = x[c, h r + i, w r + j].
    /// </summary>
    /// <remarks>dx: the gradient's <see cref="PixelShuffle"/>.</remarks>
    /// <exception cref="TorchArgumentException">x has fewer than three dimensions, or height or width cannot be divided so.</exception>
    static abstract T PixelUnshuffle(T x, long downscaleFactor);

    /// <summary>The channels, dealt out to groups in turn: of g groups, channel c of x becomes channel (c mod C/g) g + c/(C/g).</summary>
    /// <remarks>dx: the gradient, its channels put back.</remarks>
    /// <exception cref="TorchArgumentException">x has fewer than three dimensions, or its channels cannot be divided so.</exception>
    static abstract T ChannelShuffle(T x, long groups);
}
