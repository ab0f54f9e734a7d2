using Managed = TwinGrad.Reference.Tensor;

namespace TwinGrad.Bench.Quick;

/// <summary>Graphs on the reference engine, and the same on libtorch. Not generic: the compiler does better where it knows the engine.</summary>
internal static class Graphs
{
    /// <summary>The notebook's neuron, forward, backward, gradients to zero.</summary>
    internal static Action Neuron(DType dtype)
    {
        var (x, y) = (Number(6.7, dtype), Number(0, dtype));
        var (w, b) = (Number(1, dtype).RequiresGrad_(), Number(0, dtype).RequiresGrad_());
        return () =>
        {
            var z = w * x + b;
            var p = z.Sigmoid().Clamp(1e-8, 1 - 1e-8);
            var loss = -(y * p.Log() + (1 - y) * (1 - p).Log());
            loss.Backward();
            w.Grad!.Zero_();
            b.Grad!.Zero_();
        };
    }

    /// <summary>sum(log(1 + exp(sigmoid(x y + 1) x))) of so many elements in float64, forward and backward.</summary>
    internal static Action Chain(int length)
    {
        var (x, y) = (Reference.Torch.Tensor(Numbers(length, seed: 1), DType.Float64).RequiresGrad_(), Reference.Torch.Tensor(Numbers(length, seed: 2), DType.Float64).RequiresGrad_());
        return () =>
        {
            ((x * y + 1).Sigmoid() * x).Exp().Log1p().Sum().Backward();
            x.Grad = null;
            y.Grad = null;
        };
    }

    /// <summary>The same on libtorch, freed when it is over.</summary>
    internal static Action NativeChain(int length)
    {
        var (x, y) = (Torch.Tensor(Numbers(length, seed: 1), DType.Float64).RequiresGrad_(), Torch.Tensor(Numbers(length, seed: 2), DType.Float64).RequiresGrad_());
        return () =>
        {
            using var scope = Torch.NewScope();
            ((x * y + 1).Sigmoid() * x).Exp().Log1p().Sum().Backward();
            x.Grad = null;
            y.Grad = null;
        };
    }

    /// <summary>The product of two square matrices in float64.</summary>
    internal static Action Product(int length)
    {
        var (x, y) = (Reference.Torch.Tensor(Numbers(length * length, seed: 1), DType.Float64).View(length, length), Reference.Torch.Tensor(Numbers(length * length, seed: 2), DType.Float64).View(length, length));
        return () => GC.KeepAlive(x.Mm(y));
    }

    /// <summary>The same on libtorch.</summary>
    internal static Action NativeProduct(int length)
    {
        var (x, y) = (Torch.Tensor(Numbers(length * length, seed: 1), DType.Float64).View(length, length), Torch.Tensor(Numbers(length * length, seed: 2), DType.Float64).View(length, length));
        return () => x.Mm(y).Dispose();
    }

    /// <summary>As many numbers between -1 and 1.</summary>
    internal static double[] Numbers(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextDouble() - 1)];
    }

    private static Managed Number(double value, DType dtype) => Reference.Torch.Tensor(value, dtype);
}
