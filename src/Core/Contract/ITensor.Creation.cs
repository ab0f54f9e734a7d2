namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>A tensor of the given elements in row-major order.</summary>
    /// <remarks>Each element is rounded to <paramref name="dtype"/>. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.tensor.html"/>.</remarks>
    /// <exception cref="TorchArgumentException">The shape does not hold as many elements, or an integer dtype should require grad.</exception>
    static abstract T FromArray<TNumber>(ReadOnlySpan<TNumber> values, ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
        where TNumber : unmanaged;

    /// <summary>Every element is <paramref name="value"/>.</summary>
    static abstract T Full(ReadOnlySpan<long> shape, Scalar value, DType dtype, Device device, bool requiresGrad);

    /// <summary>start, start + step, ... as long as it lies before <paramref name="end"/>: ceil((end - start) / step) elements.</summary>
    static abstract T Arange(Scalar start, Scalar end, Scalar step, DType dtype, Device device, bool requiresGrad);

    /// <summary><paramref name="steps"/> evenly spaced values from <paramref name="start"/> to <paramref name="end"/>, both included.</summary>
    static abstract T Linspace(double start, double end, long steps, DType dtype, Device device, bool requiresGrad);

    /// <summary>An n x m matrix with ones on the diagonal.</summary>
    static abstract T Eye(long n, long m, DType dtype, Device device, bool requiresGrad);
}
