namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Dist(T, T, Scalar)"/>
        public T Dist(T other, double p = 2) => T.Dist(x, other, p);

        /// <inheritdoc cref="Composites.Cdist{T}(T, T, double, ComputeMode)"/>
        public T Cdist(T x2, double p = 2, ComputeMode computeMode = ComputeMode.UseMmForEuclidDistIfNecessary)
            => Composites.Cdist(x, x2, p, computeMode);

        /// <inheritdoc cref="ITensor{T}.Pdist(T, double)"/>
        public T Pdist(double p = 2) => T.Pdist(x, p);

        /// <inheritdoc cref="Composites.PairwiseDistance{T}(T, T, double, double, bool)"/>
        public T PairwiseDistance(T x2, double p = 2, double eps = 1e-6, bool keepdim = false)
            => Composites.PairwiseDistance(x, x2, p, eps, keepdim);

        /// <inheritdoc cref="Composites.CosineSimilarity{T}(T, T, int, double)"/>
        public T CosineSimilarity(T x2, int dim = 1, double eps = 1e-8) => Composites.CosineSimilarity(x, x2, dim, eps);

        /// <inheritdoc cref="Composites.Normalize{T}(T, double, int, double)"/>
        public T Normalize(double p = 2, int dim = 1, double eps = 1e-12) => Composites.Normalize(x, p, dim, eps);
    }
}
