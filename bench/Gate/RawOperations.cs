using System.Runtime.InteropServices;
using TorchSharp;

namespace TwinGrad.Bench.Gate;

internal sealed class RawOperations : IOperations
{
    private readonly float[] _array = new float[1000];
    private readonly torch.Tensor _x = torch.ones(10);
    private readonly torch.Tensor _y = torch.ones(10);
    private readonly torch.Tensor _xGrad = torch.ones([10], requires_grad: true);
    private readonly torch.Tensor _yGrad = torch.ones([10], requires_grad: true);
    private readonly torch.Tensor _number = torch.tensor(3.0f, requires_grad: true);
    private readonly torch.Tensor _million = torch.ones(1_000_000);
    private readonly torch.Tensor _matrix = torch.ones(64, 64);
    private readonly Quick.RawNeuron _neuron = new();

    public void AddNumber() => (_x + 2.5).Dispose();

    public void Multiply() => (_x * _y).Dispose();

    public void MultiplyRecorded() => (_xGrad * _yGrad).Dispose();

    public void OneMinus() => (1 - _x).Dispose();

    public void Double() => (_x * 2.0).Dispose();

    public void SquareAndBackward()
    {
        using var y = _number.pow(2);
        y.backward();
        using var grad = _number.grad!;
        grad.zero_().Dispose();
    }

    public void GradOfSquare()
    {
        using var y = _number.pow(2);
        torch.autograd.grad([y], [_number])[0].Dispose();
    }

    public void CaughtError()
    {
        try
        {
            _x.view(7).Dispose();
        }
        catch (ExternalException)
        {
        }
    }

    public void SumOfMillion() => _million.sum().Dispose();

    public void MatrixProduct() => _matrix.mm(_matrix).Dispose();

    public void Item() => _number.item<float>();

    public void FromArray() => torch.tensor(_array).Dispose();

    public void Neuron() => _neuron.Run();
}
