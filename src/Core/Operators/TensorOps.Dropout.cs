namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Bernoulli(T, double)"/>
        public T Bernoulli(double p) => T.Bernoulli(x, p);

        /// <inheritdoc cref="Composites.Dropout{T}(T, double, bool, T)"/>
        public T Dropout(double p = 0.5, bool training = true, T? mask = default) => Composites.Dropout(x, p, training, mask);

        /// <inheritdoc cref="Composites.FeatureDropout{T}(T, double, bool, T)"/>
        public T FeatureDropout(double p = 0.5, bool training = true, T? mask = default)
            => Composites.FeatureDropout(x, p, training, mask);

        /// <inheritdoc cref="Composites.AlphaDropout{T}(T, double, bool, T)"/>
        public T AlphaDropout(double p = 0.5, bool training = false, T? mask = default)
            => Composites.AlphaDropout(x, p, training, mask);

        /// <inheritdoc cref="Composites.FeatureAlphaDropout{T}(T, double, bool, T)"/>
        public T FeatureAlphaDropout(double p = 0.5, bool training = false, T? mask = default)
            => Composites.FeatureAlphaDropout(x, p, training, mask);

        /// <inheritdoc cref="Composites.Dropout1d{T}(T, double, bool, T)"/>
        public T Dropout1d(double p = 0.5, bool training = true, T? mask = default) => Composites.Dropout1d(x, p, training, mask);

        /// <inheritdoc cref="Composites.Dropout2d{T}(T, double, bool, T)"/>
        public T Dropout2d(double p = 0.5, bool training = true, T? mask = default) => Composites.Dropout2d(x, p, training, mask);

        /// <inheritdoc cref="Composites.Dropout3d{T}(T, double, bool, T)"/>
        public T Dropout3d(double p = 0.5, bool training = true, T? mask = default) => Composites.Dropout3d(x, p, training, mask);
    }
}
