using System.Runtime.CompilerServices;

namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>(sum |x|^ord)^(1/ord) along the given dimensions; none given means all. As <see cref="ITensor{T}.Norm"/>.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="ord">The order; 2 if not given.</param>
        /// <param name="dims">The dimensions.</param>
        /// <param name="keepDim">Whether they stay, with length 1.</param>
        /// <param name="dtype">What to compute in.</param>
        public static T VectorNorm(T x, Scalar? ord = null, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
        {
            Check.IsFloating("linalg.vector_norm", x);
            Check.NormDType("linalg.vector_norm", x, dtype);
            return T.Norm(In(x, dtype), ord ?? 2, dims, keepDim);
        }

        /// <summary>
        /// A norm of matrices: of order 1 the largest column sum of |x|, inf the largest row sum, 2 the largest singular value; -1, -inf
        /// and -2 give the smallest.
        /// </summary>
        /// <param name="x">The matrices.</param>
        /// <param name="ord">The order.</param>
        /// <param name="dims">The two dimensions of the matrices; the last two if not given.</param>
        /// <param name="keepDim">Whether they stay, with length 1.</param>
        /// <param name="dtype">What to compute in.</param>
        /// <exception cref="TorchArgumentException">There is no such order, or there are not two dimensions.</exception>
        [OverloadResolutionPriority(1)] // a 0 is a number, and no member of the enum
        public static T MatrixNorm(T x, Scalar ord, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
        {
            var order = Check.MatrixNormOrder(ord);
            var (rows, columns) = Check.MatrixNorm(x, dims, dtype, lowPrecision: Math.Abs(order) != 2);
            if (Math.Abs(order) == 2)
                return Kept(Extreme(Svdvals(Matrices(In(x, dtype), rows, columns)), -1, keep: false), keepDim, rows, columns);
            var (summed, other) = double.IsInfinity(order) ? (columns, rows) : (rows, columns);
            var sums = VectorNorm(x, 1, [summed], keepDim, dtype);
            return Extreme(sums, !keepDim && summed < other ? other - 1 : other, keepDim);

            T Extreme(T values, int dim, bool keep) => order > 0 ? T.Amax(values, [dim], keep) : T.Amin(values, [dim], keep);
        }

        /// <summary>The Frobenius or the nuclear norm of matrices.</summary>
        /// <param name="x">The matrices.</param>
        /// <param name="ord">Which.</param>
        /// <param name="dims">The two dimensions of the matrices; the last two if not given.</param>
        /// <param name="keepDim">Whether they stay, with length 1.</param>
        /// <param name="dtype">What to compute in.</param>
        public static T MatrixNorm(
            T x, NormOrder ord = NormOrder.Fro, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
        {
            Check.NormOrder(ord);
            var (rows, columns) = Check.MatrixNorm(x, dims, dtype, lowPrecision: ord != NormOrder.Nuc);
            return ord == NormOrder.Fro
                ? VectorNorm(x, 2, [rows, columns], keepDim, dtype)
                : Kept(T.Sum(Svdvals(Matrices(In(x, dtype), rows, columns)), [-1], keepDim: false), keepDim, rows, columns);
        }

        /// <summary>The norm of vectors for one dimension, of matrices for two; without an order the root of the sum of all squares.</summary>
        /// <remarks>Without dimensions: of all elements if there is no order, else of the vector or matrix that x is.</remarks>
        /// <exception cref="TorchArgumentException">There are more than two dimensions.</exception>
        [OverloadResolutionPriority(1)]
        public static T LinalgNorm(T x, Scalar? ord = null, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
        {
            Check.LinalgNorm(x, ord is not null, dims);
            return ord is { } order && (dims.Length == 2 || (dims.IsEmpty && x.Dim == 2))
                ? MatrixNorm(x, order, dims, keepDim, dtype)
                : VectorNorm(x, ord, dims, keepDim, dtype);
        }

        /// <summary>The Frobenius or the nuclear norm of matrices.</summary>
        public static T LinalgNorm(T x, NormOrder ord, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
        {
            Check.LinalgNorm(x, true, dims);
            return MatrixNorm(x, ord, dims, keepDim, dtype);
        }

        /// <summary>The condition number: the norm of x times that of its inverse, inf of a singular x, 0 of an empty one.</summary>
        /// <param name="x">The matrices; for an order of 2 or -2 they need not be square.</param>
        /// <param name="p">The order of the norm; 2 if not given.</param>
        /// <exception cref="TorchArgumentException">There is no such order.</exception>
        [OverloadResolutionPriority(1)]
        public static T Cond(T x, Scalar? p = null)
        {
            if (Check.Given(x).Dim < 2)
                throw Error.CondDims();
            var order = Check.CondOrder(p ?? 2);
            if (x.Numel == 0)
                return T.Full(x.Shape.AsSpan()[..^2], 0, x.DType, x.Device, requiresGrad: false);
            if (Math.Abs(order) != 2)
            {
                Check.CondSquare(x, p!.Value);
                return Condition(x, matrix => MatrixNorm(matrix, order));
            }
            var values = Svdvals(x);
            var (largest, smallest) = (Narrow(values, -1, 0, 1), Narrow(values, -1, -1, 1));
            return T.Squeeze(order > 0 ? T.Div(largest, smallest) : T.Div(smallest, largest), -1);
        }

        /// <summary>The condition number by the Frobenius or the nuclear norm.</summary>
        public static T Cond(T x, NormOrder p)
        {
            Check.NormOrder(p);
            Check.CondSquare(x, p);
            if (x.Numel == 0)
                return T.Full(x.Shape.AsSpan()[..^2], 0, x.DType, x.Device, requiresGrad: false);
            if (p == NormOrder.Fro)
                return Condition(x, matrix => MatrixNorm(matrix));
            var values = Svdvals(x);
            return T.Mul(T.Sum(values, [-1], keepDim: false), T.Sum(T.Reciprocal(values), [-1], keepDim: false));
        }
    }

    /// <summary>The norm of x times that of its inverse; where there is none, the inverse counts as infinite.</summary>
    private static T Condition<T>(T x, Func<T, T> norm)
        where T : ITensor<T>
    {
        var (inverse, info) = T.InvEx(x, checkErrors: false);
        var singular = T.Gt(T.Unsqueeze(T.Unsqueeze(info, -1), -1), 0);
        var product = T.Mul(norm(x), norm(T.MaskedFill(inverse, singular, double.PositiveInfinity)));
        return T.NanToNum(product, double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity);
    }

    private static T In<T>(T x, DType? dtype)
        where T : ITensor<T>
        => dtype is { } other && other != x.DType ? T.To(x, other) : x;

    /// <summary>The two dimensions behind all others.</summary>
    private static T Matrices<T>(T x, int rows, int columns)
        where T : ITensor<T>
        => T.Permute(x, [.. Enumerable.Range(0, x.Dim).Where(dim => dim != rows && dim != columns), rows, columns]);

    private static T Kept<T>(T norm, bool keepDim, int rows, int columns)
        where T : ITensor<T>
        => keepDim ? T.Unsqueeze(T.Unsqueeze(norm, Math.Min(rows, columns)), Math.Max(rows, columns)) : norm;
}
