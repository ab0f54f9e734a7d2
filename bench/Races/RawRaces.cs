using TorchSharp;
using static TwinGrad.Bench.Races.Race;

namespace TwinGrad.Bench.Races;

/// <summary>The same loops on TorchSharp's public API, line for line.</summary>
public static class RawRaces
{
    /// <summary>The loop that survives, which shows that the others die of nothing else than unprotected tensors.</summary>
    public const string Held = "sum-held";

    private static double? _firstLoss;

    public static IReadOnlyList<Race> All { get; } =
    [
        new("sum", 'A', "ones(2000, 2000).sum().item()", Sum),
        new(Held, 'A', "the same with each tensor kept alive over its calls: what raw TorchSharp's deaths are about", SumHeld),
        new("scalars", 'A', "2.5 * t + k, 3 - t, clamp(-10, 10) with thousands of different numbers", Scalars),
        new("indexing", 'A', "integer, range and ellipsis indices of a temporary", Indices),
        new("backward", 'A', "forward and backward through temporaries", Gradients),
        new("training", 'A', "20 steps of a small MLP, updated in place under no_grad", Training),
        new("arrays", 'A', "backward with a gradient: tensors that go in as arrays", Arrays),
        new("joining", 'A', "cat and stack of temporaries", Joining),
        new("dispose-twice", 'J', "two threads dispose of the same tensors", DisposeTwice),
        new("dispose-during", 'J', "another thread disposes of a tensor while a native call uses it", DisposeDuring),
        new("finalizers", 'A', "a graph whose leaves are dropped, under constant collections", Finalizers) { Bystander = Collect },
        .. RawCalls.All,
    ];

    private static void Sum(int round) => Expect(4e6, torch.ones(2000, 2000).sum().item<float>());

    private static void SumHeld(int round)
    {
        var ones = torch.ones(2000, 2000);
        var sum = ones.sum();
        Expect(4e6, sum.item<float>());
        GC.KeepAlive(ones);
        GC.KeepAlive(sum);
    }

    private static void Scalars(int round)
    {
        var k = round % 16_000 / 1024.0;
        var t = torch.ones(1000);
        Expect(500, (3 - (2.5 * t + k) + k).clamp(-10 - k, 10 + k).sum().item<float>());
    }

    private static void Indices(int round)
    {
        var t = torch.arange(0.0, 1000.0).view(10, 100);
        Expect(34_950, t[3].sum().item<float>());
        Expect(254 * 4, t[torch.TensorIndex.Slice(1, 5), 4].sum().item<float>());
        Expect(4_590, t[torch.TensorIndex.Ellipsis, -1].sum().item<float>() - 900);
    }

    private static void Gradients(int round)
    {
        var x = torch.ones([100, 100], requires_grad: true);
        ((x.pow(2) + 1) * torch.ones(100, 100)).sum().backward();
        Expect(20_000, x.grad!.sum().item<float>());
    }

    private static void Training(int round)
    {
        torch.manual_seed(1);
        var (x, y) = (torch.randn(32, 8), torch.randn(32, 1));
        var (w1, b1) = (torch.randn([8, 16], requires_grad: true), torch.zeros([16], requires_grad: true));
        var (w2, b2) = (torch.randn([16, 1], requires_grad: true), torch.zeros([1], requires_grad: true));
        torch.Tensor[] parameters = [w1, b1, w2, b2];
        var loss = 0.0;
        for (var step = 0; step < 20; step++)
        {
            var error = (x.mm(w1) + b1).relu().mm(w2) + b2 - y;
            var mean = error.pow(2).mean();
            mean.backward();
            using (torch.no_grad())
            {
                foreach (var parameter in parameters)
                {
                    parameter.sub_(0.01 * parameter.grad!);
                    parameter.grad = null;
                }
            }
            loss = mean.item<float>();
        }
        Expect(_firstLoss ??= loss, loss);
    }

    private static void Arrays(int round)
    {
        var x = torch.ones([1000], requires_grad: true);
        (x * 3).backward([torch.ones(1000) * 2]);
        Expect(6_000, x.grad!.sum().item<float>());
    }

    private static void Joining(int round)
    {
        var joined = torch.cat([torch.ones(1000), torch.ones(1000) * 2]);
        Expect(6_000, torch.stack([joined, joined + 0]).sum().item<float>());
    }

    private static void DisposeTwice(int round) => DisposeAtOnce([.. Enumerable.Range(0, 1000).Select(_ => torch.ones(10))]);

    private static void DisposeDuring(int round)
    {
        var tensor = torch.ones(500, 500);
        AtOnce(
            () =>
            {
                try
                {
                    for (var i = 0; i < 20; i++)
                        Expect(250_000, tensor.sum().item<float>());
                }
                catch (InvalidOperationException late) when (late.Message.Contains("empty handle", StringComparison.Ordinal))
                {
                    // What TorchSharp says of a tensor that has been disposed of.
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
        var sum = torch.zeros([], requires_grad: true) * 1;
        for (var i = 0; i < 20; i++)
            sum = sum + (torch.ones([50], requires_grad: true) * 2).sum();
        sum.backward();
        Expect(2_000, sum.item<float>());
    }
}
