namespace TwinGrad.Examples;

internal sealed partial class Notebook<Tensor>
{
    private void Vector()
    {
        Cell(46, () => x = Torch.Tensor([1.0f, 2.0f, 3.0f], requiresGrad: true));
        Show(47, () => y = x.Pow(2).Mean());
        Picture("y", y, ("x", x));
        Cell(49, () => y.Backward());
        Show(50, () => x.Grad);
        Gradient(50, "x.grad", x.Grad!, x, Functions.MeanOfSquares, value => 2 * value / 3);
    }

    private void ZeroGrad()
    {
        Show(56, () => x = Torch.Tensor(2.0f, requiresGrad: true));
        Show(57, () => y = x.Pow(2));
        Cell(58, () => y.Backward());
        Show(59, () => x.Grad);
        Gradient(59, "x.grad", x.Grad!, x, Functions.Square, value => 2 * value);

        Cell(60, () => y = x.Pow(2));
        Cell(61, () => y.Backward());
        Show(62, () => x.Grad);
        Gradient(62, "x.grad of two passes", x.Grad!, x, at => at.Pow(2) + at.Pow(2), value => 2 * value + 2 * value);
        PictureAfter("y", y, ("x", x));

        Remark(63);
        Remark(64);
        Remark(65);
        Show(66, () => x.Grad!.Zero_());
        Cell(67, () => y = x.Pow(2));
        Cell(68, () => y.Backward());
        Show(69, () => x.Grad);
        Gradient(69, "x.grad after zeroing", x.Grad!, x, Functions.Square, value => 2 * value);
    }
}
