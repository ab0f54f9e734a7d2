namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>(N, C, L...) with other lengths, given as they are or by how many times as long they shall be.</summary>
        /// <param name="x">1 to 3 dimensions behind batch and channels.</param>
        /// <param name="size">The new lengths; or</param>
        /// <param name="scaleFactor">how many times as long a dimension shall be.</param>
        /// <param name="mode">What lies between the elements.</param>
        /// <param name="alignCorners">Whether first and last elements stay where they are; false if not given.</param>
        /// <param name="recomputeScaleFactor">Whether the ratio of the rounded lengths counts instead of the factor.</param>
        /// <exception cref="TorchArgumentException">Neither or both are given, or the shapes do not fit.</exception>
        /// <exception cref="TorchNotImplementedException">The mode is not for so many dimensions.</exception>
        public static T Interpolate(
            T x, PerDim<int>? size = null, PerDim<double>? scaleFactor = null, InterpolationMode mode = InterpolationMode.Nearest,
            bool? alignCorners = null, bool? recomputeScaleFactor = null)
        {
            Check.Interpolate(x, mode, alignCorners);
            if (size is not null && scaleFactor is not null)
                throw Error.InterpolateBoth();
            if (size is not null && recomputeScaleFactor == true)
                throw Error.InterpolateRecompute();
            var lengths = size is not null
                ? Check.Each(size, 1, x.Dim - 2) ?? throw Error.InterpolateSize(x.Shape, size.ToString())
                : ScaledLengths(x, scaleFactor ?? throw Error.InterpolateNone());
            if (mode == InterpolationMode.Area)
                return AveragedTo(x, lengths);
            var factors = scaleFactor is null || recomputeScaleFactor == true ? [] : Check.Each(scaleFactor, 1, x.Dim - 2)!;
            return T.Upsample(x, mode, lengths, alignCorners == true, factors);
        }

        /// <summary>PyTorch's older name of <c>Interpolate</c>, which warns.</summary>
        public static T Upsample(
            T x, PerDim<int>? size = null, PerDim<double>? scaleFactor = null, InterpolationMode mode = InterpolationMode.Nearest,
            bool? alignCorners = null)
        {
            Warnings.Warn(Error.DeprecatedUpsampling("upsample"));
            return Interpolate(x, size, scaleFactor, mode, alignCorners);
        }

        /// <summary>PyTorch's older name of <c>Interpolate</c> by the nearest element, which warns.</summary>
        public static T UpsampleNearest(T x, PerDim<int>? size = null, PerDim<double>? scaleFactor = null)
        {
            Warnings.Warn(Error.DeprecatedUpsampling("upsample_nearest"));
            return Interpolate(x, size, scaleFactor, InterpolationMode.Nearest);
        }

        /// <summary>PyTorch's older name of <c>Interpolate</c> by lines between neighbours, with corners aligned, which warns.</summary>
        public static T UpsampleBilinear(T x, PerDim<int>? size = null, PerDim<double>? scaleFactor = null)
        {
            Warnings.Warn(Error.DeprecatedUpsampling("upsample_bilinear"));
            return Interpolate(x, size, scaleFactor, InterpolationMode.Bilinear, alignCorners: true);
        }
    }

    /// <summary>The lengths times their factors, rounded down.</summary>
    private static int[] ScaledLengths<T>(T x, PerDim<double> scaleFactor)
        where T : ITensor<T>
    {
        var factors = Check.Each(scaleFactor, 1, x.Dim - 2) ?? throw Error.InterpolateScale(x.Shape, scaleFactor.ToString());
        return [.. factors.Select((factor, i) => Math.Floor(x.Shape[i + 2] * factor) is var length && Math.Abs(length) <= int.MaxValue
            ? (int)length
            : throw Error.UpsampleTooLong())];
    }
}
