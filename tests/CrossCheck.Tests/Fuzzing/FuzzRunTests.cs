namespace TwinGrad.Tests;

/// <summary>Random programs over the whole catalogue agree on both engines.</summary>
[TestClass]
public sealed class FuzzRunTests
{
    [TestMethod]
    public void Random_programs_agree() => AssertClean(new(Seed: 1, Programs: 1500));

    [TestMethod]
    public void Many_random_programs_agree()
    {
        LongTest.RunOnlyIfAsked("20,000 programs take minutes");
        AssertClean(new(Seed: 2, Programs: 20_000));
    }

    [TestMethod]
    public void A_run_ends_when_its_time_is_up_or_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.AreEqual(0, new FuzzRun(new(Seed: 1, Programs: 1000)).Run(stop.Token).Counts.Programs);
        Assert.AreEqual(0, new FuzzRun(new(Seed: 1, Programs: 1000) { Limit = TimeSpan.Zero }).Run(CancellationToken.None).Counts.Programs);
    }

    [TestMethod]
    public void One_program_runs_by_its_number()
    {
        var counts = new FuzzRun(new(Seed: 1, Programs: 1) { First = 700 }).Run(CancellationToken.None).Counts;

        Assert.AreEqual(1, counts.Programs);
        Assert.AreEqual(new ProgramGenerator(FuzzCatalogue.All).Get(1, 700).Nodes, counts.Nodes);
    }

    private static void AssertClean(FuzzRequest request)
    {
        var summary = new FuzzRun(request).Run(CancellationToken.None);
        Assert.IsTrue(summary.IsClean, string.Join(Environment.NewLine, summary.Findings.Select(finding => finding.Report)));
        Assert.AreEqual(request.Programs, summary.Counts.Programs);
        // A judge that lets everything off would be of no use.
        Assert.IsLessThan(request.Programs / 50, summary.Counts.Of(Verdict.IllConditioned) + summary.Counts.Of(Verdict.AgreesAsConditioned));
        Assert.IsLessThan(request.Programs / 5, summary.Counts.Of(Verdict.RefusedAlike));
    }
}
