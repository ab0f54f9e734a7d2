namespace TwinGrad;

/// <summary>A mismatch: the program that showed it and the smallest that still does.</summary>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Number">The program's number.</param>
/// <param name="Smallest">The shrunk program.</param>
/// <param name="Difference">Where the engines differ on it.</param>
internal sealed record FuzzFinding(ulong Seed, long Number, RandomProgram Smallest, ProgramDifference Difference)
{
    /// <summary>How many programs shrank to the same operators.</summary>
    internal int Times { get; init; } = 1;

    /// <summary>What makes two findings the same: the kind of the difference and the operators of the smallest program.</summary>
    internal string Key => $"{Difference.Kind}: {string.Join(", ", Smallest.Steps.Where(step => step is not LeafStep).Select(Name))}";

    /// <summary>Shrinks a program that differs.</summary>
    internal static FuzzFinding Of(ulong seed, long number, RandomProgram program, ProgramDifference difference)
    {
        var (smallest, smallestDifference) = Shrinker.Shrink(program, difference);
        return new(seed, number, smallest, smallestDifference);
    }

    /// <summary>The difference, who is right by central differences, the smallest program as a test, and the command that shows it again.</summary>
    internal string Report => $"""
        {Key}
        {Difference}
        {string.Join(Environment.NewLine, DifferenceWitness.Of(Smallest, Difference))}
        again: dotnet run --project src/Examples -- fuzz --seed {Seed} --program {Number}

        {ProgramText.Test(Smallest, Difference.Kind, $"Seed{Seed}Program{Number}")}
        """;

    internal FuzzFinding Again() => this with { Times = Times + 1 };

    private static string Name(ProgramStep step) => step is EntryStep entry ? entry.Entry.Name : ((AdapterStep)step).Kind.ToString();
}
