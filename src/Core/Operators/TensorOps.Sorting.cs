namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Sort(T, int, bool)"/>
        /// <param name="dim">The dimension.</param>
        /// <param name="descending">Whether the largest come first.</param>
        /// <param name="stable">Asks that equals stay in their order, which they do in any case.</param>
        public (T Values, T Indices) Sort(int dim = -1, bool descending = false, bool stable = false) => T.Sort(x, dim, descending);

        /// <inheritdoc cref="Composites.Argsort{T}(T, int, bool)"/>
        /// <param name="dim">The dimension.</param>
        /// <param name="descending">Whether the largest come first.</param>
        /// <param name="stable">Asks that equals stay in their order, which they do in any case.</param>
        public T Argsort(int dim = -1, bool descending = false, bool stable = false) => Composites.Argsort(x, dim, descending);

        /// <inheritdoc cref="ITensor{T}.Topk(T, int, int, bool)"/>
        /// <param name="k">How many.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="largest">Whether the largest are taken, or the smallest.</param>
        /// <param name="sorted">Asks that they come in order, which they do in any case.</param>
        public (T Values, T Indices) Topk(int k, int dim = -1, bool largest = true, bool sorted = true) => T.Topk(x, k, dim, largest);
    }
}
