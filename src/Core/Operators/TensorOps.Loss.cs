namespace TwinGrad;

public static partial class TensorOps
{
    private const long NoIndex = -100;

    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.MseLoss{T}(T, T, Reduction, T)"/>
        public T MseLoss(T target, Reduction reduction = Reduction.Mean, T? weight = default)
            => Composites.MseLoss(x, target, reduction, weight);

        /// <inheritdoc cref="Composites.L1Loss{T}(T, T, Reduction, T)"/>
        public T L1Loss(T target, Reduction reduction = Reduction.Mean, T? weight = default)
            => Composites.L1Loss(x, target, reduction, weight);

        /// <inheritdoc cref="ITensor{T}.SmoothL1Loss(T, T, Reduction, double)"/>
        public T SmoothL1Loss(T target, Reduction reduction = Reduction.Mean, double beta = 1) => T.SmoothL1Loss(x, target, reduction, beta);

        /// <inheritdoc cref="Composites.HuberLoss{T}(T, T, Reduction, double, T)"/>
        public T HuberLoss(T target, Reduction reduction = Reduction.Mean, double delta = 1, T? weight = default)
            => Composites.HuberLoss(x, target, reduction, delta, weight);

        /// <inheritdoc cref="ITensor{T}.BinaryCrossEntropy(T, T, T, Reduction)"/>
        public T BinaryCrossEntropy(T target, T? weight = default, Reduction reduction = Reduction.Mean)
            => T.BinaryCrossEntropy(x, target, weight, reduction);

        /// <inheritdoc cref="ITensor{T}.BinaryCrossEntropyWithLogits(T, T, T, T, Reduction)"/>
        public T BinaryCrossEntropyWithLogits(
            T target, T? weight = default, Reduction reduction = Reduction.Mean, T? posWeight = default)
            => T.BinaryCrossEntropyWithLogits(x, target, weight, posWeight, reduction);

        /// <inheritdoc cref="Composites.NllLoss{T}(T, T, T, long, Reduction)"/>
        public T NllLoss(T target, T? weight = default, long ignoreIndex = NoIndex, Reduction reduction = Reduction.Mean)
            => Composites.NllLoss(x, target, weight, ignoreIndex, reduction);

        /// <inheritdoc cref="Composites.CrossEntropy{T}(T, T, T, long, Reduction, double)"/>
        public T CrossEntropy(
            T target, T? weight = default, long ignoreIndex = NoIndex, Reduction reduction = Reduction.Mean, double labelSmoothing = 0)
            => Composites.CrossEntropy(x, target, weight, ignoreIndex, reduction, labelSmoothing);

        /// <inheritdoc cref="Composites.KlDiv{T}(T, T, Reduction, bool)"/>
        public T KlDiv(T target, Reduction reduction = Reduction.Mean, bool logTarget = false)
            => Composites.KlDiv(x, target, reduction, logTarget);

        /// <inheritdoc cref="Composites.GaussianNllLoss{T}(T, T, T, bool, double, Reduction)"/>
        public T GaussianNllLoss(T target, T var, bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
            => Composites.GaussianNllLoss(x, target, var, full, eps, reduction);

        /// <inheritdoc cref="Composites.PoissonNllLoss{T}(T, T, bool, bool, double, Reduction)"/>
        public T PoissonNllLoss(
            T target, bool logInput = true, bool full = false, double eps = 1e-8, Reduction reduction = Reduction.Mean)
            => Composites.PoissonNllLoss(x, target, logInput, full, eps, reduction);
    }
}
