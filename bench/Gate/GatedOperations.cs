using System.Runtime.InteropServices;
using TorchSharp;

namespace TwinGrad.Bench.Gate;

/// <summary>
/// TorchSharp's API behind the gate. Numbers must be constants that somebody keeps: also the factor 1 that TorchSharp's
/// <c>x + y</c> makes for itself and loses during the call. They lie in fields here; a library would look them up.
/// </summary>
#pragma warning disable CA1001 // The operands live as long as the program.
internal sealed class GatedOperations : IOperations
{
    private readonly Numbers _numbers = new();
    private readonly float[] _array = new float[1000];
    private readonly Gated _x = new(torch.ones(10));
    private readonly Gated _y = new(torch.ones(10));
    private readonly Gated _xGrad = new(torch.ones([10], requires_grad: true));
    private readonly Gated _yGrad = new(torch.ones([10], requires_grad: true));
    private readonly Gated _number = new(torch.tensor(3.0f, requires_grad: true));
    private readonly Gated _million = new(torch.ones(1_000_000));
    private readonly Gated _matrix = new(torch.ones(64, 64));
    private readonly Gated _input = new(torch.tensor(6.7f));
    private readonly Gated _label = new(torch.tensor(0.0f));
    private readonly Gated _weight = new(torch.tensor(1.0f, requires_grad: true));
    private readonly Gated _bias = new(torch.tensor(0.0f, requires_grad: true));
    private readonly Gated _one = new(torch.tensor(1.0f));
    private readonly Gated _two = new(torch.tensor(2.0f));
    private readonly Gated _twoAndAHalf = new(torch.tensor(2.5f));

    public void AddNumber() => Add(_x, _twoAndAHalf).Dispose();

    public void Multiply() => Multiply(_x, _y).Dispose();

    public void MultiplyRecorded() => Multiply(_xGrad, _yGrad).Dispose();

    public void OneMinus() => Subtract(_one, _x).Dispose();

    public void Double() => Multiply(_x, _two).Dispose();

    public void SquareAndBackward()
    {
        using var y = Gated.Run(_number, x => x.pow(_numbers.Two));
        y.Read(tensor => { tensor.backward(); return 0; });
        Zero(_number);
    }

    public void GradOfSquare()
    {
        using var y = Gated.Run(_number, x => x.pow(_numbers.Two));
        using var grad = Gated.Run(_number, y, (x, square) => torch.autograd.grad([square], [x])[0]);
    }

    public void CaughtError()
    {
        try
        {
            Gated.Run(_x, x => x.view(7)).Dispose();
        }
        catch (ExternalException)
        {
        }
    }

    public void SumOfMillion() => Gated.Run(_million, x => x.sum()).Dispose();

    public void MatrixProduct() => Gated.Run(_matrix, _matrix, (x, y) => x.mm(y)).Dispose();

    public void Item() => _number.Read(x => x.item<float>());

    public void FromArray() => new Gated(torch.tensor(_array)).Dispose();

    public void Neuron()
    {
        using var product = Multiply(_weight, _input);
        using var z = Add(product, _bias);
        using var sigmoid = Gated.Run(z, x => x.sigmoid());
        using var p = Gated.Run(sigmoid, x => x.clamp(_numbers.Low, _numbers.High));
        using var logP = Gated.Run(p, x => x.log());
        using var first = Multiply(_label, logP);
        using var otherLabel = Subtract(_one, _label);
        using var otherP = Subtract(_one, p);
        using var logOther = Gated.Run(otherP, x => x.log());
        using var second = Multiply(otherLabel, logOther);
        using var sum = Add(first, second);
        using var loss = Gated.Run(sum, x => x.neg());
        loss.Read(tensor => { tensor.backward(); return 0; });
        Zero(_weight);
        Zero(_bias);
    }

    private Gated Add(Gated x, Gated y) => Gated.Run(x, y, (left, right) => left.add(right, _numbers.One));

    private static Gated Subtract(Gated x, Gated y) => Gated.Run(x, y, (left, right) => left.sub(right));

    private static Gated Multiply(Gated x, Gated y) => Gated.Run(x, y, (left, right) => left.mul(right));

    private static void Zero(Gated x)
    {
        using var grad = Gated.Run(x, tensor => tensor.grad!);
        grad.Read(tensor =>
        {
            tensor.zero_().Dispose();
            return 0;
        });
    }

    /// <summary>Native numbers that are kept.</summary>
    private sealed class Numbers
    {
        internal readonly TorchSharp.Scalar One = 1;
        internal readonly TorchSharp.Scalar Two = 2;
        internal readonly TorchSharp.Scalar Low = 1e-8;
        internal readonly TorchSharp.Scalar High = 1 - 1e-8;
    }
}
