using CsCheck;
using TwinGrad.Fuzz.Arguments;
using TwinGrad.Fuzz.Running;
using TwinGrad.Fuzz.Surface;

namespace TwinGrad.Fuzz.Tests;

/// <summary>Null at every place that takes a reference, one after the other, beside arguments that are none.</summary>
[TestClass]
public sealed class NullArgumentTests
{
    private const int Times = 20;

    private static readonly Argument Null = new Literal(null, "null");

    [TestMethod]
    public void Null_at_any_place_breaks_nothing()
    {
        var arguments = new ArgumentGenerators(PublicSurface.Members);
        var random = new PCG(1, 1);
        List<string> broken = [];
        foreach (var member in PublicSurface.Members)
        {
            var generators = member.Parameters.Select(parameter => arguments.For(parameter)!).ToArray();
            for (var place = 0; place < generators.Length; place++)
            {
                if (member.Parameters[place] is not { MayBeNull: true, Type.IsValueType: false })
                    continue;
                Gen<Argument>[] withNull = [.. generators[..place], Gen.Const(Null), .. generators[(place + 1)..]];
                var calls = Gen.Select(TensorSpec.Any.Array[2, 4], ArgumentGenerators.All(withNull));
                broken.AddRange(Enumerable.Range(0, Times)
                    .Select(_ => calls.Generate(random, min: null, out var _))
                    .SelectMany(call => new ProgramRunner(new(call.Item1, [new(member, call.Item2, Covers: 0)]), _ => { }, _ => { }).Run())
                    .Select(failure => $"{failure.Call}\n{failure.Problem}")
                    .Take(1));
            }
        }

        Assert.IsEmpty(broken, string.Join("\n\n", broken));
    }
}
