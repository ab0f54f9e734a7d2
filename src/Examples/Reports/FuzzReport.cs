using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>What a run of random programs found: for people with the findings last, which a terminal shows, and for machines.</summary>
internal static class FuzzReport
{
    /// <summary>How many groups of what was not shrunk are told.</summary>
    private const int Groups = 10;

    /// <summary>How many operators of such a group, and how many programs.</summary>
    private const int Named = 6;

    internal static void Write(FuzzSummary summary, IAnsiConsole console)
    {
        var output = console.Profile.Out.Writer;
        foreach (var group in summary.Unshrunk.Take(Groups))
            output.WriteLine($"MISMATCH in {Count(group.Programs.Count, "program")}, not shrunk: {Shortened(group.Key)}\n  {Listed(group.Programs)}; the first: {group.Difference}");
        if (summary.Unshrunk.Count > Groups)
            output.WriteLine($"and {Count(summary.Unshrunk.Skip(Groups).Sum(group => group.Programs.Count), "program")} more, of {Count(summary.Unshrunk.Count - Groups, "kind")}");
        if (summary.Unshrunk.Count > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"each is shrunk by: fuzz --seed {summary.Request.Seed} --program NUMBER"));
        foreach (var finding in summary.Findings)
            output.WriteLine($"MISMATCH, {Count(finding.Times, "time")}{(finding.Alike == 0 ? "" : $", and in {Count(finding.Alike, "further program")} with its operators, not shrunk")}\n{finding.Report}");
        console.Write(Counts(summary));
    }

    internal static JsonObject Json(FuzzSummary summary) => new()
    {
        ["seed"] = summary.Request.Seed,
        ["first"] = summary.Request.First,
        ["programs"] = summary.Counts.Programs,
        ["nodes"] = summary.Counts.Nodes,
        ["seconds"] = summary.Elapsed.TotalSeconds,
        ["entries_reached"] = summary.Counts.Reached.Count,
        ["entries"] = Catalogue.Entries.Count,
        ["agree"] = summary.Counts.Of(Verdict.Agrees),
        ["agree_as_conditioned"] = summary.Counts.Of(Verdict.AgreesAsConditioned),
        ["ill_conditioned"] = summary.Counts.Of(Verdict.IllConditioned),
        ["refused_alike"] = summary.Counts.Of(Verdict.RefusedAlike),
        ["differ"] = summary.Counts.Of(Verdict.Differs),
        ["findings"] = new JsonArray([.. summary.Findings.Select(Of)]),
        ["unshrunk"] = new JsonArray([.. summary.Unshrunk.Select(Of)]),
    };

    private static JsonObject Of(FuzzFinding finding) => new()
    {
        ["kind"] = finding.Difference.Kind.ToString(),
        ["operators"] = JsonReport.Texts(finding.Smallest.Operators),
        ["program"] = finding.Number,
        ["times"] = finding.Times,
        ["alike"] = finding.Alike,
        ["difference"] = finding.Difference.ToString(),
        ["witnesses"] = JsonReport.Texts(DifferenceWitness.Of(finding.Smallest, finding.Difference)),
        ["test"] = finding.Test,
    };

    private static JsonObject Of(UnshrunkGroup group) => new()
    {
        ["key"] = group.Key,
        ["programs"] = new JsonArray([.. group.Programs.Select(number => (JsonNode)number)]),
        ["difference"] = group.Difference.ToString(),
    };

    private static Table Counts(FuzzSummary summary)
    {
        var counts = summary.Counts;
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("what", "how many");
        Row("programs", $"{counts.Programs:N0} in {summary.Elapsed.TotalSeconds:0.0} s, {summary.ProgramsASecond:0} a second");
        Row("nodes", $"{counts.Nodes:N0}");
        Row("entries", $"{counts.Reached.Count} of {Catalogue.Entries.Count} reached");
        foreach (var group in summary.Request.Catalogue.Skipped.GroupBy(skipped => skipped.Reason))
            Row("left out", $"{group.Count()}: {group.Key} ({string.Join(", ", group.Take(4).Select(skipped => skipped.Entry))}{(group.Count() > 4 ? ", ..." : "")})");
        Row("agree", $"{counts.Of(Verdict.Agrees):N0}");
        Row("agree as far as they are determined", $"{counts.Of(Verdict.AgreesAsConditioned):N0}");
        Row("ill-conditioned", $"{counts.Of(Verdict.IllConditioned):N0}");
        Row("refused, in the same words", $"{counts.Of(Verdict.RefusedAlike):N0}");
        Row("mismatches", $"{counts.Of(Verdict.Differs):N0}, {summary.Findings.Count} different ones");
        return table;

        void Row(string what, FormattableString answer) => table.AddRow(new Text(what), new Text(answer.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Shortened(string key)
    {
        var names = key.Split(", ");
        return names.Length <= Named ? key : $"{string.Join(", ", names.Take(Named))} and {names.Length - Named} others";
    }

    private static string Listed(IReadOnlyList<long> programs)
        => string.Join(", ", programs.Take(Named).Select(number => number.ToString(CultureInfo.InvariantCulture))) + (programs.Count > Named ? ", ..." : "");
}
