namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.HingeEmbeddingLoss{T}(T, T, double, Reduction)"/>
        public T HingeEmbeddingLoss(T target, double margin = 1, Reduction reduction = Reduction.Mean)
            => Composites.HingeEmbeddingLoss(x, target, margin, reduction);

        /// <inheritdoc cref="ITensor{T}.SoftMarginLoss(T, T, Reduction)"/>
        public T SoftMarginLoss(T target, Reduction reduction = Reduction.Mean) => T.SoftMarginLoss(x, target, reduction);

        /// <inheritdoc cref="ITensor{T}.MultiMarginLoss(T, T, Scalar, Scalar, T, Reduction)"/>
        public T MultiMarginLoss(T target, int p = 1, double margin = 1, T? weight = default, Reduction reduction = Reduction.Mean)
            => T.MultiMarginLoss(x, target, p, margin, weight, reduction);

        /// <inheritdoc cref="ITensor{T}.MultilabelMarginLoss(T, T, Reduction)"/>
        public T MultilabelMarginLoss(T target, Reduction reduction = Reduction.Mean) => T.MultilabelMarginLoss(x, target, reduction);

        /// <inheritdoc cref="Composites.MultilabelSoftMarginLoss{T}(T, T, T, Reduction)"/>
        public T MultilabelSoftMarginLoss(T target, T? weight = default, Reduction reduction = Reduction.Mean)
            => Composites.MultilabelSoftMarginLoss(x, target, weight, reduction);

        /// <inheritdoc cref="Composites.MarginRankingLoss{T}(T, T, T, double, Reduction)"/>
        public T MarginRankingLoss(T input2, T target, double margin = 0, Reduction reduction = Reduction.Mean)
            => Composites.MarginRankingLoss(x, input2, target, margin, reduction);

        /// <inheritdoc cref="Composites.CosineEmbeddingLoss{T}(T, T, T, double, Reduction)"/>
        public T CosineEmbeddingLoss(T input2, T target, double margin = 0, Reduction reduction = Reduction.Mean)
            => Composites.CosineEmbeddingLoss(x, input2, target, margin, reduction);

        /// <inheritdoc cref="Composites.TripletMarginLoss{T}(T, T, T, double, double, double, bool, Reduction)"/>
        public T TripletMarginLoss(
            T positive, T negative, double margin = 1, double p = 2, double eps = 1e-6, bool swap = false,
            Reduction reduction = Reduction.Mean)
            => Composites.TripletMarginLoss(x, positive, negative, margin, p, eps, swap, reduction);

        /// <inheritdoc cref="Composites.TripletMarginWithDistanceLoss{T}(T, T, T, Func{T, T, T}, double, bool, Reduction)"/>
        public T TripletMarginWithDistanceLoss(
            T positive, T negative, Func<T, T, T>? distanceFunction = null, double margin = 1, bool swap = false,
            Reduction reduction = Reduction.Mean)
            => Composites.TripletMarginWithDistanceLoss(x, positive, negative, distanceFunction, margin, swap, reduction);
    }
}
