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
    public void Its_share_is_that_of_the_programs_or_of_the_time_whichever_is_larger()
    {
        var (byTime, byPrograms) = (new FuzzRun(new(Seed: 1, Programs: 1_000_000) { Limit = TimeSpan.FromSeconds(0.2) }), new FuzzRun(new(Seed: 1, Programs: 5)));
        Assert.AreEqual(0, byTime.Share);
        byTime.Run(CancellationToken.None);
        byPrograms.Run(CancellationToken.None);

        Assert.AreEqual(1, byTime.Share);
        Assert.AreEqual(1, byPrograms.Share);
    }

    [TestMethod]
    public void The_largest_number_is_one()
        => Assert.AreEqual(1, new FuzzRun(new(Seed: 1, Programs: 1) { First = long.MaxValue }).Run(CancellationToken.None).Counts.Programs);

    [TestMethod]
    public void Findings_are_counted_by_what_they_are_and_not_by_how_often()
    {
        // The usual fault comes in two programs of three, long before the other.
        var usual = FuzzFaultTests.Planted("Sin", x => x[0].Sin() * (1 + 1e-6));
        var rare = FuzzFaultTests.Planted("Cumsum", x => x[0].Cumsum(0) * (1 + 1e-6));
        var sound = new[] { "Tanh", "Abs", "Sigmoid", "Cosh", "Relu", "Neg" }.Select(name => Catalogue.Entries[name]);

        var summary = new FuzzRun(new(Seed: 1, Programs: 80) { MostFindings = 2, Threads = 1, Catalogue = new([usual, .. sound, rare]) }).Run(CancellationToken.None);

        Assert.AreEqual("Value: Cumsum, Value: Sin", string.Join(", ", summary.Findings.Select(finding => finding.Key).Order()));
        Assert.IsGreaterThan(2, summary.Findings.Max(finding => finding.Times + finding.Alike));
        Assert.AreEqual(summary.Counts.Of(Verdict.Differs), summary.Findings.Sum(finding => finding.Times + finding.Alike) + summary.Unshrunk.Sum(group => group.Programs.Count));
    }

    [TestMethod]
    public void What_is_not_shrunk_is_grouped_by_its_operators()
    {
        var catalogue = new FuzzCatalogue([FuzzFaultTests.Planted("Sin", x => x[0].Sin() * (1 + 1e-6))]);

        var summary = new FuzzRun(new(Seed: 1, Programs: 80) { MostFindings = 0, Catalogue = catalogue }).Run(CancellationToken.None);

        Assert.IsEmpty(summary.Findings);
        Assert.AreEqual(summary.Counts.Of(Verdict.Differs), summary.Unshrunk.Sum(group => group.Programs.Count));
        Assert.HasCount(summary.Unshrunk.Count, summary.Unshrunk.Select(group => group.Key).Distinct());
        Assert.StartsWith("Value: ", summary.Unshrunk[0].Key);
        Assert.Contains("Sin", summary.Unshrunk[0].Key);
        Assert.IsGreaterThanOrEqualTo(summary.Unshrunk[^1].Programs.Count, summary.Unshrunk[0].Programs.Count);
        Assert.IsGreaterThan(1, summary.Unshrunk[0].Programs.Count);
    }

    [TestMethod]
    public void A_program_with_the_operators_of_a_finding_may_have_its_fault()
    {
        var leaf = new LeafStep(new([], [0.5]));
        EntryStep Step(string name, int argument) => new(Catalogue.Entries[name], [argument]);
        var first = new ProgramDifference(DifferenceKind.First, 0, 0, "1", "2");
        var finding = new FuzzFinding(1, 7, new([leaf, Step("Sin", 0)], Orders: 1), first);
        var both = new RandomProgram([leaf, Step("Exp", 0), Step("Sin", 1)], Orders: 2);

        Assert.IsTrue(finding.MayExplain(both, first));
        Assert.IsTrue(finding.MayExplain(both, first with { Kind = DifferenceKind.Second }));
        Assert.IsFalse(finding.MayExplain(both, first with { Kind = DifferenceKind.Value }), "a wrong slope does not make a wrong value");
        Assert.IsFalse(finding.MayExplain(both, first with { Torch = "NaN" }));
        Assert.IsFalse(finding.MayExplain(new([leaf, Step("Exp", 0)], Orders: 1), first));
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
