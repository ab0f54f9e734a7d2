namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The mean of the elements that are not nan, along the given dimensions; none given means all.</summary>
        public static T Nanmean(T x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null)
            => T.Div(T.Nansum(x, dims, keepDim, dtype), T.Sum(T.Eq(x, x), dims, keepDim));

        /// <summary>How many elements are not 0, along the given dimensions; none given means all.</summary>
        public static T CountNonzero(T x, params ReadOnlySpan<int> dims) => T.Sum(T.Ne(x, 0), dims, keepDim: false);

        /// <summary>x summed to a size that it broadcasts from: what is the adjoint of expanding. x itself where it has that size.</summary>
        /// <exception cref="TorchArgumentException">The size does not broadcast to that of x.</exception>
        public static T SumToSize(T x, params ReadOnlySpan<long> size)
        {
            var target = Shape.Create(size);
            if (Check.Given(x).Shape == target)
                return x;
            Check.SumToSize(x.Shape, target);
            if (size.IsEmpty)
                return T.Sum(x);
            var added = x.Dim - target.Count;
            int[] dims = [.. Enumerable.Range(0, x.Dim).Where(dim => dim < added || (target[dim - added] == 1 && x.Shape[dim] != 1))];
            var sum = T.Sum(x, dims, keepDim: true);
            return added > 0 ? T.View(sum, target) : sum;
        }

        /// <summary>The norm of a name, as <c>torch.norm</c> takes it: the Frobenius norm along any dimensions, or the nuclear one of matrices.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="p">Which.</param>
        /// <param name="dims">The dimensions; all if not given, which for the nuclear norm have to be two.</param>
        /// <param name="keepDim">Whether they stay, with length 1.</param>
        /// <param name="dtype">What to compute in.</param>
        public static T Norm(T x, NormOrder p, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
            => p == NormOrder.Fro && dims.Length <= 2
                ? T.Norm(TensorOps.As(x, dtype), 2, dims, keepDim)
                : MatrixNorm(x, p, dims.IsEmpty ? [.. Enumerable.Range(0, x.Dim)] : dims, keepDim, dtype);

        /// <summary>A dimension cut into segments, given by their lengths or by where they begin and end, each reduced to one place.</summary>
        /// <param name="data">The tensor.</param>
        /// <param name="reduce">What a segment is reduced to.</param>
        /// <param name="lengths">The segments' lengths, along their last dimension.</param>
        /// <param name="offsets">Where they begin, and behind that where the last one ends, if no lengths are given.</param>
        /// <param name="axis">The dimension that is cut.</param>
        /// <param name="unsafe">Whether what lies behind the last segment is left out. PyTorch does not look at the lengths then; here they are always checked.</param>
        /// <param name="initial">What each reduction starts from.</param>
        /// <exception cref="TorchArgumentException">The segments do not fill the dimension, or neither lengths nor offsets are given.</exception>
        public static T SegmentReduce(
            T data, SegmentReduction reduce, T? lengths = default, T? offsets = default, int axis = 0, bool @unsafe = false,
            Scalar? initial = null)
        {
            lengths ??= Diff(Check.SegmentOffsets(offsets));
            if (@unsafe && lengths.Dim == 1 && !lengths.DType.IsFloatingPoint)
            {
                var filled = T.Sum(lengths, [], keepDim: false).ToScalar().ToInt64();
                data = T.Slice(data, axis, 0, Math.Clamp(filled, 0, long.MaxValue), 1);
            }
            return T.SegmentReduce(data, reduce, lengths, axis, initial);
        }
    }
}
