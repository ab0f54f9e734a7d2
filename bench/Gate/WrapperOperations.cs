namespace TwinGrad.Bench.Gate;

internal sealed class WrapperOperations : IOperations
{
    private readonly float[] _array = new float[1000];
    private readonly Tensor _x = Torch.Ones(10);
    private readonly Tensor _y = Torch.Ones(10);
    private readonly Tensor _xGrad = Torch.Ones([10], requiresGrad: true);
    private readonly Tensor _yGrad = Torch.Ones([10], requiresGrad: true);
    private readonly Tensor _number = Torch.Tensor(3.0, requiresGrad: true);
    private readonly Tensor _million = Torch.Ones(1_000_000);
    private readonly Tensor _matrix = Torch.Ones(64, 64);
    private readonly Quick.Neuron _neuron = new();

    public void AddNumber() => (_x + 2.5).Dispose();

    public void Multiply() => (_x * _y).Dispose();

    public void MultiplyRecorded() => (_xGrad * _yGrad).Dispose();

    public void OneMinus() => (1 - _x).Dispose();

    public void Double() => (_x * 2.0).Dispose();

    public void SquareAndBackward()
    {
        using var y = _number.Pow(2);
        y.Backward();
        using var grad = _number.Grad!;
        grad.Zero_();
    }

    public void GradOfSquare()
    {
        using var y = _number.Pow(2);
        Autograd.Grad(y, _number).Dispose();
    }

    public void CaughtError()
    {
        try
        {
            _x.View(7).Dispose();
        }
        catch (TorchArgumentException)
        {
        }
    }

    public void SumOfMillion() => _million.Sum().Dispose();

    public void MatrixProduct() => _matrix.Mm(_matrix).Dispose();

    public void Item() => _number.Item<float>();

    public void FromArray() => Torch.Tensor(_array).Dispose();

    public void Neuron() => _neuron.Run();
}
