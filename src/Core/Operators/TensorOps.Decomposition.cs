namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Cholesky(T, bool)"/>
        public T Cholesky(bool upper = false) => T.Cholesky(x, upper);

        /// <inheritdoc cref="ITensor{T}.CholeskyEx(T, bool, bool)"/>
        public (T L, T Info) CholeskyEx(bool upper = false, bool checkErrors = false) => T.CholeskyEx(x, upper, checkErrors);

        /// <inheritdoc cref="Composites.LinalgCholesky{T}(T, bool)"/>
        public T LinalgCholesky(bool upper = false) => Composites.LinalgCholesky(x, upper);

        /// <inheritdoc cref="ITensor{T}.LinalgQr(T, QrMode)"/>
        public (T Q, T R) LinalgQr(QrMode mode = QrMode.Reduced) => T.LinalgQr(x, mode);

        /// <inheritdoc cref="Composites.Qr{T}(T, bool)"/>
        public (T Q, T R) Qr(bool some = true) => Composites.Qr(x, some);

        /// <inheritdoc cref="ITensor{T}.Eigh(T, Uplo)"/>
        public (T Eigenvalues, T Eigenvectors) Eigh(Uplo uplo = Uplo.L) => T.Eigh(x, uplo);

        /// <inheritdoc cref="Composites.Eigvalsh{T}(T, Uplo)"/>
        public T Eigvalsh(Uplo uplo = Uplo.L) => Composites.Eigvalsh(x, uplo);

        /// <inheritdoc cref="ITensor{T}.LinalgSvd(T, bool)"/>
        public (T U, T S, T Vh) LinalgSvd(bool fullMatrices = true) => T.LinalgSvd(x, fullMatrices);

        /// <inheritdoc cref="Composites.Svd{T}(T, bool, bool)"/>
        public (T U, T S, T V) Svd(bool some = true, bool computeUv = true) => Composites.Svd(x, some, computeUv);

        /// <inheritdoc cref="Composites.Svdvals{T}(T)"/>
        public T Svdvals() => Composites.Svdvals(x);

        /// <inheritdoc cref="ITensor{T}.LinalgLu(T, bool)"/>
        public (T P, T L, T U) LinalgLu(bool pivot = true) => T.LinalgLu(x, pivot);

        /// <inheritdoc cref="ITensor{T}.LinalgLuFactorEx(T, bool, bool)"/>
        public (T LU, T Pivots, T Info) LinalgLuFactorEx(bool pivot = true, bool checkErrors = false)
            => T.LinalgLuFactorEx(x, pivot, checkErrors);

        /// <inheritdoc cref="Composites.LinalgLuFactor{T}(T, bool)"/>
        public (T LU, T Pivots) LinalgLuFactor(bool pivot = true) => Composites.LinalgLuFactor(x, pivot);

        /// <inheritdoc cref="Composites.Lu{T}(T, bool)"/>
        public (T LU, T Pivots, T Info) Lu(bool pivot = true) => Composites.Lu(x, pivot);

        /// <inheritdoc cref="ITensor{T}.LuUnpack(T, T, bool, bool)"/>
        public (T P, T L, T U) LuUnpack(T pivots, bool unpackData = true, bool unpackPivots = true)
            => T.LuUnpack(x, pivots, unpackData, unpackPivots);

        /// <inheritdoc cref="ITensor{T}.HouseholderProduct(T, T)"/>
        public T HouseholderProduct(T tau) => T.HouseholderProduct(x, tau);

        /// <inheritdoc cref="Composites.MatrixRank{T}(T, double?, double?, bool)"/>
        public T MatrixRank(double? atol = null, double? rtol = null, bool hermitian = false)
            => Composites.MatrixRank(x, atol, rtol, hermitian);
    }
}
