namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Rsqrt(T)"/>
        public T Rsqrt() => T.Rsqrt(x);

        /// <inheritdoc cref="ITensor{T}.Exp2(T)"/>
        public T Exp2() => T.Exp2(x);

        /// <inheritdoc cref="ITensor{T}.Expm1(T)"/>
        public T Expm1() => T.Expm1(x);

        /// <inheritdoc cref="ITensor{T}.Log1p(T)"/>
        public T Log1p() => T.Log1p(x);

        /// <inheritdoc cref="ITensor{T}.Log2(T)"/>
        public T Log2() => T.Log2(x);

        /// <inheritdoc cref="ITensor{T}.Log10(T)"/>
        public T Log10() => T.Log10(x);

        /// <inheritdoc cref="ITensor{T}.Erf(T)"/>
        public T Erf() => T.Erf(x);

        /// <inheritdoc cref="ITensor{T}.Erfc(T)"/>
        public T Erfc() => T.Erfc(x);

        /// <inheritdoc cref="ITensor{T}.Logaddexp(T, T)"/>
        public T Logaddexp(T y) => T.Logaddexp(x, y);

        /// <inheritdoc cref="ITensor{T}.Logaddexp2(T, T)"/>
        public T Logaddexp2(T y) => T.Logaddexp2(x, y);

        /// <inheritdoc cref="ITensor{T}.Xlogy(T, T)"/>
        public T Xlogy(T y) => T.Xlogy(x, y);

        /// <inheritdoc cref="ITensor{T}.Xlogy(T, Scalar)"/>
        public T Xlogy(Scalar y) => T.Xlogy(x, y);
    }
}
