namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.Interpolate{T}(T, PerDim{int}, PerDim{double}, InterpolationMode, bool?, bool?)"/>
        public T Interpolate(
            PerDim<int>? size = null, PerDim<double>? scaleFactor = null, InterpolationMode mode = InterpolationMode.Nearest,
            bool? alignCorners = null, bool? recomputeScaleFactor = null)
            => Composites.Interpolate(x, size, scaleFactor, mode, alignCorners, recomputeScaleFactor);

        /// <inheritdoc cref="Composites.Upsample{T}(T, PerDim{int}, PerDim{double}, InterpolationMode, bool?)"/>
        public T Upsample(
            PerDim<int>? size = null, PerDim<double>? scaleFactor = null, InterpolationMode mode = InterpolationMode.Nearest,
            bool? alignCorners = null)
            => Composites.Upsample(x, size, scaleFactor, mode, alignCorners);

        /// <inheritdoc cref="Composites.UpsampleNearest{T}(T, PerDim{int}, PerDim{double})"/>
        public T UpsampleNearest(PerDim<int>? size = null, PerDim<double>? scaleFactor = null)
            => Composites.UpsampleNearest(x, size, scaleFactor);

        /// <inheritdoc cref="Composites.UpsampleBilinear{T}(T, PerDim{int}, PerDim{double})"/>
        public T UpsampleBilinear(PerDim<int>? size = null, PerDim<double>? scaleFactor = null)
            => Composites.UpsampleBilinear(x, size, scaleFactor);

        /// <inheritdoc cref="ITensor{T}.GridSample(T, T, GridSampleMode, GridSamplePaddingMode, bool)"/>
        /// <remarks>Without <paramref name="alignCorners"/> it is false, with PyTorch's warning.</remarks>
        public T GridSample(
            T grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode paddingMode = GridSamplePaddingMode.Zeros,
            bool? alignCorners = null)
        {
            if (alignCorners is null)
                Warnings.Warn(Error.GridSampleCorners);
            return T.GridSample(x, grid, mode, paddingMode, alignCorners == true);
        }

        /// <inheritdoc cref="ITensor{T}.AffineGrid(T, ReadOnlySpan{long}, bool)"/>
        /// <remarks>Without <paramref name="alignCorners"/> it is false, with PyTorch's warning.</remarks>
        public T AffineGrid(ReadOnlySpan<long> size, bool? alignCorners = null)
        {
            if (alignCorners is null)
                Warnings.Warn(Error.GridSampleCorners);
            return T.AffineGrid(x, size, alignCorners == true);
        }
    }
}
