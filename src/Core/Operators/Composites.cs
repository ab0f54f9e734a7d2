namespace TwinGrad;

/// <summary>What PyTorch composes of other operators, composed the same way, once for both engines.</summary>
/// <remarks>The graph shows the parts, as PyTorch's does; derivatives of every order come from them.</remarks>
public static class Composites
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
            var lengths = Layout.InferShape(shape, x.Shape.Numel);
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
            ( >= 3, 1 or 2) => FoldedMatMul(x, y),
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

    private static T BatchedMatMul<T>(T x, T y)
        where T : ITensor<T>
    {
        var left = x.Dim == 1 ? T.Unsqueeze(x, 0) : x;
        var right = y;
        var batch = Layout.Broadcast(left.Shape.AsSpan()[..^2], right.Shape.AsSpan()[..^2]);
        var (n, m, p) = (left.Shape[-2], left.Shape[-1], right.Shape[-1]);
        var product = T.Bmm(
            Reshape(T.Expand(left, [.. batch, n, m]), batch.Numel, n, m),
            Reshape(T.Expand(right, [.. batch, right.Shape[-2], p]), batch.Numel, right.Shape[-2], p));
        return T.UnsafeView(product, x.Dim == 1 ? [.. batch, p] : [.. batch, n, p]);
    }
}
