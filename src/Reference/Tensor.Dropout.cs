namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Bernoulli(Tensor x, double p)
    {
        Check.Bernoulli(p);
        lock (DrawsLock)
            return Make(x.Shape, _ => _draws.NextDouble() < p ? 1 : 0, x.DType, x.Device, requiresGrad: false);
    }
}
