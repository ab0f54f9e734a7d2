using System.Runtime.CompilerServices;

namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.Conv1d{T}(T, T, T, PerDim{int}, PerDim{int}, PerDim{int}, int)"/>
        public T Conv1d(
            T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            int groups = 1)
            => Composites.Conv1d(x, weight, bias, stride, padding, dilation, groups);

        /// <inheritdoc cref="Composites.Conv1d{T}(T, T, T, PerDim{int}, Padding, PerDim{int}, int)"/>
        [OverloadResolutionPriority(-1)]
        public T Conv1d(
            T weight, T? bias = default, PerDim<int>? stride = null, Padding padding = Padding.Valid, PerDim<int>? dilation = null,
            int groups = 1)
            => Composites.Conv1d(x, weight, bias, stride, padding, dilation, groups);

        /// <inheritdoc cref="Composites.Conv2d{T}(T, T, T, PerDim{int}, PerDim{int}, PerDim{int}, int)"/>
        public T Conv2d(
            T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            int groups = 1)
            => Composites.Conv2d(x, weight, bias, stride, padding, dilation, groups);

        /// <inheritdoc cref="Composites.Conv2d{T}(T, T, T, PerDim{int}, Padding, PerDim{int}, int)"/>
        [OverloadResolutionPriority(-1)]
        public T Conv2d(
            T weight, T? bias = default, PerDim<int>? stride = null, Padding padding = Padding.Valid, PerDim<int>? dilation = null,
            int groups = 1)
            => Composites.Conv2d(x, weight, bias, stride, padding, dilation, groups);

        /// <inheritdoc cref="Composites.Conv3d{T}(T, T, T, PerDim{int}, PerDim{int}, PerDim{int}, int)"/>
        public T Conv3d(
            T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            int groups = 1)
            => Composites.Conv3d(x, weight, bias, stride, padding, dilation, groups);

        /// <inheritdoc cref="Composites.Conv3d{T}(T, T, T, PerDim{int}, Padding, PerDim{int}, int)"/>
        [OverloadResolutionPriority(-1)]
        public T Conv3d(
            T weight, T? bias = default, PerDim<int>? stride = null, Padding padding = Padding.Valid, PerDim<int>? dilation = null,
            int groups = 1)
            => Composites.Conv3d(x, weight, bias, stride, padding, dilation, groups);

        /// <inheritdoc cref="Composites.ConvTranspose1d{T}(T, T, T, PerDim{int}, PerDim{int}, PerDim{int}, int, PerDim{int})"/>
        public T ConvTranspose1d(
            T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputPadding = null,
            int groups = 1, PerDim<int>? dilation = null)
            => Composites.ConvTranspose1d(x, weight, bias, stride, padding, outputPadding, groups, dilation);

        /// <inheritdoc cref="Composites.ConvTranspose2d{T}(T, T, T, PerDim{int}, PerDim{int}, PerDim{int}, int, PerDim{int})"/>
        public T ConvTranspose2d(
            T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputPadding = null,
            int groups = 1, PerDim<int>? dilation = null)
            => Composites.ConvTranspose2d(x, weight, bias, stride, padding, outputPadding, groups, dilation);

        /// <inheritdoc cref="Composites.ConvTranspose3d{T}(T, T, T, PerDim{int}, PerDim{int}, PerDim{int}, int, PerDim{int})"/>
        public T ConvTranspose3d(
            T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputPadding = null,
            int groups = 1, PerDim<int>? dilation = null)
            => Composites.ConvTranspose3d(x, weight, bias, stride, padding, outputPadding, groups, dilation);

        /// <inheritdoc cref="Composites.Unfold{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int})"/>
        public T Unfold(PerDim<int> kernelSize, PerDim<int>? dilation = null, PerDim<int>? padding = null, PerDim<int>? stride = null)
            => Composites.Unfold(x, kernelSize, dilation, padding, stride);

        /// <inheritdoc cref="Composites.Fold{T}(T, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int})"/>
        public T Fold(
            PerDim<int> outputSize, PerDim<int> kernelSize, PerDim<int>? dilation = null, PerDim<int>? padding = null,
            PerDim<int>? stride = null)
            => Composites.Fold(x, outputSize, kernelSize, dilation, padding, stride);
    }
}
