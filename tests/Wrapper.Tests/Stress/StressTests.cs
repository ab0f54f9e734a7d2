using TwinGrad.Bench;
using TwinGrad.Bench.Races;

namespace TwinGrad.Tests;

/// <summary>
/// Loops in which the collector, a finalizer or another thread frees what native code uses, unless something holds it. Each runs in a
/// process of its own: a crash fails the test and ends nothing else. By hand: <c>dotnet run -c Release --project bench -- races</c>.
/// </summary>
[TestClass]
public sealed class StressTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("TWINGRAD_LONG_TESTS") == "1";
    private static readonly int Seconds = Long ? 20 : 3;

    public static IEnumerable<object[]> Races => WrapperRaces.All.Select(race => new object[] { race.Name });

    [TestMethod]
    [DynamicData(nameof(Races))]
    public void TheWrapperSurvives(string race)
    {
        var end = RaceProcess.Run(Sides.Wrapper, race, Seconds);
        Assert.IsTrue(end.Survived, end.Description);
        Assert.MatchesRegex("^[1-9][0-9]* rounds$", end.Description);
    }

    /// <summary>The proof that the loops can kill: they do kill raw TorchSharp, mostly within two seconds.</summary>
    [TestMethod]
    [DataRow("sum")]
    [DataRow("scalars")]
    public void RawTorchSharpDoesNot(string race)
    {
        if (!Long)
            Assert.Inconclusive("raw TorchSharp may live for some seconds; set TWINGRAD_LONG_TESTS=1 to see it die");
        // On a machine that is busy otherwise the finalizer may come too late again and again, so it gets more than one try.
        var ends = new List<string>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var end = RaceProcess.Run(Sides.Raw, race, Seconds);
            if (!end.Survived)
                return;
            ends.Add(end.Description);
        }
        Assert.Fail($"{race} survived: {string.Join(", ", ends)}");
    }

    /// <summary>And that they kill by what they are meant to: with its tensors kept alive, the same loop lives.</summary>
    [TestMethod]
    public void RawTorchSharpSurvivesWithItsTensorsHeld()
    {
        if (!Long)
            Assert.Inconclusive("the counterpart of the loops that die; set TWINGRAD_LONG_TESTS=1 to run it");
        var end = RaceProcess.Run(Sides.Raw, RawRaces.Held, Seconds);
        Assert.IsTrue(end.Survived, end.Description);
    }
}
