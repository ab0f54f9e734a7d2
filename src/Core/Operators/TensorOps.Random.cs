namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Uniform_(T, double, double)"/>
        public T Uniform_(double from = 0, double to = 1) => T.Uniform_(x, from, to);

        /// <inheritdoc cref="ITensor{T}.Normal_(T, double, double)"/>
        public T Normal_(double mean = 0, double std = 1) => T.Normal_(x, mean, std);
    }
}
