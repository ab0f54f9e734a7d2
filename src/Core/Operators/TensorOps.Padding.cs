namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.Pad{T}(T, ReadOnlySpan{long}, PadMode, double?)"/>
        public T Pad(ReadOnlySpan<long> pad, PadMode mode = PadMode.Constant, double? value = null) => Composites.Pad(x, pad, mode, value);

        /// <inheritdoc cref="ITensor{T}.ConstantPadNd(T, ReadOnlySpan{long}, Scalar)"/>
        public T ConstantPadNd(ReadOnlySpan<long> pad, Scalar? value = null) => T.ConstantPadNd(x, pad, value ?? 0);
    }
}
