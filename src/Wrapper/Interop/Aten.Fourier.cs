namespace TwinGrad;

internal static partial class Aten
{
    private const string FourierParameters = "x: Tensor, s: List[int], dim: List[int], norm: int";
    private const string FourierNorm = "'backward' if norm == 0 else ('forward' if norm == 1 else 'ortho')";

    internal static readonly NativeFunction FftIrfftn = new(FourierParameters, $"torch.fft_irfftn(x, s, dim, {FourierNorm})");

    internal static readonly NativeFunction FftHfftn = new(FourierParameters, $"torch.fft_hfftn(x, s, dim, {FourierNorm})");
}
