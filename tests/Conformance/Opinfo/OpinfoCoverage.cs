namespace TwinGrad.Conformance;

/// <summary>Which operators of the database were tried, by name, and how their samples came out.</summary>
internal sealed class OpinfoCoverage
{
    private readonly SortedDictionary<string, List<Verdict>> _verdicts = new(StringComparer.Ordinal);

    /// <summary>The table of names and, as its last line, how many are covered.</summary>
    /// <remarks>A name is covered when one of its samples was tried and none failed; in part, when others were skipped.</remarks>
    internal IEnumerable<string> Table
    {
        get
        {
            var groups = _verdicts.ToLookup(name => Coverage(name.Value));
            foreach (var coverage in Enum.GetValues<Covered>())
            {
                if (!groups[coverage].Any())
                    continue;
                yield return coverage switch
                {
                    Covered.Wholly => "names covered:",
                    Covered.InPart => "names covered in part:",
                    Covered.Wrongly => "names not covered, as samples fail:",
                    _ => "names not covered:",
                };
                foreach (var (name, verdicts) in groups[coverage])
                    yield return $"  {name}: {Counts(verdicts)}";
            }
            var covered = groups[Covered.Wholly].Count() + groups[Covered.InPart].Count();
            yield return $"{covered} names covered, {_verdicts.Count - covered} not";
        }
    }

    internal void Add(string name, Verdict verdict)
    {
        if (!_verdicts.TryGetValue(name, out var verdicts))
            _verdicts[name] = verdicts = [];
        verdicts.Add(verdict);
    }

    private static Covered Coverage(IReadOnlyList<Verdict> verdicts)
    {
        var outcomes = verdicts.Select(verdict => verdict.Outcome).ToHashSet();
        return outcomes.Contains(Outcome.Failed) ? Covered.Wrongly
            : !outcomes.Contains(Outcome.Passed) ? Covered.Not
            : outcomes.Contains(Outcome.Skipped) ? Covered.InPart
            : Covered.Wholly;
    }

    private static string Counts(IReadOnlyList<Verdict> verdicts)
    {
        var counts = new List<string>();
        foreach (var outcome in verdicts.GroupBy(verdict => verdict.Outcome).OrderBy(outcome => outcome.Key))
        {
            var reasons = outcome.Key == Outcome.Skipped
                ? $" ({string.Join("; ", outcome.Select(verdict => verdict.Detail).Distinct())})"
                : "";
            counts.Add($"{outcome.Count()} {outcome.Key.ToString().ToLowerInvariant()}{reasons}");
        }
        return string.Join(", ", counts);
    }

    private enum Covered
    {
        Wholly,
        InPart,
        Wrongly,
        Not,
    }
}
