namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.AvgPool1d{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, bool, bool)"/>
        public T AvgPool1d(
            PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, bool ceilMode = false,
            bool countIncludePad = true)
            => Composites.AvgPool1d(x, kernelSize, stride, padding, ceilMode, countIncludePad);

        /// <inheritdoc cref="Composites.AvgPool2d{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, bool, bool, int?)"/>
        public T AvgPool2d(
            PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, bool ceilMode = false,
            bool countIncludePad = true, int? divisorOverride = null)
            => Composites.AvgPool2d(x, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);

        /// <inheritdoc cref="Composites.AvgPool3d{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, bool, bool, int?)"/>
        public T AvgPool3d(
            PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, bool ceilMode = false,
            bool countIncludePad = true, int? divisorOverride = null)
            => Composites.AvgPool3d(x, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);

        /// <inheritdoc cref="Composites.MaxPool1d{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int}, bool)"/>
        public T MaxPool1d(
            PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
            => Composites.MaxPool1d(x, kernelSize, stride, padding, dilation, ceilMode);

        /// <inheritdoc cref="Composites.MaxPool1dWithIndices{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int}, bool)"/>
        public (T Values, T Indices) MaxPool1dWithIndices(
            PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
            => Composites.MaxPool1dWithIndices(x, kernelSize, stride, padding, dilation, ceilMode);

        /// <inheritdoc cref="Composites.MaxPool2d{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int}, bool)"/>
        public T MaxPool2d(
            PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
            => Composites.MaxPool2d(x, kernelSize, stride, padding, dilation, ceilMode);

        /// <inheritdoc cref="Composites.MaxPool2dWithIndices{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int}, bool)"/>
        public (T Values, T Indices) MaxPool2dWithIndices(
            PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
            => Composites.MaxPool2dWithIndices(x, kernelSize, stride, padding, dilation, ceilMode);

        /// <inheritdoc cref="Composites.MaxPool3d{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int}, bool)"/>
        public T MaxPool3d(
            PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
            => Composites.MaxPool3d(x, kernelSize, stride, padding, dilation, ceilMode);

        /// <inheritdoc cref="Composites.MaxPool3dWithIndices{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int}, bool)"/>
        public (T Values, T Indices) MaxPool3dWithIndices(
            PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
            => Composites.MaxPool3dWithIndices(x, kernelSize, stride, padding, dilation, ceilMode);

        /// <inheritdoc cref="Composites.LpPool1d{T}(T, double, PerDim{int}, PerDim{int}, bool)"/>
        public T LpPool1d(double normType, PerDim<int> kernelSize, PerDim<int>? stride = null, bool ceilMode = false)
            => Composites.LpPool1d(x, normType, kernelSize, stride, ceilMode);

        /// <inheritdoc cref="Composites.LpPool2d{T}(T, double, PerDim{int}, PerDim{int}, bool)"/>
        public T LpPool2d(double normType, PerDim<int> kernelSize, PerDim<int>? stride = null, bool ceilMode = false)
            => Composites.LpPool2d(x, normType, kernelSize, stride, ceilMode);

        /// <inheritdoc cref="Composites.LpPool3d{T}(T, double, PerDim{int}, PerDim{int}, bool)"/>
        public T LpPool3d(double normType, PerDim<int> kernelSize, PerDim<int>? stride = null, bool ceilMode = false)
            => Composites.LpPool3d(x, normType, kernelSize, stride, ceilMode);
    }
}
