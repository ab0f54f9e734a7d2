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
    private readonly torch.Tensor _input = torch.tensor(6.7f);
    private readonly torch.Tensor _label = torch.tensor(0.0f);
    private readonly torch.Tensor _weight = torch.tensor(1.0f, requires_grad: true);
    private readonly torch.Tensor _bias = torch.tensor(0.0f, requires_grad: true);

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

    public void Neuron()
    {
        using var product = _weight * _input;
        using var z = product + _bias;
        using var sigmoid = z.sigmoid();
        using var p = sigmoid.clamp(1e-8, 1 - 1e-8);
        using var logP = p.log();
        using var first = _label * logP;
        using var otherLabel = 1 - _label;
        using var otherP = 1 - p;
        using var logOther = otherP.log();
        using var second = otherLabel * logOther;
        using var sum = first + second;
        using var loss = -sum;
        loss.backward();
        using var weightGrad = _weight.grad!;
        using var biasGrad = _bias.grad!;
        weightGrad.zero_().Dispose();
        biasGrad.zero_().Dispose();
    }
}
