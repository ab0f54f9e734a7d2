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

        /// <inheritdoc cref="ITensor{T}.Expand(T, ReadOnlySpan{long})"/>
        public T Expand(params ReadOnlySpan<long> shape) => T.Expand(x, shape);

        /// <inheritdoc cref="ITensor{T}.Permute(T, ReadOnlySpan{int})"/>
        public T Permute(params ReadOnlySpan<int> dims) => T.Permute(x, dims);

        /// <inheritdoc cref="ITensor{T}.Transpose(T, int, int)"/>
        public T Transpose(int dim0, int dim1) => T.Transpose(x, dim0, dim1);

        /// <inheritdoc cref="ITensor{T}.Transpose(T)"/>
        public T Transpose() => T.Transpose(x);

        /// <inheritdoc cref="ITensor{T}.Unsqueeze(T, int)"/>
        public T Unsqueeze(int dim) => T.Unsqueeze(x, dim);

        /// <inheritdoc cref="ITensor{T}.Squeeze(T, int)"/>
        public T Squeeze(int dim) => T.Squeeze(x, dim);

        /// <inheritdoc cref="ITensor{T}.Squeeze(T)"/>
        public T Squeeze() => T.Squeeze(x);

        /// <inheritdoc cref="ITensor{T}.Diagonal(T, int, int, int)"/>
        public T Diagonal(int offset = 0, int dim1 = 0, int dim2 = 1) => T.Diagonal(x, offset, dim1, dim2);

        /// <inheritdoc cref="ITensor{T}.DiagEmbed(T, int, int, int)"/>
        public T DiagEmbed(int offset = 0, int dim1 = -2, int dim2 = -1) => T.DiagEmbed(x, offset, dim1, dim2);

        /// <inheritdoc cref="ITensor{T}.DiagonalCopy(T, int)"/>
        public T DiagonalCopy(int offset = 0) => T.DiagonalCopy(x, offset);

        /// <inheritdoc cref="Composites.Diag{T}(T, int)"/>
        public T Diag(int diagonal = 0) => Composites.Diag(x, diagonal);

        /// <summary>How many dimensions the tensor has: PyTorch's <c>dim()</c>.</summary>
        public int Dim => Check.Given(x).Shape.Count;

        /// <summary>How many elements the tensor has: PyTorch's <c>numel()</c>.</summary>
        public long Numel => Check.Given(x).Shape.Numel;

        /// <summary>Whether the elements lie in memory in row-major order without gaps.</summary>
        public bool IsContiguous => Layout.IsContiguous(Check.Given(x).Shape, x.Strides);
    }
}
