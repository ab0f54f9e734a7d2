using System.Text;

namespace TwinGrad;

/// <summary>A cross-check's report as text: what differs first, then a line for everything that was compared.</summary>
internal static class CrossCheckText
{
    private const int Shown = 4;

    internal static string Of(CrossCheckReport report)
    {
        var text = new StringBuilder(report.Function).Append(": ").AppendLine(Headline(report));
        foreach (var finding in report.Findings)
            text.AppendLine().AppendLine(finding);
        if (report.Divergence is { } divergence)
            text.AppendLine().Append("first parting: ").AppendLine(divergence.ToString());
        if (report.Findings.Count > 0)
            text.AppendLine();

        var checks = new[] { report.Value }.Concat(report.Gradients).Concat(report.SecondGradients).OfType<GradientCheck>().ToList();
        var rows = checks.ConvertAll(check => (check.Name, Distances: Distances(check), Values: Values(check.Reference64)));
        foreach (var (name, distances, values) in rows)
        {
            text.Append("  ").Append(name.PadRight(rows.Max(row => row.Name.Length))).Append("  ")
                .Append(distances.PadRight(rows.Max(row => row.Distances.Length))).Append("  ").AppendLine(values);
        }
        foreach (var note in report.Notes)
            text.Append("  ").AppendLine(note);
        return text.ToString().TrimEnd();
    }

    private static string Headline(CrossCheckReport report) => report.Verdict switch
    {
        CrossCheckVerdict.Agree => "the witnesses agree",
        CrossCheckVerdict.Differ => "the witnesses differ",
        _ => report.Value is null ? "nothing was checked" : "there was no gradient to check",
    };

    private static string Distances(GradientCheck check)
    {
        var differences = check.Estimates is null || check.Estimates.All(estimate => estimate.Skip is not null)
            ? ""
            : $", differences {ReportNumber.Relative(check.RelativeDifferences)}";
        return $"{(check.Agree ? "agree" : "differ")}: float32 {ReportNumber.Ulps(check.Ulps)} ulps, float64 {ReportNumber.Ulps(check.Ulps64)}{differences}";
    }

    private static string Values(double[] values)
        => values.Length == 1
            ? PythonFloat.Repr(values[0])
            : $"[{string.Join(", ", values.Take(Shown).Select(PythonFloat.Repr))}{(values.Length > Shown ? $", ... {values.Length} in all" : "")}]";
}
