namespace TwinGrad.Examples;

internal sealed partial class Notebook<Tensor>
{
    private Func<int, int> dyDx = default!;
    private Func<double, double> dzDx = default!;

    /// <summary>Derivatives by hand; autograd gives its own of the same functions.</summary>
    private void ByHand()
    {
        Cell(3, () => dyDx = x => 2 * x);
        Show(4, () => dyDx(3));
        var at = Torch.Tensor(3.0f, requiresGrad: true);
        Functions.Square(at).Backward();
        Gradient(4, "dy/dx", at.Grad!, at, Functions.Square, value => dyDx((int)value));

        Cell(13, () => dzDx = x => 2 * x * Math.Cos(x * x));
        Show(14, () => dzDx(2));
        at = Torch.Tensor(2.0f, requiresGrad: true);
        var composed = Functions.SinOfSquare(at);
        Picture("z", composed, ("x", at));
        composed.Backward();
        Gradient(14, "dz/dx", at.Grad!, at, Functions.SinOfSquare, dzDx);
    }

    private void RequiresGrad()
    {
        Cell(17, () => x = Torch.Tensor(3.0f, requiresGrad: true));
        Cell(18, () => y = x.Pow(2));
        Show(19, () => x);
        Show(20, () => y);
        Picture("y", y, ("x", x));
        Cell(21, () => y.Backward());
        Show(22, () => x.Grad);
        Gradient(22, "x.grad", x.Grad!, x, Functions.Square, value => 2 * value);
    }

    private void ChainRule()
    {
        Cell(23, () => x = Torch.Tensor(3.0f, requiresGrad: true));
        Cell(24, () => y = x.Pow(2));
        Cell(25, () => z = Tensor.Sin(y));
        Print(26, () => [x, y, z]);
        Picture("z", z, ("x", x), ("y", y));
        Cell(27, () => z.Backward());
        Show(28, () => x.Grad);
        Gradient(28, "x.grad", x.Grad!, x, Functions.SinOfSquare, value => 2 * value * Math.Cos(value * value));
    }

    /// <summary>Goes on from the chain rule's y.</summary>
    private void NonLeafGrad()
    {
        Show(29, () => y.Grad);
        PictureAfter("z", z, ("x", x), ("y", y));
    }
}
