namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Irfftn(Tensor x, ReadOnlySpan<long> s, ReadOnlySpan<int> dim, FftNorm norm)
    {
        var (dims, lengths) = Check.Fourier("irfftn", x, s, dim);
        return Record("FftC2RBackward0", Aten.FftIrfftn.Call(x, lengths, dims, (int)norm)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor Hfftn(Tensor x, ReadOnlySpan<long> s, ReadOnlySpan<int> dim, FftNorm norm)
    {
        var (dims, lengths) = Check.Fourier("hfftn", x, s, dim);
        return Record("FftC2RBackward0", Aten.FftHfftn.Call(x, lengths, dims, (int)norm)[0], x);
    }
}
