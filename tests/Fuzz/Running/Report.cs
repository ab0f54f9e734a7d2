using TwinGrad.Fuzz.Surface;

namespace TwinGrad.Fuzz.Running;

/// <summary>A process that died or hung.</summary>
/// <param name="Program">The program that ran.</param>
/// <param name="End">How it ended.</param>
/// <param name="Journal">The program's calls; the last one did it.</param>
/// <param name="Steps">The fewest of them that kill a process of their own, if the program alone does.</param>
internal sealed record Death(uint Program, string End, IReadOnlyList<string> Journal, IReadOnlyList<int>? Steps);

/// <summary>What a run found.</summary>
internal sealed class Report(FuzzRequest request)
{
    internal const string Returned = "returned";

    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BatchFailure> _failures = [];

    internal int Calls { get; private set; }

    internal List<Death> Deaths { get; } = [];

    /// <summary>How often calls returned, and how often they threw what.</summary>
    internal IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    internal IReadOnlyCollection<BatchFailure> Failures => _failures.Values;

    internal bool Succeeded => Deaths.Count == 0 && Failures.Count == 0;

    internal void Add(BatchResult result)
    {
        Calls += result.Calls;
        foreach (var (outcome, count) in result.Outcomes)
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + count;
        foreach (var failure in result.Failures)
            _failures.TryAdd(failure.Kind, failure);
    }

    internal void Add(int calls, Death death)
    {
        Calls += calls;
        Deaths.Add(death);
    }

    /// <summary>Every defect with the command that shows it again, and the totals.</summary>
    internal void Write(TextWriter output)
    {
        foreach (var death in Deaths)
        {
            output.WriteLine($"PROCESS {death.End}");
            foreach (var line in death.Journal)
                output.WriteLine($"    {line}");
            output.WriteLine($"  again: {Again(death.Program, death.Steps)}");
        }
        foreach (var failure in Failures)
        {
            output.WriteLine($"{failure.Call}\n  {failure.Problem}");
            output.WriteLine($"  again: {Again(failure.Program, failure.Steps)}");
        }
        foreach (var (type, reason) in PublicSurface.LeftOut)
            output.WriteLine($"not called: {type.Name}, {reason}");
        foreach (var (outcome, count) in _outcomes.OrderByDescending(pair => pair.Value))
            output.WriteLine($"{count,8} {outcome}");
        output.WriteLine(
            $"seed {request.Seed}: {Calls} calls, {Deaths.Count} dead processes, {Failures.Count} calls that broke the property");
    }

    private string Again(uint program, IReadOnlyList<int>? steps)
    {
        var only = steps is null ? "" : $" --steps {string.Join(',', steps)}";
        return $"dotnet run --project tests/Fuzz -- child {string.Join(' ', request.Arguments)} --program {program}{only}";
    }
}
