namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The lower triangle L with L L^T = x of a symmetric, positive definite x; upper gives L^T. One triangle of x is read.</summary>
        /// <exception cref="TorchLinAlgException">x is not positive definite.</exception>
        public static T LinalgCholesky(T x, bool upper = false)
        {
            var (factor, info) = T.CholeskyEx(x, upper, checkErrors: false);
            Check.Factorization("linalg.cholesky", info);
            return factor;
        }

        /// <summary>x = Q R; some means as many columns of Q as needed, else Q is square.</summary>
        /// <remarks>An older name of <see cref="ITensor{T}.LinalgQr"/>, with PyTorch's warning.</remarks>
        public static (T Q, T R) Qr(T x, bool some = true)
        {
            Warnings.Warn(LinearAlgebraWarning.Qr);
            return T.LinalgQr(x, some ? QrMode.Reduced : QrMode.Complete);
        }

        /// <summary>The eigenvalues of a symmetric x, of which one triangle is read, in ascending order.</summary>
        public static T Eigvalsh(T x, Uplo uplo = Uplo.L) => T.Eigh(x, uplo).Eigenvalues;

        /// <summary>x = U diag(S) V^T; some means as many columns of U and V as there are singular values, else they are square.</summary>
        /// <remarks>An older form of <see cref="ITensor{T}.LinalgSvd"/>, which gives V^T. Without computeUv U and V are 0.</remarks>
        public static (T U, T S, T V) Svd(T x, bool some = true, bool computeUv = true)
        {
            if (computeUv)
            {
                var (u, s, vh) = T.LinalgSvd(x, !some);
                return (u, s, T.Transpose(vh, -2, -1));
            }
            var values = Svdvals(x);
            Shape batch = [.. x.Shape.SkipLast(2)];
            return (Zeros([.. batch, x.Shape[-2], x.Shape[-2]]), values, Zeros([.. batch, x.Shape[-1], x.Shape[-1]]));

            T Zeros(Shape shape) => T.Full(shape, 0, x.DType, x.Device, requiresGrad: false);
        }

        /// <summary>The singular values in descending order.</summary>
        public static T Svdvals(T x) => T.LinalgSvd(x, fullMatrices: false).S;

        /// <summary>As <see cref="ITensor{T}.LinalgLuFactorEx"/>; a 0 on U's diagonal is an error.</summary>
        /// <exception cref="TorchException">U has a 0 on its diagonal.</exception>
        public static (T LU, T Pivots) LinalgLuFactor(T x, bool pivot = true)
        {
            var (factors, pivots, info) = T.LinalgLuFactorEx(x, pivot, checkErrors: false);
            Check.Factorization("torch.linalg.lu_factor", info);
            return (factors, pivots);
        }

        /// <summary>As <see cref="ITensor{T}.LinalgLuFactorEx"/>, with PyTorch's warning that this name of it is old.</summary>
        public static (T LU, T Pivots, T Info) Lu(T x, bool pivot = true)
        {
            Warnings.Warn(LinearAlgebraWarning.Lu);
            return T.LinalgLuFactorEx(x, pivot, checkErrors: false);
        }

        /// <summary>How many singular values are beyond max(atol, rtol s_1), int64.</summary>
        /// <param name="x">The matrices.</param>
        /// <param name="atol">0 if not given.</param>
        /// <param name="rtol">As in <see cref="Pinv{T}(T, double?, double?, bool)"/>.</param>
        /// <param name="hermitian">Whether x is symmetric: the eigenvalues' sizes serve then.</param>
        public static T MatrixRank(T x, double? atol = null, double? rtol = null, bool hermitian = false)
        {
            Check.IsMatrix("torch.linalg.matrix_rank", x, "input");
            if (x.Numel == 0)
                return T.Full(x.Shape.AsSpan()[..^2], 0, DType.Int64, x.Device, requiresGrad: false);
            var values = hermitian ? T.Abs(Eigvalsh(x)) : Svdvals(x);
            var largest = T.Amax(values, [-1], keepDim: true);
            var bound = T.ClampMin(T.Mul(largest, Tolerance(x, atol, rtol)), atol ?? 0);
            return T.Sum(T.Gt(values, bound), [-1], keepDim: false);
        }
    }

    /// <summary>The relative tolerance of what counts as 0 among singular values, where none is given.</summary>
    private static double Tolerance<T>(T x, double? atol, double? rtol)
        where T : ITensor<T>
        => rtol ?? (atol > 0 ? 0 : Math.ScaleB(Math.Max(x.Shape[-2], x.Shape[-1]), x.DType == DType.Float32 ? -23 : -52));
}
