using TwinGrad.Fuzz.Surface;

namespace TwinGrad.Fuzz.Running;

/// <summary>What a child process tells its parent.</summary>
internal sealed record BatchResult(int Calls, Dictionary<string, int> Outcomes, List<BatchFailure> Failures);

/// <summary>A call that broke the property, and the fewest calls of its program that were found to lead to it.</summary>
internal sealed record BatchFailure(uint Program, IReadOnlyList<int> Steps, string Call, string Problem, string Kind);

/// <summary>Runs programs one after the other in this process, which may die of it.</summary>
internal sealed class Batch
{
    private readonly ProgramGenerator _generator;
    private readonly Journal _journal;
    private readonly Dictionary<string, int> _outcomes = [];
    private readonly Dictionary<string, BatchFailure> _failures = [];

    internal Batch(Journal journal, string? plant)
    {
        _journal = journal;
        _generator = new([.. PublicSurface.Members, .. PlantedFaults.Named(plant)]);
        if (_generator.Unknown.Count > 0)
            throw new InvalidOperationException($"no arguments are known for\n{string.Join("\n", _generator.Unknown)}");
    }

    private int Calls => _outcomes.Values.Sum();

    /// <summary>Runs programs from the given one on until enough calls were made.</summary>
    internal BatchResult Run(ulong seed, uint first, int calls)
    {
        for (var number = first; Calls < calls; number++)
        {
            _journal.Begin(number, Calls);
            var program = _generator.Get(seed, number);
            foreach (var failure in new ProgramRunner(program, _journal.Write, Count).Run())
            {
                if (!_failures.ContainsKey(failure.Kind))
                    _failures[failure.Kind] = Shrunk(program, number, failure);
            }
            // Finalizers run beside the calls, as they do in a user's program.
            if (number % 64 == 0)
                GC.Collect();
        }
        return Result();
    }

    /// <summary>Runs one program, or some of its calls.</summary>
    internal BatchResult RunOne(ulong seed, uint number, IReadOnlyList<int>? steps)
    {
        var program = _generator.Get(seed, number);
        steps ??= [.. Enumerable.Range(0, program.Steps.Length)];
        _journal.Begin(number, callsBefore: 0);
        foreach (var failure in new ProgramRunner(program.Only(steps), _journal.Write, Count).Run())
            _failures[failure.Kind] = new(number, steps, failure.Call, failure.Problem, failure.Kind);
        return Result();
    }

    /// <summary>How many calls a program has, which a parent needs to shrink one that kills.</summary>
    internal static int LengthOf(ulong seed, uint number, string? plant)
        => new ProgramGenerator([.. PublicSurface.Members, .. PlantedFaults.Named(plant)]).Get(seed, number).Steps.Length;

    private static BatchFailure Shrunk(FuzzProgram program, uint number, Failure failure)
    {
        var steps = Shrinker.Shrink(program.Steps.Length, kept => new ProgramRunner(program.Only(kept), _ => { }, _ => { }).Run()
            .Any(other => other.Kind == failure.Kind));
        return new(number, steps, failure.Call, failure.Problem, failure.Kind);
    }

    private void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    private BatchResult Result() => new(Calls, _outcomes, [.. _failures.Values]);
}
