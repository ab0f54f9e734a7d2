namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Add(T, T, Scalar)"/>
        public T Add(T y, Scalar alpha) => T.Add(x, y, alpha);

        /// <inheritdoc cref="ITensor{T}.Add(T, Scalar, Scalar)"/>
        public T Add(Scalar y, Scalar alpha) => T.Add(x, y, alpha);

        /// <inheritdoc cref="ITensor{T}.Sub(T, T, Scalar)"/>
        public T Sub(T y, Scalar alpha) => T.Sub(x, y, alpha);

        /// <inheritdoc cref="ITensor{T}.Sub(T, Scalar, Scalar)"/>
        public T Sub(Scalar y, Scalar alpha) => T.Sub(x, y, alpha);

        /// <inheritdoc cref="ITensor{T}.Rsub(T, T, Scalar)"/>
        public T Rsub(T y, Scalar? alpha = null) => T.Rsub(x, y, alpha ?? 1);

        /// <inheritdoc cref="ITensor{T}.Rsub(T, Scalar)"/>
        public T Rsub(Scalar y) => T.Rsub(x, y);

        /// <inheritdoc cref="ITensor{T}.Rsub(T, Scalar, Scalar)"/>
        public T Rsub(Scalar y, Scalar alpha) => T.Rsub(x, y, alpha);

        /// <inheritdoc cref="ITensor{T}.Hypot(T, T)"/>
        public T Hypot(T y) => T.Hypot(x, y);

        /// <inheritdoc cref="ITensor{T}.Copysign(T, T)"/>
        public T Copysign(T y) => T.Copysign(x, y);

        /// <inheritdoc cref="ITensor{T}.Copysign(T, Scalar)"/>
        public T Copysign(Scalar y) => T.Copysign(x, y);

        /// <inheritdoc cref="ITensor{T}.Deg2rad(T)"/>
        public T Deg2rad() => T.Deg2rad(x);

        /// <inheritdoc cref="ITensor{T}.Rad2deg(T)"/>
        public T Rad2deg() => T.Rad2deg(x);

        /// <inheritdoc cref="ITensor{T}.Frexp(T)"/>
        public (T Mantissa, T Exponent) Frexp() => T.Frexp(x);

        /// <inheritdoc cref="ITensor{T}.Sgn(T)"/>
        public T Sgn() => T.Sgn(x);

        /// <inheritdoc cref="ITensor{T}.Angle(T)"/>
        public T Angle() => T.Angle(x);

        /// <inheritdoc cref="ITensor{T}.Heaviside(T, T)"/>
        public T Heaviside(T values) => T.Heaviside(x, values);

        /// <inheritdoc cref="ITensor{T}.Signbit(T)"/>
        public T Signbit() => T.Signbit(x);

        /// <summary>x / y, element by element, under its longer name.</summary>
        public T TrueDivide(T y) => Composites.TrueDivide(x, y);

        /// <summary>x / y, under its longer name.</summary>
        public T TrueDivide(Scalar y) => Composites.TrueDivide(x, y);

        /// <inheritdoc cref="Composites.FloatPower{T}(T, T)"/>
        public T FloatPower(T y) => Composites.FloatPower(x, y);

        /// <inheritdoc cref="Composites.FloatPower{T}(T, Scalar)"/>
        public T FloatPower(Scalar y) => Composites.FloatPower(x, y);

        /// <inheritdoc cref="Composites.Ldexp{T}(T, T)"/>
        public T Ldexp(T y) => Composites.Ldexp(x, y);

        /// <inheritdoc cref="Composites.Where{T}(T, T, Scalar)"/>
        public T Where(T condition, Scalar y) => Composites.Where(condition, x, y);

        /// <inheritdoc cref="Composites.Isposinf{T}(T)"/>
        public T Isposinf() => Composites.Isposinf(x);

        /// <inheritdoc cref="Composites.Isneginf{T}(T)"/>
        public T Isneginf() => Composites.Isneginf(x);

        /// <inheritdoc cref="Composites.Isreal{T}(T)"/>
        public T Isreal() => Composites.Isreal(x);

        /// <inheritdoc cref="Composites.LogicalAnd{T}(T, T)"/>
        public T LogicalAnd(T y) => Composites.LogicalAnd(x, y);

        /// <inheritdoc cref="Composites.LogicalOr{T}(T, T)"/>
        public T LogicalOr(T y) => Composites.LogicalOr(x, y);

        /// <inheritdoc cref="Composites.LogicalXor{T}(T, T)"/>
        public T LogicalXor(T y) => Composites.LogicalXor(x, y);

        /// <inheritdoc cref="Composites.LogicalNot{T}(T)"/>
        public T LogicalNot() => Composites.LogicalNot(x);
    }
}
