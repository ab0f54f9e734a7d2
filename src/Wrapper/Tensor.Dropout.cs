namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Bernoulli(Tensor x, double p)
    {
        Check.Bernoulli(p);
        using var draws = Draws.Begin();
        return Wrap(Aten.Bernoulli.Call(Detach(x), p)[0]);
    }
}
