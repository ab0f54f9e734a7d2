namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Add_(T, T)"/>
        public T Add_(T y) => T.Add_(x, y);

        /// <inheritdoc cref="ITensor{T}.Add_(T, Scalar)"/>
        public T Add_(Scalar y) => T.Add_(x, y);

        /// <inheritdoc cref="ITensor{T}.Add_(T, T, Scalar)"/>
        public T Add_(T y, Scalar alpha) => T.Add_(x, y, alpha);

        /// <inheritdoc cref="ITensor{T}.Sub_(T, T)"/>
        public T Sub_(T y) => T.Sub_(x, y);

        /// <inheritdoc cref="ITensor{T}.Sub_(T, Scalar)"/>
        public T Sub_(Scalar y) => T.Sub_(x, y);

        /// <inheritdoc cref="ITensor{T}.Mul_(T, T)"/>
        public T Mul_(T y) => T.Mul_(x, y);

        /// <inheritdoc cref="ITensor{T}.Mul_(T, Scalar)"/>
        public T Mul_(Scalar y) => T.Mul_(x, y);

        /// <inheritdoc cref="ITensor{T}.Div_(T, T)"/>
        public T Div_(T y) => T.Div_(x, y);

        /// <inheritdoc cref="ITensor{T}.Div_(T, Scalar)"/>
        public T Div_(Scalar y) => T.Div_(x, y);

        /// <inheritdoc cref="ITensor{T}.Lerp_(T, T, Scalar)"/>
        public T Lerp_(T end, Scalar weight) => T.Lerp_(x, end, weight);

        /// <inheritdoc cref="ITensor{T}.Addcmul_(T, T, T, Scalar)"/>
        public T Addcmul_(T tensor1, T tensor2, Scalar? value = null) => T.Addcmul_(x, tensor1, tensor2, value ?? 1);

        /// <inheritdoc cref="ITensor{T}.Addcdiv_(T, T, T, Scalar)"/>
        public T Addcdiv_(T tensor1, T tensor2, Scalar? value = null) => T.Addcdiv_(x, tensor1, tensor2, value ?? 1);

        /// <inheritdoc cref="ITensor{T}.Zero_(T)"/>
        public T Zero_() => T.Zero_(x);

        /// <inheritdoc cref="ITensor{T}.Fill_(T, Scalar)"/>
        public T Fill_(Scalar value) => T.Fill_(x, value);

        /// <inheritdoc cref="ITensor{T}.Fill_(T, T)"/>
        public T Fill_(T value) => T.Fill_(x, value);

        /// <inheritdoc cref="ITensor{T}.Fill(T, Scalar)"/>
        public T Fill(Scalar value) => T.Fill(x, value);

        /// <inheritdoc cref="ITensor{T}.Fill(T, T)"/>
        public T Fill(T value) => T.Fill(x, value);

        /// <inheritdoc cref="ITensor{T}.Copy_(T, T)"/>
        public T Copy_(T y) => T.Copy_(x, y);

        /// <inheritdoc cref="ITensor{T}.Squeeze_(T, int)"/>
        public T Squeeze_(int dim) => T.Squeeze_(x, dim);

        /// <inheritdoc cref="ITensor{T}.Squeeze_(T)"/>
        public T Squeeze_() => T.Squeeze_(x);

        /// <inheritdoc cref="ITensor{T}.Unsqueeze_(T, int)"/>
        public T Unsqueeze_(int dim) => T.Unsqueeze_(x, dim);
    }
}
