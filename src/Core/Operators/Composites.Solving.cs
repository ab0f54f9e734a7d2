namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The logarithm of the determinant: nan where it is negative, -inf where it is 0.</summary>
        public static T Logdet(T x)
        {
            Check.IsSquare("logdet", x, lowPrecision: false);
            var (sign, logarithm) = T.Slogdet(x);
            return T.Where(T.Eq(sign, -1), Number(logarithm, double.NaN), logarithm);
        }

        /// <summary>x^-1.</summary>
        /// <exception cref="TorchLinAlgException">x is singular.</exception>
        public static T Inv(T x)
        {
            var (inverse, info) = T.InvEx(x, checkErrors: false);
            Check.Factorization("linalg.inv", info);
            return inverse;
        }

        /// <inheritdoc cref="Inv{T}(T)"/>
        public static T Inverse(T x) => Inv(x);

        /// <summary>The X with x X = b, or X x = b where x is not on the left; b holds matrices or, one dimension less, vectors.</summary>
        /// <exception cref="TorchLinAlgException">x is singular.</exception>
        public static T Solve(T x, T b, bool left = true)
        {
            var (result, info) = T.SolveEx(x, b, left, checkErrors: false);
            Check.Factorization("linalg.solve", info);
            return result;
        }

        /// <summary>The X with A X = x, for the factors of A that <see cref="ITensor{T}.LinalgLuFactorEx"/> gives.</summary>
        /// <remarks>An older name of <see cref="ITensor{T}.LinalgLuSolve"/>, with PyTorch's warning.</remarks>
        public static T LuSolve(T x, T factors, T pivots)
        {
            Warnings.Warn(LinearAlgebraWarning.LuSolve);
            return T.LinalgLuSolve(factors, pivots, x, left: true, adjoint: false);
        }

        /// <inheritdoc cref="ITensor{T}.Pinv(T, T, T, bool)"/>
        public static T Pinv(T x, double? atol = null, double? rtol = null, bool hermitian = false)
        {
            Check.Pinv(x);
            T Bound(double value) => T.Full([], value, DType.Float64, x.Device, requiresGrad: false);
            return T.Pinv(x, Bound(atol ?? 0), Bound(Tolerance(x, atol, rtol)), hermitian);
        }

        /// <summary>The pseudoinverse; singular values below so many times the largest count as 0.</summary>
        public static T Pinverse(T x, double rcond = 1e-15) => Pinv(x, 0, rcond);

        /// <summary>The X whose products with x, summed along as many last dimensions as X has, are b.</summary>
        /// <param name="x">The tensor; its first dimensions are those of b.</param>
        /// <param name="b">The right side.</param>
        /// <param name="dims">Dimensions of x that come last instead of where they are.</param>
        /// <exception cref="TorchArgumentException">x is not square in this sense.</exception>
        public static T Tensorsolve(T x, T b, params ReadOnlySpan<int> dims)
        {
            var moved = dims.IsEmpty ? Check.Given(x) : Movedim(x, dims, [.. Enumerable.Range(Check.Given(x).Dim - dims.Length, dims.Length)]);
            Shape shape = [.. moved.Shape.Skip(Check.Given(b).Dim)];
            if (shape.Numel != b.Numel)
                throw Error.TensorsolveLengths(shape.Numel, b.Numel);
            return Reshape(Solve(Reshape(moved, shape.Numel, shape.Numel), Flatten(b)), shape);
        }

        /// <summary>The inverse of x as a map from its last dimensions to its first ind ones.</summary>
        /// <exception cref="TorchArgumentException">ind is not positive, or x is not square in this sense.</exception>
        /// <exception cref="TorchLinAlgException">The map is singular.</exception>
        public static T Tensorinv(T x, int ind = 2)
        {
            if (ind <= 0)
                throw Error.TensorinvIndex(ind);
            Shape first = [.. Check.Given(x).Shape.Take(ind)];
            Shape last = [.. x.Shape.Skip(ind)];
            if (first.Numel != last.Numel)
                throw Error.TensorinvLengths(last.Numel, first.Numel);
            var (inverse, info) = T.InvEx(Reshape(x, last.Numel, last.Numel), checkErrors: false);
            Check.Factorization("inv", info);
            return Reshape(inverse, [.. last, .. first]);
        }
    }
}
