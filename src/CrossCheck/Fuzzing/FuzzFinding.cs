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

    /// <summary>How many were not shrunk, as they have these operators among theirs and differ likewise.</summary>
    internal int Alike { get; init; }

    /// <summary>What makes two findings the same: the kind of the difference and the operators of the smallest program.</summary>
    internal string Key => $"{Difference.Kind}: {string.Join(", ", Smallest.Operators)}";

    /// <summary>Shrinks a program that differs.</summary>
    internal static FuzzFinding Of(ulong seed, long number, RandomProgram program, ProgramDifference difference, CancellationToken stop = default)
    {
        var (smallest, smallestDifference) = Shrinker.Shrink(program, difference, stop);
        return new(seed, number, smallest, smallestDifference);
    }

    /// <summary>The difference, who is right by central differences, the smallest program as a test, and the command that shows it again.</summary>
    internal string Report => $"""
        {Key}
        {Difference}
        {string.Join(Environment.NewLine, DifferenceWitness.Of(Smallest, Difference))}
        again: dotnet run --project src/Examples -- fuzz --seed {Seed} --program {Number}

        {Test}
        """;

    /// <summary>The smallest program as a test.</summary>
    internal string Test => ProgramText.Test(Smallest, Difference.Kind, $"Seed{Seed}Program{Number}");

    /// <summary>Whether another program may differ for the same reason: it has these operators, and it differs in nothing that they come before.</summary>
    internal bool MayExplain(RandomProgram program, ProgramDifference difference)
    {
        var operators = program.Operators.ToList();
        return Difference.MayComeOf(difference) && Smallest.Operators.All(operators.Remove);
    }

    /// <summary>Both, when they are one finding: of the program with the smaller number.</summary>
    internal FuzzFinding With(FuzzFinding other) => (other.Number < Number ? other : this) with { Times = Times + other.Times, Alike = Alike + other.Alike };
}
