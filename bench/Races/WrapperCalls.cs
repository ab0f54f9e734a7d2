using static TwinGrad.Bench.Races.Race;

namespace TwinGrad.Bench.Races;

/// <summary>Single calls that end a process on raw TorchSharp, or their nearest kin here, again and again while another thread allocates.</summary>
internal static class WrapperCalls
{
    internal static IReadOnlyList<Race> All { get; } =
    [
        new("matmul", 'B', "products of shapes and dtypes that do not fit", MatMul),
        new("lists", 'C', "lists of dimensions and lengths that a C++ container refuses", Lists),
        new("step", 'D', "steps of 0", Step),
        new("rand", 'E', "random tensors of impossible sizes and dtypes", Rand),
        new("values", 'F', "numbers of every width, there and back", Values),
        new("kinds", 'G', "tensors and numbers in the same places", Kinds),
        new("callback", 'H', "a listener that throws", Callback),
        new("null", 'I', "null and disposed arguments", Null),
        new("read-disposed", 'J', "another thread disposes of a tensor while its elements are read", ReadDisposed),
    ];

    private static void MatMul(int round)
    {
        var x = Torch.Ones(2, 3);
        Fails(() => x.MatMul(Torch.Ones(2, 3)));
        Fails(() => x.MatMul(Torch.Ones(4, 5)));
        Fails(() => x.MatMul(Torch.Ones([3, 2], DType.Float64)));
        Fails(() => x.MatMul(Torch.Ones([3, 2], DType.Int64)));
        Fails(() => Torch.Tensor(1.0).MatMul(Torch.Ones(2)));
        Fails(() => x.Mm(Torch.Ones(3)));
        Expect(18, x.MatMul(Torch.Ones(3, 3)).Sum().Item<float>());
    }

    private static void Lists(int round)
    {
        var x = Torch.Ones(2, 3);
        Fails(() => x.Permute());
        Fails(() => x.Permute(0, 0));
        Fails(() => x.Permute(0, 2));
        Fails(() => x.Transpose(0, 9));
        Fails(() => x.Expand(long.MaxValue, long.MaxValue, 2, 3));
        Fails(() => x.View(-1, -1));
        Fails(() => Torch.Zeros(long.MaxValue, long.MaxValue));
        Fails(() => x[5, 0]);
        Expect(6, x.Permute(1, 0).Sum().Item<float>());
    }

    private static void Step(int round)
    {
        Fails(() => Torch.Ones(3)[TensorIndex.Slice(0, 3, 0)]);
        Fails(() => Torch.Arange(0, 3, 0));
        Expect(2, Torch.Ones(3)[TensorIndex.Slice(0, 3, 2)].Sum().Item<float>());
    }

    private static void Rand(int round)
    {
        Fails(() => Torch.Rand(-1));
        Fails(() => Torch.Randn(2, -3));
        Fails(() => Torch.Rand([2], DType.Int64));
        Fails(() => Torch.Rand(1_000_000_000_000_000));
        Expect(3, Torch.Rand(3).Numel);
    }

    private static void Values(int round)
    {
        var large = long.MaxValue - round;
        Expect(0, large - Torch.Full([2], large, DType.Int64)[1].Item<long>());
        Expect(round / 3.0, Torch.Linspace(0, round / 3.0, 5, DType.Float64)[^1].Item<double>());
        Expect(1, Torch.Full([2], true)[0].Item<bool>() ? 1 : 0);
        Expect(round % 100, Torch.Full([2], round % 100, DType.Int8)[0].Item<sbyte>());
    }

    private static void Kinds(int round)
    {
        var x = Torch.Ones(10) * 2;
        Expect(40, x.Pow(2).Sum().Item<float>());
        Expect(40, x.Pow(x).Sum().Item<float>());
        Expect(30, x.Clamp(3, 4).Sum().Item<float>());
        Expect(20, Tensor.Where(x > 1, x, x * 0).Sum().Item<float>());
        Expect(80, (2 + x + 2 * (x / x) + x).Sum().Item<float>());
    }

    private static void Callback(int round)
    {
        static void Listen(string warning) => throw new InvalidOperationException(warning);

        Torch.WarnAlways = true;
        var y = Torch.Ones([2], requiresGrad: true) * 2;
        Torch.Warning += Listen;
        Fails(() => y.Grad);
        Torch.Warning -= Listen;
        Expect(4, y.Sum().Item<float>());
    }

    private static void Null(int round)
    {
        var x = Torch.Ones(3);
        Fails(() => x.Add((Tensor)null!));
        Fails(() => Tensor.Where(x > 0, x, null!));
        Fails(() => Tensor.FromTorch(null!));
        var gone = Torch.Ones(3);
        gone.Dispose();
        Fails(() => x.Add(gone));
        Fails(() => gone.Sum());
        Expect(3, x.Sum().Item<float>());
    }

    private static void ReadDisposed(int round)
    {
        var tensor = Torch.Ones(1_000_000);
        AtOnce(
            () =>
            {
                try
                {
                    Expect(1, tensor.ToArray<float>()[^1]);
                }
                catch (ObjectDisposedException)
                {
                    // Coming too late is told; coming in time gives every element.
                }
            },
            () =>
            {
                Thread.SpinWait(round % 1000 * 10);
                tensor.Dispose();
            });
    }
}
