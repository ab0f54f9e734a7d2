namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>x_i y_j of two vectors: a matrix.</summary>
        /// <exception cref="TorchArgumentException">x or y is no vector.</exception>
        public static T Outer(T x, T y)
        {
            if (x.Dim != 1)
                throw Error.OuterDims("self", x.Dim);
            if (y.Dim != 1)
                throw Error.OuterDims("vec2", y.Dim);
            return T.Mul(Reshape(x, x.Numel, 1), y);
        }

        /// <inheritdoc cref="Outer{T}(T, T)"/>
        /// <remarks>An older name.</remarks>
        public static T Ger(T x, T y) => Outer(x, y);

        /// <summary>The sum of products along the last dimension of both, for every pair of lines; of a 0-dim tensor the product.</summary>
        /// <exception cref="TorchArgumentException">The last dimensions differ in length.</exception>
        public static T Inner(T x, T y)
        {
            if (x.Dim == 0 || y.Dim == 0)
                return T.Mul(x, y);
            return x.Shape[-1] == y.Shape[-1] ? Tensordot(x, y, ([-1], [-1])) : throw Error.InnerLengths(x.Shape, y.Shape);
        }

        /// <summary>The sum of products along a dimension; the others broadcast.</summary>
        /// <exception cref="TorchArgumentException">The dtypes differ or are not floating-point.</exception>
        public static T Vecdot(T x, T y, int dim = -1)
        {
            Check.IsFloating("linalg.vecdot", x);
            if (x.DType != Check.Given(y).DType)
                throw Error.SolverDTypes("linalg.vecdot", "x", x.DType, "y", y.DType);
            return x.Dim == 1 && y.Dim == 1 ? T.Vdot(x, y) : T.Sum(T.Mul(x, y), [dim], keepDim: false);
        }

        /// <summary>The vector product along a dimension of length 3, by default the first such one.</summary>
        /// <exception cref="TorchArgumentException">There is no dimension of length 3, or the shapes do not fit.</exception>
        public static T Cross(T x, T y, int? dim = null)
        {
            if (dim is { } given)
                return T.LinalgCross(x, y, given);
            Warnings.Warn(LinearAlgebraWarning.CrossWithoutDim);
            var first = Array.IndexOf(Check.Given(x).Shape.ToArray(), 3);
            return first >= 0 ? T.LinalgCross(x, y, first) : throw Error.NoCrossDim();
        }

        /// <summary>Every element of x times all of y, block by block: Kronecker's product. Fewer dimensions count as ones in front.</summary>
        public static T Kron(T x, T y)
        {
            var dims = Math.Max(x.Dim, y.Dim);
            long[] shapeX = [.. Enumerable.Repeat(1L, dims - x.Dim), .. x.Shape];
            long[] shapeY = [.. Enumerable.Repeat(1L, dims - y.Dim), .. y.Shape];
            var blocks = T.Mul(
                T.UnsafeView(T.Contiguous(x), [.. shapeX.SelectMany(length => new[] { length, 1 })]),
                T.UnsafeView(T.Contiguous(y), [.. shapeY.SelectMany(length => new[] { 1, length })]));
            return T.UnsafeView(T.Contiguous(blocks), [.. shapeX.Zip(shapeY, (a, b) => a * b)]);
        }

        /// <summary>The product of n times the matrix; of the inverse where n is negative, and the unit matrix for 0.</summary>
        /// <exception cref="TorchArgumentException">x is not square.</exception>
        public static T MatrixPower(T x, long n)
        {
            Check.IsMatrix("linalg.matrix_power", x);
            if (x.Shape[-2] != x.Shape[-1])
                throw Error.NotSquare("linalg.matrix_power", "A", x.Shape);
            if (n == 0)
                return T.Copy_(T.Clone(x), T.Eye(x.Shape[-1], x.Shape[-1], x.DType, x.Device, requiresGrad: false));
            if (n == 1)
                return T.Clone(x);
            var square = n < 0 ? Inv(x) : x;
            var product = default(T);
            for (var left = UInt128.CreateTruncating(Int128.Abs(n)); left > 0; left >>= 1)
            {
                if (UInt128.IsOddInteger(left))
                    product = product is null ? square : MatMul(product, square);
                if (left > 1)
                    square = MatMul(square, square);
            }
            return product!;
        }

        /// <summary>The diagonal of the last two dimensions, a view.</summary>
        public static T LinalgDiagonal(T x, int offset = 0, int dim1 = -2, int dim2 = -1) => T.Diagonal(x, offset, dim1, dim2);

        /// <summary>The powers x^0, x^1, ..., x^(n-1) of every element, in a new last dimension: Vandermonde's matrix.</summary>
        /// <param name="x">The numbers.</param>
        /// <param name="n">How many powers; as many as x is long if not given.</param>
        /// <exception cref="TorchArgumentException">There are not at least two powers.</exception>
        public static T LinalgVander(T x, long? n = null)
        {
            if (Check.Given(x).Dim == 0)
                return LinalgVander(T.Unsqueeze(x, 0), n);
            var count = n ?? x.Shape[-1];
            return count > 1 ? Powers(x, count) : throw Error.VanderCount();
        }

        /// <summary>The powers x^(n-1), ..., x, 1 of every element of a vector, a row each; in the other order where they are to increase.</summary>
        /// <param name="x">The vector.</param>
        /// <param name="n">How many powers; as many as x is long if not given.</param>
        /// <param name="increasing">Whether the powers grow from left to right.</param>
        /// <exception cref="TorchArgumentException">x is no vector, or n is negative.</exception>
        public static T Vander(T x, long? n = null, bool increasing = false)
        {
            if (Check.Given(x).Dim != 1)
                throw Error.VanderDims(x.Dim);
            var count = n ?? x.Numel;
            if (count < 0)
                throw Error.VanderNegative();
            var powers = count == 0 ? T.Clone(T.Slice(T.Unsqueeze(x, 1), 1, 0, 0, 1)) : Powers(x, count);
            return increasing ? powers : T.Flip(powers, [1]);
        }

        /// <summary>x weight^T + bias: a layer of neurons, one a row of the weight.</summary>
        public static T Linear(T x, T weight, T? bias)
        {
            if (bias is null)
                return MatMul(x, T.Transpose(weight));
            if (x.Dim == 2)
                return T.Addmm(bias, x, T.Transpose(weight), 1, 1);
            if (x.Dim == 3 && Layout.IsContiguous(x.Shape, x.Strides))
            {
                var rows = T.Addmm(bias, T.View(x, [x.Shape[0] * x.Shape[1], x.Shape[2]]), T.Transpose(weight), 1, 1);
                return T.View(rows, [x.Shape[0], x.Shape[1], rows.Shape[1]]);
            }
            return T.Add_(MatMul(x, T.Transpose(weight)), bias);
        }
    }

    /// <summary>x^0 to x^(count-1) in a new last dimension, each the product of the one before and x.</summary>
    private static T Powers<T>(T x, long count)
        where T : ITensor<T>
    {
        var ones = T.Full([.. x.Shape, 1], 1, x.DType, x.Device, requiresGrad: false);
        var powers = T.Cumprod(T.Expand(T.Unsqueeze(x, -1), [.. x.Shape, count - 1]), -1);
        return T.Cat([ones, powers], -1);
    }
}
