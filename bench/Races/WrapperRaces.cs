using static TwinGrad.Bench.Races.Race;

namespace TwinGrad.Bench.Races;

/// <summary>The loops on this library. Nothing is disposed of unless the loop is about that.</summary>
public static class WrapperRaces
{
    private static double? _firstLoss;

    public static IReadOnlyList<Race> All { get; } =
    [
        new("sum", 'A', "ones(2000, 2000).sum().item()", Sum),
        new("scalars", 'A', "2.5 * t + k, 3 - t, clamp(-10, 10) with thousands of different numbers", Scalars),
        new("indexing", 'A', "integer, range and ellipsis indices of a temporary", Indices),
        new("backward", 'A', "forward and backward through temporaries", Gradients),
        new("training", 'A', "20 steps of a small MLP, updated in place under no_grad", Training),
        new("arrays", 'A', "backward with a gradient: tensors that go in as arrays", Arrays),
        new("joining", 'A', "cat and stack of temporaries", Joining),
        new("dispose-twice", 'J', "two threads dispose of the same tensors", DisposeTwice),
        new("dispose-during", 'J', "another thread disposes of a tensor while a native call uses it", DisposeDuring),
        new("finalizers", 'A', "a graph whose leaves are dropped, under constant collections", Finalizers) { Bystander = Collect },
        .. WrapperCalls.All,
    ];

    private static void Sum(int round) => Expect(4e6, Torch.Ones(2000, 2000).Sum().Item<float>());

    private static void Scalars(int round)
    {
        var k = round % 16_000 / 1024.0;
        var t = Torch.Ones(1000);
        Expect(500, (3 - (2.5 * t + k) + k).Clamp(-10 - k, 10 + k).Sum().Item<float>());
    }

    private static void Indices(int round)
    {
        var t = Torch.Arange(0.0, 1000.0).View(10, 100);
        Expect(34_950, t[3].Sum().Item<float>());
        Expect(254 * 4, t[1..5, 4].Sum().Item<float>());
        Expect(4_590, t[TensorIndex.Ellipsis, ^1].Sum().Item<float>() - 900);
    }

    private static void Gradients(int round)
    {
        var x = Torch.Ones([100, 100], requiresGrad: true);
        ((x.Pow(2) + 1) * Torch.Ones(100, 100)).Sum().Backward();
        Expect(20_000, x.Grad!.Sum().Item<float>());
    }

    private static void Training(int round)
    {
        Torch.ManualSeed(1);
        var (x, y) = (Torch.Randn(32, 8), Torch.Randn(32, 1));
        var (w1, b1) = (Torch.Randn([8, 16], requiresGrad: true), Torch.Zeros([16], requiresGrad: true));
        var (w2, b2) = (Torch.Randn([16, 1], requiresGrad: true), Torch.Zeros([1], requiresGrad: true));
        Tensor[] parameters = [w1, b1, w2, b2];
        var loss = 0.0;
        for (var step = 0; step < 20; step++)
        {
            var error = (x.Mm(w1) + b1).Relu().Mm(w2) + b2 - y;
            var mean = error.Pow(2).Mean();
            mean.Backward();
            using (Torch.NoGrad())
            {
                foreach (var parameter in parameters)
                {
                    parameter.Sub_(0.01 * parameter.Grad!);
                    parameter.ZeroGrad();
                }
            }
            loss = mean.Item<float>();
        }
        Expect(_firstLoss ??= loss, loss);
    }

    private static void Arrays(int round)
    {
        var x = Torch.Ones([1000], requiresGrad: true);
        (x * 3).Backward(Torch.Ones(1000) * 2);
        Expect(6_000, x.Grad!.Sum().Item<float>());
    }

    private static void Joining(int round)
    {
        var joined = Torch.Cat([Torch.Ones(1000), Torch.Ones(1000) * 2]);
        Expect(6_000, Torch.Stack([joined, joined + 0]).Sum().Item<float>());
    }

    private static void DisposeTwice(int round) => DisposeAtOnce([.. Enumerable.Range(0, 1000).Select(_ => Torch.Ones(10))]);

    private static void DisposeDuring(int round)
    {
        var tensor = Torch.Ones(500, 500);
        AtOnce(
            () =>
            {
                try
                {
                    for (var i = 0; i < 20; i++)
                        Expect(250_000, tensor.Sum().Item<float>());
                }
                catch (ObjectDisposedException)
                {
                    // Coming too late is told; coming in time gives the sum.
                }
            },
            () =>
            {
                Thread.SpinWait(round % 1000 * 10);
                tensor.Dispose();
            });
    }

    private static void Finalizers(int round)
    {
        var sum = Torch.Zeros([], requiresGrad: true) * 1;
        for (var i = 0; i < 20; i++)
            sum += (Torch.Ones([50], requiresGrad: true) * 2).Sum();
        sum.Backward();
        Expect(2_000, sum.Item<float>());
    }
}
