namespace TwinGrad.Examples;

internal sealed partial class Notebook<Tensor>
{
    private void RequiresGradOff()
    {
        Remark(70);
        Show(71, () => x = Torch.Tensor(3.0f, requiresGrad: false));
        Cell(72, () => y = x.Pow(2));
        Show(73, () => y);
        Raises(74, () => y.Backward());
        Picture("y", y, ("x", x));
    }

    private void Detach()
    {
        Show(75, () => x = Torch.Tensor(2.0f, requiresGrad: true));
        Show(76, () => z = x.Detach());
        Picture("z", z, ("x", x));
    }

    private void NoGrad()
    {
        Show(77, () => x = Torch.Tensor(4.0f, requiresGrad: true));
        Cell(78, () =>
        {
            using (Torch.NoGrad())
                y = x.Pow(2);
        });
        Show(79, () => y);
        Raises(80, () => y.Backward());
        Picture("y", y, ("x", x));
    }
}
