namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Sign(T)"/>
        public T Sign() => T.Sign(x);

        /// <inheritdoc cref="ITensor{T}.Floor(T)"/>
        public T Floor() => T.Floor(x);

        /// <inheritdoc cref="ITensor{T}.Ceil(T)"/>
        public T Ceil() => T.Ceil(x);

        /// <inheritdoc cref="ITensor{T}.Trunc(T)"/>
        public T Trunc() => T.Trunc(x);

        /// <inheritdoc cref="ITensor{T}.Round(T)"/>
        public T Round() => T.Round(x);

        /// <inheritdoc cref="ITensor{T}.Round(T, int)"/>
        public T Round(int decimals) => T.Round(x, decimals);

        /// <inheritdoc cref="ITensor{T}.Frac(T)"/>
        public T Frac() => T.Frac(x);

        /// <inheritdoc cref="ITensor{T}.Div(T, T, RoundingMode)"/>
        public T Div(T y, RoundingMode roundingMode) => T.Div(x, y, roundingMode);

        /// <inheritdoc cref="ITensor{T}.Div(T, Scalar, RoundingMode)"/>
        public T Div(Scalar y, RoundingMode roundingMode) => T.Div(x, y, roundingMode);

        /// <inheritdoc cref="ITensor{T}.FloorDivide(T, T)"/>
        public T FloorDivide(T y) => T.FloorDivide(x, y);

        /// <inheritdoc cref="ITensor{T}.FloorDivide(T, Scalar)"/>
        public T FloorDivide(Scalar y) => T.FloorDivide(x, y);

        /// <inheritdoc cref="ITensor{T}.Remainder(T, T)"/>
        public T Remainder(T y) => T.Remainder(x, y);

        /// <inheritdoc cref="ITensor{T}.Remainder(T, Scalar)"/>
        public T Remainder(Scalar y) => T.Remainder(x, y);

        /// <inheritdoc cref="ITensor{T}.Fmod(T, T)"/>
        public T Fmod(T y) => T.Fmod(x, y);

        /// <inheritdoc cref="ITensor{T}.Fmod(T, Scalar)"/>
        public T Fmod(Scalar y) => T.Fmod(x, y);
    }
}
