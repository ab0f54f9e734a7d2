using TwinGrad.Bench;
using TwinGrad.Bench.Races;

namespace TwinGrad.Tests;

/// <summary>
/// The ten mechanisms that end a process on raw TorchSharp (docs/native-calls.md), tried on this library again and again while another
/// thread allocates. Each loop runs in a process of its own: a crash fails the test and ends nothing else. By hand:
/// <c>dotnet run -c Release --project bench -- races</c>.
/// </summary>
[TestClass]
public sealed class StressTests
{
    private const string Mechanisms = "ABCDEFGHIJ";

    private static readonly int Seconds = LongTest.IsAsked ? 20 : 3;

    /// <summary>What raw TorchSharp is shown to die of. Its other loops die, too, but not as soon on every machine.</summary>
    private static readonly string[] Deadly =
    [
        "sum", "scalars", "joining", "indexing", "backward", "dispose-twice",
        "matmul", "lists", "step", "rand", "values", "kinds", "callback", "null", "read-disposed",
    ];

    public static IEnumerable<object[]> Races => WrapperRaces.All.Select(race => new object[] { race.Name });

    public static IEnumerable<object[]> DeadlyRaces => Deadly.Select(name => new object[] { name });

    [TestMethod]
    public void EveryMechanismIsTriedOnBothSides()
    {
        Assert.AreEqual(Mechanisms, Tried(WrapperRaces.All));
        Assert.AreEqual(Mechanisms, Tried(RawRaces.All.Where(race => Deadly.Contains(race.Name))));

        static string Tried(IEnumerable<Race> races) => string.Concat(races.Select(race => race.Mechanism).Distinct().Order());
    }

    [TestMethod]
    [DynamicData(nameof(Races))]
    public void TheWrapperSurvives(string race)
    {
        var end = RaceProcess.Run(Sides.Wrapper, race, Seconds);
        Assert.IsTrue(end.Survived, end.Description);
        Assert.MatchesRegex("^[1-9][0-9]* rounds$", end.Description);
    }

    /// <summary>The proof that they can kill: they do kill raw TorchSharp, at once or mostly within two seconds.</summary>
    [TestMethod]
    [TestCategory("Long")]
    [DynamicData(nameof(DeadlyRaces))]
    public void RawTorchSharpDoesNot(string race)
    {
        LongTest.RunOnlyIfAsked("raw TorchSharp may live for some seconds before it dies");
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

    /// <summary>And that the loops kill by what they are meant to: with its tensors kept alive, the same loop lives.</summary>
    [TestMethod]
    [TestCategory("Long")]
    public void RawTorchSharpSurvivesWithItsTensorsHeld()
    {
        LongTest.RunOnlyIfAsked("the counterpart of the loops that die");
        var end = RaceProcess.Run(Sides.Raw, RawRaces.Held, Seconds);
        Assert.IsTrue(end.Survived, end.Description);
    }
}
