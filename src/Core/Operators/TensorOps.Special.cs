namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Sinc(T)"/>
        public T Sinc() => T.Sinc(x);

        /// <inheritdoc cref="ITensor{T}.Logit(T, double?)"/>
        public T Logit(double? eps = null) => T.Logit(x, eps);

        /// <inheritdoc cref="ITensor{T}.Lgamma(T)"/>
        public T Lgamma() => T.Lgamma(x);

        /// <inheritdoc cref="ITensor{T}.Digamma(T)"/>
        public T Digamma() => T.Digamma(x);

        /// <inheritdoc cref="ITensor{T}.Polygamma(long, T)"/>
        public T Polygamma(long n) => T.Polygamma(n, x);

        /// <inheritdoc cref="ITensor{T}.Mvlgamma(T, long)"/>
        public T Mvlgamma(long p) => T.Mvlgamma(x, p);

        /// <inheritdoc cref="ITensor{T}.Zeta(T, T)"/>
        public T Zeta(T other) => T.Zeta(x, other);

        /// <inheritdoc cref="ITensor{T}.Erfinv(T)"/>
        public T Erfinv() => T.Erfinv(x);

        /// <inheritdoc cref="ITensor{T}.Erfcx(T)"/>
        public T Erfcx() => T.Erfcx(x);

        /// <inheritdoc cref="ITensor{T}.Ndtr(T)"/>
        public T Ndtr() => T.Ndtr(x);

        /// <inheritdoc cref="ITensor{T}.Ndtri(T)"/>
        public T Ndtri() => T.Ndtri(x);

        /// <inheritdoc cref="ITensor{T}.LogNdtr(T)"/>
        public T LogNdtr() => T.LogNdtr(x);

        /// <inheritdoc cref="ITensor{T}.Entr(T)"/>
        public T Entr() => T.Entr(x);

        /// <inheritdoc cref="ITensor{T}.I0(T)"/>
        public T I0() => T.I0(x);

        /// <inheritdoc cref="ITensor{T}.I0e(T)"/>
        public T I0e() => T.I0e(x);

        /// <inheritdoc cref="ITensor{T}.I1(T)"/>
        public T I1() => T.I1(x);

        /// <inheritdoc cref="ITensor{T}.I1e(T)"/>
        public T I1e() => T.I1e(x);

        /// <inheritdoc cref="ITensor{T}.Xlog1py(T, T)"/>
        public T Xlog1py(T y) => T.Xlog1py(x, y);

        /// <inheritdoc cref="ITensor{T}.Xlog1py(T, Scalar)"/>
        public T Xlog1py(Scalar y) => T.Xlog1py(x, y);
    }
}
