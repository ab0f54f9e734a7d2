namespace TwinGrad;

// torch.masked: functions of the elements where a mask, broadcast to the tensor, is true. The others are replaced by what does not change
// the result; no mask means all elements count.
public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The sum of the elements where the mask is true, along the given dimensions; none given means all.</summary>
        public static T MaskedSum(T x, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null, T? mask = default)
            => T.Sum(Filled(x, mask, 0), dims, keepDim, dtype);

        /// <summary>The product of the elements where the mask is true, along the given dimensions; none given means all.</summary>
        public static T MaskedProd(T x, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null, T? mask = default)
        {
            var result = Filled(x, mask, 1);
            // The last dimensions first, so that the numbers of the others keep their meaning.
            foreach (var dim in Dim.WrapAll(dims, x.Dim).OrderDescending())
                result = T.Prod(result, dim, keepDim);
            return TensorOps.As(result, dtype);
        }

        /// <summary>The sums up to each place along a dimension of the elements where the mask is true.</summary>
        public static T MaskedCumsum(T x, int dim, DType? dtype = null, T? mask = default) => T.Cumsum(Filled(x, mask, 0), dim, dtype);

        /// <summary>The products up to each place along a dimension of the elements where the mask is true.</summary>
        public static T MaskedCumprod(T x, int dim, DType? dtype = null, T? mask = default) => T.Cumprod(Filled(x, mask, 1), dim, dtype);

        /// <summary>The largest of the elements where the mask is true, along the given dimensions; -inf where there is none.</summary>
        public static T MaskedAmax(T x, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null, T? mask = default)
            => TensorOps.As(T.Amax(Filled(x, mask, double.NegativeInfinity), dims, keepDim), dtype);

        /// <summary>The smallest of the elements where the mask is true, along the given dimensions; inf where there is none.</summary>
        public static T MaskedAmin(T x, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null, T? mask = default)
            => TensorOps.As(T.Amin(Filled(x, mask, double.PositiveInfinity), dims, keepDim), dtype);

        /// <summary>The places of the largest of the elements where the mask is true, along a dimension or of all.</summary>
        public static T MaskedArgmax(T x, int? dim = null, bool keepDim = false, DType? dtype = null, T? mask = default)
        {
            var filled = Filled(TensorOps.As(x, dtype), mask, double.NegativeInfinity);
            return dim is null ? T.Argmax(filled) : T.Argmax(filled, dim.Value, keepDim);
        }

        /// <summary>The places of the smallest of the elements where the mask is true, along a dimension or of all.</summary>
        public static T MaskedArgmin(T x, int? dim = null, bool keepDim = false, DType? dtype = null, T? mask = default)
        {
            var filled = Filled(TensorOps.As(x, dtype), mask, double.PositiveInfinity);
            return dim is null ? T.Argmin(filled) : T.Argmin(filled, dim.Value, keepDim);
        }

        /// <summary>(sum |x|^ord)^(1/ord) of the elements where the mask is true, along the given dimensions; none given means all.</summary>
        public static T MaskedNorm(
            T x, Scalar? ord = null, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null, T? mask = default)
        {
            var p = ord ?? 2.0;
            var neutral = double.IsNegativeInfinity(p.ToDouble()) ? double.PositiveInfinity : 0;
            return T.Norm(TensorOps.As(Filled(x, mask, neutral), dtype), p, dims, keepDim);
        }

        /// <summary>The elements where the mask is true over their norm along a dimension, which counts as eps where it is smaller; else 0.</summary>
        public static T MaskedNormalize(T x, Scalar ord, int dim, double eps = 1e-12, DType? dtype = null, T? mask = default)
        {
            var norm = MaskedNorm(x, ord, [dim], keepDim: true, dtype, mask);
            return T.Div(Filled(x, mask, 0), T.Maximum(norm, Number(norm, eps)));
        }

        /// <summary>ln sum e^x of the elements where the mask is true, along the given dimensions; none given means all.</summary>
        public static T MaskedLogsumexp(T x, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null, T? mask = default)
            => TensorOps.As(T.Logsumexp(Filled(x, mask, double.NegativeInfinity), dims, keepDim), dtype);

        /// <summary>ln(e^x + e^y), where each counts only where its mask is true.</summary>
        public static T MaskedLogaddexp(T x, T y, DType? dtype = null, T? inputMask = default, T? otherMask = default)
            => TensorOps.As(
                T.Logaddexp(Filled(x, inputMask, double.NegativeInfinity), Filled(y, otherMask, double.NegativeInfinity)), dtype);

        /// <summary>e^x / sum e^x along a dimension over the elements where the mask is true; 0 elsewhere, nan where there is none.</summary>
        public static T MaskedSoftmax(T x, int dim, DType? dtype = null, T? mask = default)
            => T.Softmax(TensorOps.As(Filled(x, mask, double.NegativeInfinity), dtype), dim);

        /// <summary>ln of the softmax along a dimension over the elements where the mask is true; -inf elsewhere.</summary>
        public static T MaskedLogSoftmax(T x, int dim, DType? dtype = null, T? mask = default)
            => T.LogSoftmax(TensorOps.As(Filled(x, mask, double.NegativeInfinity), dtype), dim);

        /// <summary>e^-x / sum e^-x along a dimension over the elements where the mask is true; 0 elsewhere.</summary>
        public static T MaskedSoftmin(T x, int dim, DType? dtype = null, T? mask = default)
            => T.Softmax(TensorOps.As(T.Neg(Filled(x, mask, double.PositiveInfinity)), dtype), dim);
    }

    /// <summary>x with the number, which the dtype's largest or smallest one stands for where it has no infinity, where the mask is not true.</summary>
    private static T Filled<T>(T x, T? mask, double neutral)
        where T : ITensor<T>
        => mask is null ? x : T.Where(MaskOf(x, mask), x, Number(x, Limits.Within(neutral, x.DType)));

    /// <summary>The mask in the tensor's shape, as bools.</summary>
    private static T MaskOf<T>(T x, T mask)
        where T : ITensor<T>
        => T.Expand(T.To(mask, DType.Bool), Check.Mask(x, mask));
}
