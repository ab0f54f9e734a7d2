namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The mean of the elements where the mask is true, along the given dimensions; nan where there is none.</summary>
        public static T MaskedMean(T x, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null, T? mask = default)
            => T.Div(MaskedSum(x, dims, keepDim, dtype, mask), Counted(x, mask, dims, keepDim));

        /// <summary>The middle element by size along a dimension of those where the mask is true; nan where there is none.</summary>
        /// <exception cref="TorchArgumentException">The elements are not floating-point numbers, and somewhere there is none.</exception>
        public static T MaskedMedian(T x, int dim = -1, bool keepDim = false, DType? dtype = null, T? mask = default)
        {
            var floating = Check.Given(x).DType.IsFloatingPoint ? x : T.To(x, DType.Float32);
            var (medians, _) = T.Nanmedian(Filled(floating, mask, double.NaN), dim, keepDim);
            Check.MaskedMedian(x, medians);
            return T.To(medians, dtype ?? x.DType);
        }

        /// <summary>sum (x - mean x)^2 / (n - correction) of the n elements where the mask is true, along the given dimensions; none given means all.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="dims">The dimensions.</param>
        /// <param name="unbiased">Whether the correction is 1, or 0.</param>
        /// <param name="correction">The correction, 1 unless given in this way or the other.</param>
        /// <param name="keepDim">Whether the dimensions stay, with length 1.</param>
        /// <param name="dtype">What it is computed in.</param>
        /// <param name="mask">Which elements count.</param>
        /// <exception cref="TorchArgumentException">The correction is given in both ways.</exception>
        public static T MaskedVar(
            T x, ReadOnlySpan<int> dims = default, bool? unbiased = null, double? correction = null, bool keepDim = false,
            DType? dtype = null, T? mask = default)
        {
            var lost = Check.Correction(unbiased, correction);
            var computed = dtype ?? Promotion.ToFloating(Check.Given(x).DType);
            var mean = T.Div(MaskedSum(x, dims, keepDim: true, computed, mask), Counted(x, mask, dims, keepDim: true));
            var deviations = T.Sub(x, mean);
            var total = MaskedSum(T.Mul(deviations, deviations), dims, keepDim, computed, mask);
            var degrees = T.ClampMin(T.Sub(T.To(Counted(x, mask, dims, keepDim), computed), lost), 0);
            return T.To(T.Div(total, degrees), computed);
        }

        /// <summary>The square root of the variance of the elements where the mask is true, along the given dimensions; none given means all.</summary>
        /// <inheritdoc cref="MaskedVar{T}(T, ReadOnlySpan{int}, bool?, double?, bool, DType?, T)"/>
        public static T MaskedStd(
            T x, ReadOnlySpan<int> dims = default, bool? unbiased = null, double? correction = null, bool keepDim = false,
            DType? dtype = null, T? mask = default)
            => T.Sqrt(MaskedVar(x, dims, unbiased, correction, keepDim, dtype, mask));
    }

    /// <summary>How many elements count, along the given dimensions.</summary>
    private static T Counted<T>(T x, T? mask, ReadOnlySpan<int> dims, bool keepDim)
        where T : ITensor<T>
        => mask is null
            ? T.Full([], Layout.CountAlong(x.Shape, Array.ConvertAll(Dim.WrapAll(dims, x.Dim), dim => (long)dim)), DType.Int64, x.Device, requiresGrad: false)
            : T.Sum(MaskOf(x, mask), dims, keepDim);
}
