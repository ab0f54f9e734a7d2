namespace TwinGrad;

/// <summary>The cross-check of an entry of the catalogue, on all its samples, as a row of a report.</summary>
internal static class CatalogueCheck
{
    // Some entries are there because they lose digits: numbers of a thousand and more, differences of large sums.
    private const int Ulps32 = 512;

    // So many failing samples are told in full.
    private const int Told = 3;

    internal static ReportRow Of(CatalogueEntry entry)
    {
        var reports = Samples.Regular(entry).Select(sample => (Sample: sample, Report: Check(entry, sample, isKink: false)))
            .Concat(Samples.Kinks(entry).Select(sample => (Sample: sample, Report: Check(entry, sample, isKink: true))))
            .ToList();
        var failures = reports.FindAll(pair => !IsGood(entry, pair.Report));
        var compared = reports.ConvertAll(pair => pair.Report);
        return new()
        {
            Name = entry.Name,
            Verdict = failures.Count > 0 ? RowVerdict.Differ : entry.Op.Fails ? RowVerdict.Refused : RowVerdict.Agree,
            UlpsFloat32 = entry.Op.Float32Skip is null ? Ulps(compared, check => check.Ulps) : ReportUlps.None,
            UlpsFloat64 = Ulps(compared, check => check.Ulps64),
            Differences = compared.SelectMany(Judged).Max(check => check.RelativeDifferences),
            WorstInput = entry.Op.Fails ? null : Shapes(reports.MaxBy(pair => Furthest(pair.Report)).Sample),
            Details = Details(failures),
            Skip = Skipped(entry, compared),
            Divergence = failures.Select(failure => failure.Report.Divergence).FirstOrDefault(divergence => divergence is not null),
        };
    }

    /// <summary>
    /// Where a function bends, float32 may be rounded to the other side, and differences have nothing to say: only the engines' doubles are
    /// compared there.
    /// </summary>
    private static CrossCheckReport Check(CatalogueEntry entry, Input[] sample, bool isKink) => CrossCheckRun.Report(
        new(entry.Name, entry.OnTorch, entry.OnReference, [.. entry.Parameters.Select(parameter => parameter.Name)]),
        [.. sample.Select(CheckInput.Of)],
        new()
        {
            Orders = Math.Max(1, entry.Op.Orders),
            UlpTolerance = Ulps32,
            Float64Tolerance = entry.Op.Tolerance,
            Float32 = entry.Op.Float32Skip is null && !isKink,
            Differences = entry.Op.DifferencesSkip is null && entry.Op.Orders > 0 && !isKink,
        });

    private static double Furthest(CrossCheckReport report) => report.Gradients.Prepend(report.Value).Max(check => check?.Ulps) ?? 0;

    private static string? Details(List<(Input[] Sample, CrossCheckReport Report)> failures)
    {
        if (failures.Count == 0)
            return null;
        var told = failures.Take(Told).Select(failure => $"{failure.Report}\n  inputs: {Describe(failure.Sample)}");
        return string.Join("\n\n", failures.Count > Told ? told.Append($"and on {failures.Count - Told} further samples") : told);
    }

    /// <summary>An entry that is to be refused must be, by both alike; one whose gradient is refused, or not there, need not have one.</summary>
    private static bool IsGood(CatalogueEntry entry, CrossCheckReport report)
        => entry.Op.Fails
            ? report.Verdict == CrossCheckVerdict.Refused
            : report.Verdict is CrossCheckVerdict.Agree or CrossCheckVerdict.NoGradient || report is { Verdict: CrossCheckVerdict.Refused, Value: not null };

    private static ReportUlps Ulps(IReadOnlyList<CrossCheckReport> reports, Func<GradientCheck, double> of) => new(
        reports.Max(report => report.Value is null ? null : (double?)of(report.Value)),
        reports.SelectMany(report => report.Gradients).Max(check => (double?)of(check)),
        reports.SelectMany(report => report.SecondGradients).Max(check => (double?)of(check)));

    private static IEnumerable<GradientCheck> Judged(CrossCheckReport report)
        => report.Gradients.Concat(report.SecondGradients).Where(check => check.Estimates?.Any(estimate => estimate.Skip is null) == true);

    private static string? Skipped(CatalogueEntry entry, IReadOnlyList<CrossCheckReport> reports)
    {
        List<string> reasons = [];
        if (entry.Op.DifferencesSkip is { } differences)
            reasons.Add($"no differences: {differences}");
        else if (reports.Sum(report => report.Gradients.Sum(check => check.Estimates?.Count(estimate => estimate.Skip is not null) ?? 0)) is > 0 and var count)
            reasons.Add($"no differences: bends or is not finite ({count} elements)");
        if (entry.Op.Float32Skip is { } float32)
            reasons.Add($"no float32: {float32}");
        if (reports.Any(report => report.Verdict is CrossCheckVerdict.NoGradient or CrossCheckVerdict.Refused))
            reasons.Add("no gradient");
        else if (entry.Op is { Orders: 0, Fails: false })
            reasons.Add("gradient 0 everywhere");
        else if (entry.Op is { Orders: 1, Fails: false })
            reasons.Add("second gradient 0 everywhere");
        return reasons.Count == 0 ? null : string.Join("; ", reasons);
    }

    private static string Shapes(Input[] sample) => string.Join(" and ", sample.Select(input => Shape.Create(input.Shape)));

    private static string Describe(Input[] sample)
        => string.Join(" and ", sample.Select(input => input.Values.Length <= 24 ? $"{input}" : $"{Shape.Create(input.Shape)}"));
}
