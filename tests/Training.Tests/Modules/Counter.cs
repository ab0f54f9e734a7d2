namespace TwinGrad.Tests;

/// <summary>A module with a parameter, two buffers, of which one is not saved, and a module inside.</summary>
internal sealed class Counter<T> : Module<T>
    where T : class, ITensor<T>
{
    internal Counter(Module<T>? inside = null)
    {
        Scale = Register("scale", TensorFactory<T>.Tensor(2.0));
        Count = RegisterBuffer("count", TensorFactory<T>.Tensor(0L));
        Last = RegisterBuffer("last", TensorFactory<T>.Zeros([2]), persistent: false);
        Register("inside", inside ?? new Linear<T>(2, 2));
    }

    internal T Scale { get; }

    internal T Count { get; }

    internal T Last { get; }

    public override T Forward(T input)
    {
        Count.Add_(1);
        return Children["inside"].Forward(input * Scale);
    }

    internal void Take(string name, T buffer) => RegisterBuffer(name, buffer);

    internal void Take(string name, Module<T> module) => Register(name, module);
}
