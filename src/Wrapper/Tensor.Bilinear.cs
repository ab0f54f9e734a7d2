namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Trilinear(Tensor x1, Tensor weight, Tensor x2)
    {
        Check.Trilinear(x1, weight, x2);
        return Record("TrilinearBackward0", Aten.Trilinear.Call(x1, weight, x2)[0], x1, weight, x2);
    }
}
