namespace TwinGrad;

/// <summary>How far small errors in every step bring the results of a program apart.</summary>
internal sealed class Conditioning
{
    private readonly Dictionary<(DifferenceKind, int), double> _spreads = [];

    private Conditioning()
    {
    }

    /// <summary>Runs a program several times with errors.</summary>
    /// <param name="program">The program.</param>
    /// <param name="reference">What it gives without.</param>
    /// <param name="arguments">Whether the arguments of every entry have errors too, leaves among them.</param>
    /// <param name="scale">How large the errors are beside the rounding that a step is allowed.</param>
    /// <param name="runs">How often.</param>
    internal static Conditioning Of(RandomProgram program, ProgramResult reference, bool arguments, double scale, int runs)
    {
        var conditioning = new Conditioning();
        for (var run = 0; run < runs; run++)
        {
            var disturbed = ProgramRunner.OnReference(program, new((ulong)run, arguments, scale));
            conditioning.Add(DifferenceKind.Value, [.. reference.Tensors.Select(tensor => tensor.Values)], [.. disturbed.Tensors.Select(tensor => tensor.Values)]);
            conditioning.Add(DifferenceKind.First, reference.First, disturbed.First);
            conditioning.Add(DifferenceKind.Second, reference.Second, disturbed.Second);
        }
        return conditioning;
    }

    /// <summary>The furthest that an element of a tensor or gradient was moved; infinite where it became another kind of thing.</summary>
    internal double Spread(DifferenceKind kind, int place) => _spreads.GetValueOrDefault((kind, place));

    /// <summary>Whether every tensor of a program is known to some digits: behind one that is not anything may come.</summary>
    internal bool Determines(IReadOnlyList<ProgramTensor> tensors, double digits)
        => Enumerable.Range(0, tensors.Count).All(place => Spread(DifferenceKind.Value, place)
            <= digits * Magnitude.Largest(tensors[place].Values) + 1e-9);

    /// <summary>Whether it is small errors that decide about an exception, a shape or a dtype.</summary>
    internal static bool Decides(RandomProgram program, ProgramResult reference, ProgramDifference difference)
    {
        if (difference.Kind == DifferenceKind.DType)
            return false;
        for (var run = 0; run < 8; run++)
        {
            var disturbed = ProgramRunner.OnReference(program, new((ulong)run, arguments: false));
            if (disturbed.Refusal?.Where != reference.Refusal?.Where
                || (difference.Kind == DifferenceKind.Shape && disturbed.Tensors[difference.Place].Shape != reference.Tensors[difference.Place].Shape))
                return true;
        }
        return false;
    }

    private void Add(DifferenceKind kind, IReadOnlyList<double[]> exact, IReadOnlyList<double[]> disturbed)
    {
        for (var place = 0; place < exact.Count; place++)
        {
            var spread = _spreads.GetValueOrDefault((kind, place));
            if (place >= disturbed.Count || (disturbed[place].Length != exact[place].Length && disturbed[place].Length * exact[place].Length > 0))
                spread = double.PositiveInfinity;
            for (var i = 0; spread < double.PositiveInfinity && i < Math.Max(exact[place].Length, disturbed[place].Length); i++)
                spread = Math.Max(spread, Ulp.Distance(At(exact[place], i), At(disturbed[place], i), unit: 1));
            _spreads[(kind, place)] = spread;
        }
    }

    private static double At(double[] values, int place) => place < values.Length ? values[place] : 0;
}
