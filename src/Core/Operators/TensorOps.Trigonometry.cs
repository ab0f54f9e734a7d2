namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Tan(T)"/>
        public T Tan() => T.Tan(x);

        /// <inheritdoc cref="ITensor{T}.Asin(T)"/>
        public T Asin() => T.Asin(x);

        /// <inheritdoc cref="ITensor{T}.Acos(T)"/>
        public T Acos() => T.Acos(x);

        /// <inheritdoc cref="ITensor{T}.Atan(T)"/>
        public T Atan() => T.Atan(x);

        /// <inheritdoc cref="ITensor{T}.Sinh(T)"/>
        public T Sinh() => T.Sinh(x);

        /// <inheritdoc cref="ITensor{T}.Cosh(T)"/>
        public T Cosh() => T.Cosh(x);

        /// <inheritdoc cref="ITensor{T}.Asinh(T)"/>
        public T Asinh() => T.Asinh(x);

        /// <inheritdoc cref="ITensor{T}.Acosh(T)"/>
        public T Acosh() => T.Acosh(x);

        /// <inheritdoc cref="ITensor{T}.Atanh(T)"/>
        public T Atanh() => T.Atanh(x);

        /// <inheritdoc cref="ITensor{T}.Atan2(T, T)"/>
        public T Atan2(T y) => T.Atan2(x, y);
    }
}
