using Spectre.Console;

namespace TwinGrad.Examples.Tests;

/// <summary>What a run of random programs says of what it found.</summary>
[TestClass]
public sealed class FuzzReportTests
{
    private static readonly FuzzRequest Request = new(Seed: 4, Programs: 100);

    [TestMethod]
    public void What_was_not_shrunk_is_told_by_groups_before_the_findings()
    {
        // Fifteen kinds, of one to three programs each.
        var unshrunk = Enumerable.Range(0, 30).Select(i => new UnshrunkMismatch(i, Program([.. OperatorsOf(i % 15)]), First)).ToList();
        var finding = new FuzzFinding(4, 40, Program("Tanh"), First);

        var output = Written(FuzzSummary.Of(Request, TimeSpan.FromSeconds(1), new(), [finding], unshrunk));

        var lines = output.Split('\n');
        Assert.HasCount(10, lines.Where(line => line.StartsWith("MISMATCH in 2 programs, not shrunk: First: ", StringComparison.Ordinal)));
        Assert.Contains("  0, 15; the first: gradient of leaf 0, element 0: libtorch 1, reference 2", output);
        Assert.Contains("and 10 programs more, of 5 kinds", output);
        Assert.Contains("each is shrunk by: fuzz --seed 4 --program NUMBER", output);
        Assert.IsGreaterThan(output.IndexOf("not shrunk", StringComparison.Ordinal), output.IndexOf("MISMATCH, 1 time\n", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_program_of_many_operators_names_a_few()
    {
        var output = Written(FuzzSummary.Of(Request, TimeSpan.FromSeconds(1), new(), [], [new(3, Program([.. OperatorsOf(14)]), First)]));

        Assert.Contains("MISMATCH in 1 program, not shrunk: First: Abs, Ceil, Cos, Cosh, Erf, Exp and 9 others", output);
    }

    [TestMethod]
    public void What_has_the_operators_of_a_finding_is_counted_with_it()
    {
        List<UnshrunkMismatch> unshrunk = [new(50, Program("Tanh", "Sin"), First), new(51, Program("Tanh", "Cos"), First)];

        var summary = FuzzSummary.Of(Request, TimeSpan.FromSeconds(1), new(), [new(4, 40, Program("Tanh"), First) { Times = 3 }], unshrunk);

        Assert.IsEmpty(summary.Unshrunk);
        Assert.Contains("MISMATCH, 3 times, and in 2 further programs with its operators, not shrunk", Written(summary));
        Assert.AreEqual(2, FuzzReport.Json(summary)["findings"]![0]!["alike"]!.GetValue<int>());
        Assert.Contains("    public void Seed4Program40()", FuzzReport.Json(summary)["findings"]![0]!["test"]!.GetValue<string>());
    }

    private static ProgramDifference First { get; } = new(DifferenceKind.First, 0, 0, "1", "2");

    private static IEnumerable<string> OperatorsOf(int kind)
        => new[] { "Sin", "Cos", "Exp", "Abs", "Neg", "Sinh", "Cosh", "Erf", "Floor", "Ceil", "Relu", "Sigmoid", "Silu", "Softplus", "Tan" }.Take(kind + 1);

    private static RandomProgram Program(params string[] operators)
        => new([new LeafStep(new([], [0.5])), .. operators.Select((name, i) => new EntryStep(Catalogue.Entries[name], [i]))], Orders: 1);

    private static string Written(FuzzSummary summary)
    {
        using var output = new StringWriter();
        FuzzReport.Write(summary, AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No }));
        return output.ToString().ReplaceLineEndings("\n");
    }
}
