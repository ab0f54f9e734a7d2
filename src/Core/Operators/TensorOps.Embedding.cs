namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.OneHot{T}(T, long)"/>
        public T OneHot(long numClasses = -1) => Composites.OneHot(x, numClasses);

        /// <inheritdoc cref="ITensor{T}.Embedding(T, T, long?, double?, double, bool)"/>
        public T Embedding(T weight, long? paddingIdx = null, double? maxNorm = null, double normType = 2, bool scaleGradByFreq = false)
            => T.Embedding(x, weight, paddingIdx, maxNorm, normType, scaleGradByFreq);

        /// <inheritdoc cref="ITensor{T}.EmbeddingBag(T, T, T, double?, double, bool, EmbeddingBagMode, T, bool, long?)"/>
        public T EmbeddingBag(
            T weight, T? offsets = default, double? maxNorm = null, double normType = 2, bool scaleGradByFreq = false,
            EmbeddingBagMode mode = EmbeddingBagMode.Mean, T? perSampleWeights = default, bool includeLastOffset = false,
            long? paddingIdx = null)
            => T.EmbeddingBag(
                x, weight, offsets, maxNorm, normType, scaleGradByFreq, mode, perSampleWeights, includeLastOffset, paddingIdx);
    }
}
