using TwinGrad.Bench.Races;

namespace TwinGrad.Conformance;

/// <summary>The recorded loops whose tensors an unprotected library loses to the collector, by the names that the recording has for them.</summary>
internal static class CollectorRaces
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);

    private static readonly Dictionary<string, Action<int>> Bodies = new()
    {
        ["Go"] = _ => Race.Expect(Product, Multiply(300)),
        ["GoUsing"] = _ => MultiplyUsing(),
        ["GoScope"] = _ => MultiplyInScope(),
        ["Go2"] = Known("sum"),
        ["Go3"] = _ => ReadElements(),
        ["ItemInline"] = Known("sum"),
        ["Mlp"] = Known("training"),
        ["SgdScope"] = Known("training"),
        ["TensorOnly"] = _ => TensorsUsing(),
        ["ScalarBigUsing"] = Known("scalars"),
        ["ScalarExplicit"] = Known("scalars"),
        ["ScalarClean"] = Known("scalars"),
        ["Cat"] = Known("joining"),
    };

    private const double Product = 300.0 * 300 * 300;

    /// <summary>Runs the loop for a while, beside what the recording ran beside it; a wrong number is an exception.</summary>
    internal static string Run(string body, BadInputCase golden)
    {
        if (!Bodies.TryGetValue(body, out var round))
            throw new CannotAnswerException($"not supported: the loop {body}");
        var race = new Race(golden.Id, 'A', golden.Torchsharp, round) { Bystander = Bystander(golden.Torchsharp) };
        Torch.NumThreads = 1;
        return $"{race.Run(Time)} rounds";
    }

    private static Action Bystander(string torchsharp)
        => torchsharp.Contains("GC.Collect()", StringComparison.Ordinal) ? Race.Collect
            : torchsharp.Contains("new byte[4000]", StringComparison.Ordinal) ? Race.Allocate
            : () => Thread.Sleep(1);

    private static Action<int> Known(string name) => WrapperRaces.All.Single(race => race.Name == name).Round;

    private static double Multiply(long length) => Torch.Ones(length, length).Mm(Torch.Ones(length, length)).Sum().Item<double>();

    private static void MultiplyUsing()
    {
        using var left = Torch.Ones(300, 300);
        using var right = Torch.Ones(300, 300);
        using var product = left.Mm(right);
        using var sum = product.Sum();
        Race.Expect(Product, sum.Item<double>());
    }

    private static void MultiplyInScope()
    {
        using var scope = Torch.NewScope();
        Race.Expect(Product, Multiply(300));
    }

    private static void ReadElements() => Race.Expect(1_000_000, Torch.Ones(1000, 1000).ToArray<float>().Sum());

    private static void TensorsUsing()
    {
        using var ones = Torch.Ones(1000);
        using var twos = ones + ones;
        using var product = ones * twos;
        using var sum = product.Sum();
        Race.Expect(2_000, sum.Item<double>());
    }
}
