using TwinGrad.Fuzz.Running;
using TwinGrad.Tests;

namespace TwinGrad.Fuzz.Tests;

/// <summary>Random calls of every public member: none ends its process or throws what tells of a defect inside.</summary>
[TestClass]
public sealed class FuzzRunTests
{
    [TestMethod]
    public void Two_thousand_calls_break_nothing() => BreaksNothing(seed: 1, calls: 2000);

    [TestMethod]
    [DataRow(2UL)]
    [DataRow(3UL)]
    public void Fifty_thousand_calls_of_each_seed_break_nothing(ulong seed)
    {
        LongTest.RunOnlyIfAsked("takes about a minute");
        BreaksNothing(seed, calls: 50_000);
    }

    [TestMethod]
    public void A_call_that_ends_the_process_is_named_with_the_fewest_calls_that_do_so()
    {
        var death = Assert.ContainsSingle(Run(PlantedFaults.Dies).Deaths);

        Assert.Contains("SIGABRT", death.End);
        Assert.StartsWith("Planted.dies", death.Journal[^1]);
        Assert.HasCount(1, death.Steps!);
    }

    [TestMethod]
    public void A_call_that_never_returns_is_named()
    {
        var death = Assert.ContainsSingle(Run(PlantedFaults.Hangs).Deaths);

        Assert.Contains("hung", death.End);
        Assert.StartsWith("Planted.hangs", death.Journal[^1]);
    }

    [TestMethod]
    [DataRow(PlantedFaults.ThrowsNull, "NullReferenceException is of a type that tells of a defect inside")]
    [DataRow(PlantedFaults.Mute, "TorchException says nothing")]
    [DataRow(PlantedFaults.Assertion, "TorchException tells of libtorch's insides")]
    [DataRow(PlantedFaults.Unusable, "ObjectDisposedException comes with a result that can't be used")]
    public void A_call_that_breaks_the_property_is_named(string fault, string problem)
    {
        var report = Run(fault);
        var failure = Assert.ContainsSingle(report.Failures);

        Assert.IsEmpty(report.Deaths);
        Assert.StartsWith($"Planted.{fault}", failure.Call);
        Assert.StartsWith(problem, failure.Problem);
        Assert.HasCount(1, failure.Steps);
    }

    [TestMethod]
    public void The_report_has_the_command_that_shows_a_defect_again()
    {
        var report = Run(PlantedFaults.Mute);
        var text = new StringWriter();
        report.Write(text);
        var failure = report.Failures.Single();

        Assert.Contains($"child --seed 1 --plant mute --program {failure.Program} --steps {failure.Steps[0]}", text.ToString());
    }

    private static Report Run(string fault)
        => new FuzzRun(new(Seed: 1, Calls: 200, fault, Limit: TimeSpan.FromSeconds(10), Deaths: 1)).Run();

    private static void BreaksNothing(ulong seed, int calls)
    {
        var report = new FuzzRun(new(seed, calls)).Run();
        var text = new StringWriter();
        report.Write(text);

        Assert.IsTrue(report.Succeeded, text.ToString());
        Assert.IsGreaterThanOrEqualTo(calls, report.Calls);
        // Calls that all failed at their arguments would test little.
        Assert.IsGreaterThan(report.Calls / 3, report.Outcomes[Report.Returned], text.ToString());
    }
}
