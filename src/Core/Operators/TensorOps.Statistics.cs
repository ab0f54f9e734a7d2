namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.Cov{T}(T, int, T, T)"/>
        public T Cov(int correction = 1, T? fweights = default, T? aweights = default)
            => Composites.Cov(x, correction, fweights, aweights);

        /// <inheritdoc cref="Composites.Corrcoef{T}(T)"/>
        public T Corrcoef() => Composites.Corrcoef(x);

        /// <inheritdoc cref="Composites.Diff{T}(T, int, int, T, T)"/>
        public T Diff(int n = 1, int dim = -1, T? prepend = default, T? append = default)
            => Composites.Diff(x, n, dim, prepend, append);
    }
}
