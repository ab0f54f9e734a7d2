using System.Runtime.InteropServices;
using TorchSharp;

namespace TwinGrad.Bench.Quick;

/// <summary>How tensors come, go, are read, and fail.</summary>
internal static class LifeComparisons
{
    private static readonly Goal Error = new(Microseconds: 20);

    internal static ComparisonGroup Life()
    {
        var (array, number, rawNumber) = (new float[1000], Torch.Tensor(3.0), torch.tensor(3.0f));
        var (x, rawX) = (Torch.Ones(10), torch.ones(10));
        var (thousand, rawThousand) = (Torch.Ones(1000), torch.ones(1000));
        return new("Tensors made, read and freed", "TwinGrad", "raw",
        [
            new("scope around ten x * y", () => Scope(x), () => Scope(rawX)) { Goal = new(Ratio: 1.03) },
            new("zeros of 10 floats", () => Torch.Zeros(10).Dispose(), () => torch.zeros(10).Dispose()),
            new("tensor of one number", () => Torch.Tensor(3.0).Dispose(), () => torch.tensor(3.0f).Dispose()),
            new("tensor from float[1000]", () => Torch.Tensor(array).Dispose(), () => torch.tensor(array).Dispose()),
            new("item of one number", () => number.Item<float>(), () => rawNumber.item<float>()) { Goal = new(Ratio: 0.3) },
            new("1000 floats to an array", () => thousand.ToArray<float>(), () => rawThousand.data<float>().ToArray()),
        ]);
    }

    internal static ComparisonGroup Copies()
    {
        var (floats, doubles) = (new float[1_000_000], new double[1_000_000]);
        var goal = new Goal(Ratio: 1.2);
        return new("Tensors from arrays", "TwinGrad", "plain copy",
        [
            new("tensor from float[1,000,000]", () => Torch.Tensor(floats).Dispose(), () => floats.Clone()) { Goal = goal },
            new("tensor from double[1,000,000]", () => Torch.Tensor(doubles).Dispose(), () => doubles.Clone()) { Goal = goal },
        ]);
    }

    internal static ComparisonGroup Errors()
    {
        var (x, rawX) = (Torch.Ones(10), torch.ones(10));
        var (two, rawTwo) = (Torch.Ones(2, 3), torch.ones(2, 3));
        var (four, rawFour) = (Torch.Ones(4, 5), torch.ones(4, 5));
        return new("Errors, caught", "TwinGrad", "raw",
        [
            new("view(7) of 10 floats", () => Caught(() => x.View(7)), () => RawCaught(() => rawX.view(7))) { Goal = Error },
            new("(2, 3) + (4, 5)", () => Caught(() => two + four), () => RawCaught(() => rawTwo + rawFour)) { Goal = Error },
            new("mm of (2, 3) and (4, 5)", () => Caught(() => two.Mm(four)), () => RawCaught(() => rawTwo.mm(rawFour))) { Goal = Error },
            new("sum(2) of two dimensions", () => Caught(() => two.Sum(2)), () => RawCaught(() => rawTwo.sum(2))) { Goal = Error },
            new("backward of what records nothing", () => Caught(() => { x.Sum().Backward(); return x; }), () => RawCaught(() => { rawX.sum().backward(); return rawX; })) { Goal = Error },
            // Raw TorchSharp's ends the process.
            new("matmul of (2, 3) and (4, 5)", () => Caught(() => two.MatMul(four)), null) { Goal = Error },
        ]);
    }

    private static void Scope(Tensor x)
    {
        using var scope = Torch.NewScope();
        for (var i = 0; i < 10; i++)
            _ = x * x;
    }

    private static void Scope(torch.Tensor x)
    {
        using var scope = torch.NewDisposeScope();
        for (var i = 0; i < 10; i++)
            _ = x * x;
    }

    private static void Caught(Func<Tensor> operation)
    {
        try
        {
            operation().Dispose();
        }
        catch (Exception exception) when (exception is ITorchException)
        {
            return;
        }
        throw new InvalidOperationException("the operation should have failed");
    }

    private static void RawCaught(Func<torch.Tensor> operation)
    {
        try
        {
            operation().Dispose();
        }
        catch (ExternalException)
        {
            return;
        }
        throw new InvalidOperationException("the operation should have failed");
    }
}
