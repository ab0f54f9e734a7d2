namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.AdaptiveAvgPool1d{T}(T, PerDim{int?})"/>
        public T AdaptiveAvgPool1d(PerDim<int?> outputSize) => Composites.AdaptiveAvgPool1d(x, outputSize);

        /// <inheritdoc cref="Composites.AdaptiveAvgPool2d{T}(T, PerDim{int?})"/>
        public T AdaptiveAvgPool2d(PerDim<int?> outputSize) => Composites.AdaptiveAvgPool2d(x, outputSize);

        /// <inheritdoc cref="Composites.AdaptiveAvgPool3d{T}(T, PerDim{int?})"/>
        public T AdaptiveAvgPool3d(PerDim<int?> outputSize) => Composites.AdaptiveAvgPool3d(x, outputSize);

        /// <inheritdoc cref="Composites.AdaptiveMaxPool1d{T}(T, PerDim{int?})"/>
        public T AdaptiveMaxPool1d(PerDim<int?> outputSize) => Composites.AdaptiveMaxPool1d(x, outputSize);

        /// <inheritdoc cref="Composites.AdaptiveMaxPool1dWithIndices{T}(T, PerDim{int?})"/>
        public (T Values, T Indices) AdaptiveMaxPool1dWithIndices(PerDim<int?> outputSize)
            => Composites.AdaptiveMaxPool1dWithIndices(x, outputSize);

        /// <inheritdoc cref="Composites.AdaptiveMaxPool2d{T}(T, PerDim{int?})"/>
        public T AdaptiveMaxPool2d(PerDim<int?> outputSize) => Composites.AdaptiveMaxPool2d(x, outputSize);

        /// <inheritdoc cref="Composites.AdaptiveMaxPool2dWithIndices{T}(T, PerDim{int?})"/>
        public (T Values, T Indices) AdaptiveMaxPool2dWithIndices(PerDim<int?> outputSize)
            => Composites.AdaptiveMaxPool2dWithIndices(x, outputSize);

        /// <inheritdoc cref="Composites.AdaptiveMaxPool3d{T}(T, PerDim{int?})"/>
        public T AdaptiveMaxPool3d(PerDim<int?> outputSize) => Composites.AdaptiveMaxPool3d(x, outputSize);

        /// <inheritdoc cref="Composites.AdaptiveMaxPool3dWithIndices{T}(T, PerDim{int?})"/>
        public (T Values, T Indices) AdaptiveMaxPool3dWithIndices(PerDim<int?> outputSize)
            => Composites.AdaptiveMaxPool3dWithIndices(x, outputSize);

        /// <inheritdoc cref="Composites.MaxUnpool1d{T}(T, T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int})"/>
        public T MaxUnpool1d(
            T indices, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputSize = null)
            => Composites.MaxUnpool1d(x, indices, kernelSize, stride, padding, outputSize);

        /// <inheritdoc cref="Composites.MaxUnpool2d{T}(T, T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int})"/>
        public T MaxUnpool2d(
            T indices, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputSize = null)
            => Composites.MaxUnpool2d(x, indices, kernelSize, stride, padding, outputSize);

        /// <inheritdoc cref="Composites.MaxUnpool3d{T}(T, T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int})"/>
        public T MaxUnpool3d(
            T indices, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputSize = null)
            => Composites.MaxUnpool3d(x, indices, kernelSize, stride, padding, outputSize);
    }
}
