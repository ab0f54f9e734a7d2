namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.View(T, ReadOnlySpan{long})"/>
        public T View(params ReadOnlySpan<long> shape) => T.View(x, shape);

        /// <inheritdoc cref="Composites.Reshape{T}(T, ReadOnlySpan{long})"/>
        public T Reshape(params ReadOnlySpan<long> shape) => Composites.Reshape(x, shape);

        /// <inheritdoc cref="Composites.Flatten{T}(T, int, int)"/>
        public T Flatten(int startDim = 0, int endDim = -1) => Composites.Flatten(x, startDim, endDim);

        /// <inheritdoc cref="Composites.Unflatten{T}(T, int, ReadOnlySpan{long})"/>
        public T Unflatten(int dim, params ReadOnlySpan<long> sizes) => Composites.Unflatten(x, dim, sizes);

        /// <inheritdoc cref="Composites.Ravel{T}(T)"/>
        public T Ravel() => Composites.Ravel(x);

        /// <inheritdoc cref="Composites.ViewAs{T}(T, T)"/>
        public T ViewAs(T other) => Composites.ViewAs(x, other);

        /// <inheritdoc cref="Composites.ReshapeAs{T}(T, T)"/>
        public T ReshapeAs(T other) => Composites.ReshapeAs(x, other);

        /// <inheritdoc cref="ITensor{T}.Expand(T, ReadOnlySpan{long})"/>
        public T Expand(params ReadOnlySpan<long> shape) => T.Expand(x, shape);

        /// <inheritdoc cref="Composites.ExpandAs{T}(T, T)"/>
        public T ExpandAs(T other) => Composites.ExpandAs(x, other);

        /// <inheritdoc cref="Composites.BroadcastTo{T}(T, ReadOnlySpan{long})"/>
        public T BroadcastTo(params ReadOnlySpan<long> size) => Composites.BroadcastTo(x, size);

        /// <inheritdoc cref="ITensor{T}.AsStrided(T, ReadOnlySpan{long}, ReadOnlySpan{long}, long?)"/>
        public T AsStrided(ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset = null)
            => T.AsStrided(x, size, stride, storageOffset);

        /// <inheritdoc cref="ITensor{T}.Permute(T, ReadOnlySpan{int})"/>
        public T Permute(params ReadOnlySpan<int> dims) => T.Permute(x, dims);

        /// <inheritdoc cref="ITensor{T}.Transpose(T, int, int)"/>
        public T Transpose(int dim0, int dim1) => T.Transpose(x, dim0, dim1);

        /// <inheritdoc cref="ITensor{T}.Transpose(T)"/>
        public T Transpose() => T.Transpose(x);

        /// <inheritdoc cref="Composites.Swapaxes{T}(T, int, int)"/>
        public T Swapaxes(int axis0, int axis1) => Composites.Swapaxes(x, axis0, axis1);

        /// <summary>The last two dimensions swapped, a view: PyTorch's <c>x.mT</c>.</summary>
        /// <exception cref="TorchArgumentException">x is a vector.</exception>
        public T MT => Composites.BatchTransposed(x, "mT");

        /// <summary>The conjugate transpose of matrices, which for real numbers is <c>x.mT</c>: PyTorch's <c>x.mH</c>.</summary>
        /// <exception cref="TorchArgumentException">x is a vector.</exception>
        public T MH => Composites.BatchTransposed(x, "mH");

        /// <summary>The conjugate transpose of one matrix, which for real numbers is its transpose, a view: PyTorch's <c>x.H</c>.</summary>
        /// <exception cref="TorchArgumentException">x is neither a matrix nor 0-dim.</exception>
        public T H => Composites.ConjugateTransposed(x);

        /// <inheritdoc cref="ITensor{T}.Unsqueeze(T, int)"/>
        public T Unsqueeze(int dim) => T.Unsqueeze(x, dim);

        /// <inheritdoc cref="ITensor{T}.Squeeze(T, int)"/>
        public T Squeeze(int dim) => T.Squeeze(x, dim);

        /// <inheritdoc cref="ITensor{T}.Squeeze(T, ReadOnlySpan{int})"/>
        public T Squeeze(ReadOnlySpan<int> dims) => T.Squeeze(x, dims);

        /// <inheritdoc cref="ITensor{T}.Squeeze(T)"/>
        public T Squeeze() => T.Squeeze(x);

        /// <inheritdoc cref="ITensor{T}.Diagonal(T, int, int, int)"/>
        public T Diagonal(int offset = 0, int dim1 = 0, int dim2 = 1) => T.Diagonal(x, offset, dim1, dim2);

        /// <inheritdoc cref="ITensor{T}.DiagEmbed(T, int, int, int)"/>
        public T DiagEmbed(int offset = 0, int dim1 = -2, int dim2 = -1) => T.DiagEmbed(x, offset, dim1, dim2);

        /// <inheritdoc cref="ITensor{T}.DiagonalCopy(T, int, int, int)"/>
        public T DiagonalCopy(int offset = 0, int dim1 = 0, int dim2 = 1) => T.DiagonalCopy(x, offset, dim1, dim2);

        /// <inheritdoc cref="Composites.Diag{T}(T, int)"/>
        public T Diag(int diagonal = 0) => Composites.Diag(x, diagonal);

        /// <inheritdoc cref="Composites.Diagflat{T}(T, int)"/>
        public T Diagflat(int offset = 0) => Composites.Diagflat(x, offset);

        /// <inheritdoc cref="ITensor{T}.Trace(T)"/>
        public T Trace() => T.Trace(x);

        /// <summary>How many dimensions the tensor has: PyTorch's <c>dim()</c>.</summary>
        public int Dim => Check.Given(x).Shape.Count;

        /// <summary>How many elements the tensor has: PyTorch's <c>numel()</c>.</summary>
        public long Numel => Check.Given(x).Shape.Numel;

        /// <summary>Whether the elements lie in memory in row-major order without gaps.</summary>
        public bool IsContiguous => Layout.IsContiguous(Check.Given(x).Shape, x.Strides);
    }
}
