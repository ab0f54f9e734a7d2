namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Irfftn"/>
        public T Irfftn(ReadOnlySpan<long> s = default, ReadOnlySpan<int> dim = default, FftNorm norm = FftNorm.Backward)
            => T.Irfftn(x, s, dim, norm);

        /// <inheritdoc cref="ITensor{T}.Hfftn"/>
        public T Hfftn(ReadOnlySpan<long> s = default, ReadOnlySpan<int> dim = default, FftNorm norm = FftNorm.Backward)
            => T.Hfftn(x, s, dim, norm);

        /// <summary><see cref="ITensor{T}.Irfftn"/> along one dimension, to n points.</summary>
        public T Irfft(long? n = null, int dim = -1, FftNorm norm = FftNorm.Backward)
            => T.Irfftn(x, n is null ? [] : [n.Value], [dim], norm);

        /// <summary><see cref="ITensor{T}.Hfftn"/> along one dimension, to n points.</summary>
        public T Hfft(long? n = null, int dim = -1, FftNorm norm = FftNorm.Backward)
            => T.Hfftn(x, n is null ? [] : [n.Value], [dim], norm);

        /// <summary><see cref="ITensor{T}.Irfftn"/> along two dimensions, the last ones unless it is said.</summary>
        public T Irfft2(ReadOnlySpan<long> s = default, ReadOnlySpan<int> dim = default, FftNorm norm = FftNorm.Backward)
            => T.Irfftn(x, s, dim.IsEmpty ? [-2, -1] : dim, norm);

        /// <summary><see cref="ITensor{T}.Hfftn"/> along two dimensions, the last ones unless it is said.</summary>
        public T Hfft2(ReadOnlySpan<long> s = default, ReadOnlySpan<int> dim = default, FftNorm norm = FftNorm.Backward)
            => T.Hfftn(x, s, dim.IsEmpty ? [-2, -1] : dim, norm);

        /// <summary>The place of frequency 0 moved to the middle of each dimension: rolled by n/2, rounded down. No dimension given means all.</summary>
        /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.fft.fftshift.html"/>.</remarks>
        public T Fftshift(params ReadOnlySpan<int> dim) => Rolled(x, dim, length => length / 2);

        /// <summary>Undoes <see cref="Fftshift"/>: rolled by n/2, rounded up.</summary>
        /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.fft.ifftshift.html"/>.</remarks>
        public T Ifftshift(params ReadOnlySpan<int> dim) => Rolled(x, dim, length => (length + 1) / 2);
    }

    private static T Rolled<T>(T x, ReadOnlySpan<int> dim, Func<long, long> shift)
        where T : ITensor<T>
    {
        var dims = dim.IsEmpty ? Dim.WrapAll(dim, x.Dim) : Dim.WrapEach(dim, x.Dim);
        return T.Roll(x, Array.ConvertAll(dims, place => shift(x.Shape[place])), dims);
    }
}
