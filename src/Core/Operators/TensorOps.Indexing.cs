namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Select(T, int, long)"/>
        public T Select(int dim, long index) => T.Select(x, dim, index);

        /// <inheritdoc cref="ITensor{T}.Slice(T, int, long, long, long)"/>
        public T Slice(int dim = 0, long? start = null, long? end = null, long step = 1)
            => T.Slice(x, dim, start ?? 0, end ?? long.MaxValue, step);
    }
}
