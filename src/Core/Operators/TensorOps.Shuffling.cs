namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.PixelShuffle(T, long)"/>
        public T PixelShuffle(long upscaleFactor) => T.PixelShuffle(x, upscaleFactor);

        /// <inheritdoc cref="ITensor{T}.PixelUnshuffle(T, long)"/>
        public T PixelUnshuffle(long downscaleFactor) => T.PixelUnshuffle(x, downscaleFactor);

        /// <inheritdoc cref="ITensor{T}.ChannelShuffle(T, long)"/>
        public T ChannelShuffle(long groups) => T.ChannelShuffle(x, groups);
    }
}
