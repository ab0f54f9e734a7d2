namespace TwinGrad;

/// <summary>The cross-check of an entry of the catalogue, on all its samples, as a row of a report.</summary>
internal static class CatalogueCheck
{
    internal static ReportRow Of(CatalogueEntry entry)
    {
        var function = new CheckedFunction(entry.Name, entry.OnTorch, entry.OnReference, [.. entry.Parameters.Select(parameter => parameter.Name)]);
        var options = new CrossCheckOptions
        {
            Orders = Math.Max(1, entry.Op.Orders),
            Float64Tolerance = entry.Op.Tolerance,
            Float32 = entry.Op.Float32Skip is null,
            Differences = entry.Op.DifferencesSkip is null && entry.Op.Orders > 0,
        };
        var samples = Samples.Regular(entry).Concat(Samples.Kinks(entry)).ToList();
        var reports = samples.ConvertAll(sample => CrossCheckRun.Report(function, [.. sample.Select(CheckInput.Of)], options));
        var failures = reports.Zip(samples).Where(pair => !IsGood(entry, pair.First)).ToList();
        var worst = reports.Zip(samples).MaxBy(pair => pair.First.Gradients.Prepend(pair.First.Value).Max(check => check?.Ulps)).Second;
        return new()
        {
            Name = entry.Name,
            Verdict = failures.Count > 0 ? RowVerdict.Differ : entry.Op.Fails ? RowVerdict.Refused : RowVerdict.Agree,
            UlpsFloat32 = options.Float32 ? Ulps(reports, check => check.Ulps) : ReportUlps.None,
            UlpsFloat64 = Ulps(reports, check => check.Ulps64),
            Differences = reports.SelectMany(Compared).Max(check => check.RelativeDifferences),
            WorstInput = entry.Op.Fails ? null : string.Join(" and ", worst.Select(input => Shape.Create(input.Shape))),
            Details = failures.Count == 0 ? null : string.Join("\n\n", failures.Select(failure => $"{failure.First}\n  inputs {Describe(failure.Second)}")),
            Skip = Skipped(entry, reports),
            Divergence = failures.Select(failure => failure.First.Divergence).FirstOrDefault(divergence => divergence is not null),
        };
    }

    /// <summary>An entry that is to be refused must be, by both alike; one that has no gradient need not have one.</summary>
    private static bool IsGood(CatalogueEntry entry, CrossCheckReport report)
        => entry.Op.Fails
            ? report.Verdict == CrossCheckVerdict.Refused
            : report.Agree || (report.Verdict == CrossCheckVerdict.NoGradient && entry.Op.Orders == 0);

    private static ReportUlps Ulps(IReadOnlyList<CrossCheckReport> reports, Func<GradientCheck, double> of) => new(
        reports.Max(report => report.Value is null ? null : (double?)of(report.Value)),
        reports.SelectMany(report => report.Gradients).Max(check => (double?)of(check)),
        reports.SelectMany(report => report.SecondGradients).Max(check => (double?)of(check)));

    private static IEnumerable<GradientCheck> Compared(CrossCheckReport report)
        => report.Gradients.Concat(report.SecondGradients).Where(check => check.Estimates?.Any(estimate => estimate.Skip is null) == true);

    private static string? Skipped(CatalogueEntry entry, IReadOnlyList<CrossCheckReport> reports)
    {
        List<string> reasons = [];
        if (entry.Op.DifferencesSkip is { } differences)
            reasons.Add($"no differences: {differences}");
        else if (reports.Sum(report => report.Gradients.Sum(check => check.Estimates?.Count(estimate => estimate.Skip is not null) ?? 0)) is > 0 and var count)
            reasons.Add($"no differences at {count} elements where the function bends or is not finite");
        if (entry.Op.Float32Skip is { } float32)
            reasons.Add($"no float32: {float32}");
        if (entry.Op is { Orders: 0, Fails: false })
            reasons.Add("no gradient, or 0 everywhere");
        else if (entry.Op is { Orders: 1, Fails: false })
            reasons.Add("no second gradient, or 0 everywhere");
        return reasons.Count == 0 ? null : string.Join("; ", reasons);
    }

    private static string Describe(Input[] sample)
        => string.Join(" and ", sample.Select(input => input.Values.Length <= 24 ? $"{input}" : $"{Shape.Create(input.Shape)}"));
}
