using System.Runtime.CompilerServices;

namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Det(T)"/>
        public T Det() => T.Det(x);

        /// <inheritdoc cref="ITensor{T}.Slogdet(T)"/>
        public (T Sign, T Logabsdet) Slogdet() => T.Slogdet(x);

        /// <inheritdoc cref="Composites.Logdet{T}(T)"/>
        public T Logdet() => Composites.Logdet(x);

        /// <inheritdoc cref="ITensor{T}.InvEx(T, bool)"/>
        public (T Inverse, T Info) InvEx(bool checkErrors = false) => T.InvEx(x, checkErrors);

        /// <inheritdoc cref="Composites.Inv{T}(T)"/>
        public T Inv() => Composites.Inv(x);

        /// <inheritdoc cref="Composites.Inv{T}(T)"/>
        public T Inverse() => Composites.Inverse(x);

        /// <inheritdoc cref="ITensor{T}.SolveEx(T, T, bool, bool)"/>
        public (T Result, T Info) SolveEx(T b, bool left = true, bool checkErrors = false) => T.SolveEx(x, b, left, checkErrors);

        /// <inheritdoc cref="Composites.Solve{T}(T, T, bool)"/>
        public T Solve(T b, bool left = true) => Composites.Solve(x, b, left);

        /// <inheritdoc cref="ITensor{T}.SolveTriangular(T, T, bool, bool, bool)"/>
        public T SolveTriangular(T b, bool upper, bool left = true, bool unitriangular = false)
            => T.SolveTriangular(x, b, upper, left, unitriangular);

        /// <inheritdoc cref="ITensor{T}.TriangularSolve(T, T, bool, bool, bool)"/>
        public (T Solution, T ClonedCoefficient) TriangularSolve(T a, bool upper = true, bool transpose = false, bool unitriangular = false)
            => T.TriangularSolve(x, a, upper, transpose, unitriangular);

        /// <inheritdoc cref="ITensor{T}.LinalgLuSolve(T, T, T, bool, bool)"/>
        public T LinalgLuSolve(T pivots, T b, bool left = true, bool adjoint = false) => T.LinalgLuSolve(x, pivots, b, left, adjoint);

        /// <inheritdoc cref="Composites.LuSolve{T}(T, T, T)"/>
        public T LuSolve(T factors, T pivots) => Composites.LuSolve(x, factors, pivots);

        /// <inheritdoc cref="ITensor{T}.CholeskySolve(T, T, bool)"/>
        public T CholeskySolve(T l, bool upper = false) => T.CholeskySolve(x, l, upper);

        /// <inheritdoc cref="ITensor{T}.CholeskyInverse(T, bool)"/>
        public T CholeskyInverse(bool upper = false) => T.CholeskyInverse(x, upper);

        /// <inheritdoc cref="Composites.Pinv{T}(T, double?, double?, bool)"/>
        [OverloadResolutionPriority(1)] // without bounds both would do
        public T Pinv(double? atol = null, double? rtol = null, bool hermitian = false) => Composites.Pinv(x, atol, rtol, hermitian);

        /// <inheritdoc cref="ITensor{T}.Pinv(T, T, T, bool)"/>
        public T Pinv(T? atol = default, T? rtol = default, bool hermitian = false) => T.Pinv(x, atol, rtol, hermitian);

        /// <inheritdoc cref="Composites.Pinverse{T}(T, double)"/>
        public T Pinverse(double rcond = 1e-15) => Composites.Pinverse(x, rcond);

        /// <inheritdoc cref="ITensor{T}.Lstsq(T, T, double?, LstsqDriver?)"/>
        public (T Solution, T Residuals, T Rank, T SingularValues) Lstsq(T b, double? rcond = null, LstsqDriver? driver = null)
            => T.Lstsq(x, b, rcond, driver);

        /// <inheritdoc cref="Composites.Tensorsolve{T}(T, T, ReadOnlySpan{int})"/>
        public T Tensorsolve(T b, params ReadOnlySpan<int> dims) => Composites.Tensorsolve(x, b, dims);

        /// <inheritdoc cref="Composites.Tensorinv{T}(T, int)"/>
        public T Tensorinv(int ind = 2) => Composites.Tensorinv(x, ind);
    }
}
