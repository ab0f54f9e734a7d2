namespace TwinGrad;

/// <summary>What PyTorch composes of other operators, composed the same way, once for both engines.</summary>
/// <remarks>The graph shows the parts, as PyTorch's does; derivatives of every order come from them.</remarks>
public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The elements in row-major order under another shape: a view where strides allow it, else a copy.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="shape">Its new lengths; one may be -1 and is found from the others.</param>
        /// <exception cref="TorchArgumentException">The shape does not hold as many elements.</exception>
        public static T Reshape(T x, params ReadOnlySpan<long> shape)
        {
            var lengths = Layout.InferShape(shape, x.Numel);
            return Layout.TryView(x.Shape, x.Strides, lengths, out _) ? T.View(x, lengths) : T.UnsafeView(T.Contiguous(x), lengths);
        }

        /// <summary>The dimensions from <paramref name="startDim"/> to <paramref name="endDim"/> as one.</summary>
        public static T Flatten(T x, int startDim = 0, int endDim = -1)
        {
            if (x.Dim == 0)
                return Reshape(x, 1);
            var (start, end) = (Dim.Wrap(startDim, x.Dim), Dim.Wrap(endDim, x.Dim));
            if (start > end)
                throw Error.FlattenOrder();
            if (start == end)
                return x;
            var shape = x.Shape.AsSpan();
            return Reshape(x, [.. shape[..start], Layout.Numel(shape[start..(end + 1)]), .. shape[(end + 1)..]]);
        }

        /// <summary>A matrix with the vector x on a diagonal, or a copy of that diagonal of the matrix x.</summary>
        /// <param name="x">A vector or a matrix.</param>
        /// <param name="diagonal">0 is the main one, positive ones lie above it.</param>
        /// <exception cref="TorchArgumentException">x has neither one dimension nor two.</exception>
        public static T Diag(T x, int diagonal = 0) => x.Dim switch
        {
            1 => T.DiagEmbed(x, diagonal, -2, -1),
            2 => T.DiagonalCopy(x, diagonal, 0, 1),
            _ => throw Error.DiagDims(x.Dim),
        };

        /// <summary>The matrix product: of two vectors their dot product, of matrices their product, of batches one product a pair.</summary>
        /// <remarks>
        /// A vector counts as a row on the left and as a column on the right; batch dimensions broadcast.
        /// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.matmul.html"/>.
        /// </remarks>
        /// <exception cref="TorchArgumentException">Lengths or dtypes do not fit, or a tensor is 0-dim.</exception>
        public static T MatMul(T x, T y) => (x.Dim, y.Dim) switch
        {
            (0, _) or (_, 0) => throw Error.MatMulOf0Dim(x.Dim, y.Dim),
            (1, 1) => T.Dot(x, y),
            (2, 1) => T.Mv(x, y),
            (1, 2) => T.Squeeze_(T.Mm(T.Unsqueeze(x, 0), y), 0),
            (2, 2) => T.Mm(x, y),
            ( >= 3, <= 2) when y.RequiresGrad || IsFoldable(x) => FoldedMatMul(x, y),
            ( <= 2, >= 3) when x.RequiresGrad || (x.Dim == 1 && IsFoldable(T.Transpose(y, -2, -1))) => TransposedMatMul(x, y),
            _ => BatchedMatMul(x, y),
        };
    }

    /// <summary>A batch times one matrix or vector is one large product: the batch dimensions are folded into the rows.</summary>
    private static T FoldedMatMul<T>(T x, T y)
        where T : ITensor<T>
    {
        var shape = x.Shape.AsSpan();
        var rows = Reshape(x, Layout.Numel(shape[..^1]), shape[^1]);
        return y.Dim == 1
            ? T.UnsafeView(T.Mv(rows, y), shape[..^1])
            : T.UnsafeView(T.Mm(rows, y), [.. shape[..^1], y.Shape[1]]);
    }

    /// <summary>A vector or matrix times a batch, from the other side: both transposed and swapped.</summary>
    private static T TransposedMatMul<T>(T x, T y)
        where T : ITensor<T>
    {
        var product = FoldedMatMul(T.Transpose(y, -2, -1), x.Dim == 2 ? T.Transpose(x) : x);
        return x.Dim == 2 ? T.Contiguous(T.Transpose(product, -2, -1)) : product;
    }

    /// <summary>Whether the batch dimensions can be folded into the rows without copying.</summary>
    private static bool IsFoldable<T>(T x)
        where T : ITensor<T>
    {
        for (var dim = 0; dim < x.Dim - 2; dim++)
            if (x.Numel != 0 && x.Strides[dim] != x.Strides[dim + 1] * x.Shape[dim + 1])
                return false;
        return true;
    }

    private static T BatchedMatMul<T>(T x, T y)
        where T : ITensor<T>
    {
        // One matrix against a batch: folded as above, so that its gradient is not summed over copies of it.
        if (x.Dim == 3 && y.Dim == 3 && x.Shape[0] != y.Shape[0])
        {
            if (x.Shape[0] == 1 && x.RequiresGrad)
                return MatMul(T.Squeeze(x, 0), y);
            if (y.Shape[0] == 1 && y.RequiresGrad)
                return MatMul(x, T.Squeeze(y, 0));
        }
        var left = x.Shape.AsSpan();
        var right = y.Shape.AsSpan();
        var (n, m) = (x.Dim == 1 ? 1 : left[^2], left[^1]);
        var (k, p) = y.Dim == 1 ? (right[0], 1) : (right[^2], right[^1]);
        var batch = Layout.Broadcast(left[..Math.Max(x.Dim - 2, 0)], right[..Math.Max(y.Dim - 2, 0)]);
        var matrices = Reshape(T.Expand(x, [.. batch, n, m]), batch.Numel, n, m);
        if (y.Dim == 1)
        {
            var vectors = T.Unsqueeze(Reshape(T.Expand(y, [.. batch, k]), batch.Numel, k), 2);
            return T.UnsafeView(T.Squeeze(T.Bmm(matrices, vectors), -1), [.. batch, n]);
        }
        var product = T.Bmm(matrices, Reshape(T.Expand(y, [.. batch, k, p]), batch.Numel, k, p));
        return T.UnsafeView(product, x.Dim == 1 ? [.. batch, p] : [.. batch, n, p]);
    }
}
