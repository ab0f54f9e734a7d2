namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.BitwiseAnd(T, T)"/>
        public T BitwiseAnd(T y) => T.BitwiseAnd(x, y);

        /// <inheritdoc cref="ITensor{T}.BitwiseOr(T, T)"/>
        public T BitwiseOr(T y) => T.BitwiseOr(x, y);

        /// <inheritdoc cref="ITensor{T}.BitwiseXor(T, T)"/>
        public T BitwiseXor(T y) => T.BitwiseXor(x, y);

        /// <inheritdoc cref="ITensor{T}.BitwiseNot(T)"/>
        public T BitwiseNot() => T.BitwiseNot(x);
    }
}
