using System.Globalization;

namespace TwinGrad;

/// <summary>Which engine's derivative follows from its own values: central differences decide where two engines differ.</summary>
internal static class DifferenceWitness
{
    /// <summary>How far differences may be from a derivative that is right, relative to it.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>One line an engine; none where it is not about derivatives.</summary>
    internal static IReadOnlyList<string> Of(RandomProgram program, ProgramDifference difference)
        => [.. Ask(program, difference).Select(witness => witness.Text)];

    /// <summary>What libtorch's differences say, then the reference's; nothing where it is not about derivatives.</summary>
    internal static IReadOnlyList<EngineWitness> Ask(RandomProgram program, ProgramDifference difference)
    {
        if (difference.Kind is not (DifferenceKind.First or DifferenceKind.Second))
            return [];
        return
        [
            Engine("libtorch", program, difference, ProgramRunner.OnTorch, difference.Torch),
            Engine("reference", program, difference, candidate => ProgramRunner.OnReference(candidate), difference.Reference),
        ];
    }

    private static EngineWitness Engine(string engine, RandomProgram program, ProgramDifference difference, Func<RandomProgram, ProgramResult> run, string derivative)
    {
        var place = program.Steps.Select((step, i) => (step, i)).Where(pair => pair.step is LeafStep).ElementAt(difference.Place).i;
        var input = ((LeafStep)program.Steps[place]).Input;
        var slope = CentralDifferences.Gradient(Along, [input.Values[difference.Element]])[0];
        var said = double.Parse(derivative, CultureInfo.InvariantCulture);
        var agrees = Math.Abs(said - slope) <= Tolerance * Math.Max(1, Math.Abs(slope));
        return new(agrees, string.Create(
            CultureInfo.InvariantCulture,
            $"{engine}: {derivative}; central differences of its own {(difference.Kind == DifferenceKind.First ? "values" : "gradients")} say {slope:R}: {(agrees ? "they agree" : "they differ")}"));

        double Along(double[] at)
        {
            double[] values = [.. input.Values];
            values[difference.Element] = at[0];
            var moved = program with
            {
                Steps = [.. program.Steps.Select((step, i) => i == place ? new LeafStep(input with { Values = values }) : step)],
                Orders = difference.Kind == DifferenceKind.First ? 0 : 1,
            };
            var result = run(moved);
            return difference.Kind == DifferenceKind.First ? result.Loss : result.SquaredGradient;
        }
    }
}

/// <summary>Whether an engine's derivative follows from its own values.</summary>
/// <param name="Agrees">Whether it does.</param>
/// <param name="Text">The numbers, in one line.</param>
internal sealed record EngineWitness(bool Agrees, string Text);
