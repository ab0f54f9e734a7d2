namespace TwinGrad;

/// <summary>What is to be said of a program.</summary>
internal enum Verdict
{
    /// <summary>Every number agrees as far as rounding lets it.</summary>
    Agrees,

    /// <summary>Some numbers are further apart, but no further than small errors in every step bring them.</summary>
    AgreesAsConditioned,

    /// <summary>Small errors change the result so much that nothing can be said.</summary>
    IllConditioned,

    /// <summary>Both engines refuse it, in the same words.</summary>
    RefusedAlike,

    /// <summary>The engines differ.</summary>
    Differs,
}

/// <summary>A program's verdict, with what differs.</summary>
internal sealed record ProgramVerdict(Verdict Verdict, ProgramDifference? Difference = null);

/// <summary>Runs a program on both engines and compares everything: values, shapes, dtypes, both derivatives and exceptions.</summary>
/// <remarks>
/// What agrees to eleven digits of the largest element agrees. Of the rest the reference is asked how well it is determined: it runs the
/// program again with small random errors in every step, forward and backward, and what lies within <see cref="Generosity"/> times the
/// spread of these runs is no difference. Leaves are disturbed too, but only where the result follows them smoothly: where it jumps both engines
/// have seen the same bits, and must agree on the side, unless the operator decides by what it has computed.
/// </remarks>
internal static class ProgramCheck
{
    /// <summary>How far numbers may be apart that are not looked at any further, relative to the largest of their tensor.</summary>
    internal const double Tolerance = 1e-11;

    /// <summary>What is rounding beside the largest number of the whole order of derivatives.</summary>
    private const double Noise = 1e-13;

    /// <summary>How many times the spread of disturbed runs a difference may be.</summary>
    internal const double Generosity = 16;

    /// <summary>From which spread on, relative to the largest element, nothing can be said.</summary>
    private const double Hopeless = 1e-5;

    /// <summary>How many disturbed runs tell the spread.</summary>
    private const int Runs = 8;

    /// <summary>How many before a difference is called a mismatch: the sign of a singular matrix's determinant is a toss, and eight may fall alike.</summary>
    private const int ManyRuns = 64;

    internal static ProgramVerdict Run(RandomProgram program)
    {
        var torch = ProgramRunner.OnTorch(program);
        var reference = ProgramRunner.OnReference(program);
        if (Structure(torch, reference) is { } structure)
            return IsDecidedByRounding(program, torch, reference) || Conditioning.Decides(program, reference, structure)
                ? new(Verdict.IllConditioned)
                : new(Verdict.Differs, structure);
        var differences = Numbers(torch, reference, program.Entries.Select(entry => entry.ExtraTolerance).DefaultIfEmpty(0).Max());
        if (differences.Count > 0)
        {
            var verdict = Judge(program, reference, differences, Runs);
            return verdict.Verdict == Verdict.Differs ? Judge(program, reference, differences, ManyRuns) : verdict;
        }
        return new(reference.Refusal is null ? Verdict.Agrees : Verdict.RefusedAlike);
    }

    /// <summary>The first difference in exceptions, shapes and dtypes.</summary>
    private static ProgramDifference? Structure(ProgramResult torch, ProgramResult reference)
    {
        for (var i = 0; i < Math.Min(torch.Tensors.Count, reference.Tensors.Count); i++)
        {
            var (x, y) = (torch.Tensors[i], reference.Tensors[i]);
            if (x.Shape != y.Shape)
                return new(DifferenceKind.Shape, i, 0, x.Shape.ToString(), y.Shape.ToString());
            if (x.DType != y.DType)
                return new(DifferenceKind.DType, i, 0, x.DType.ToString(), y.DType.ToString());
        }
        return ProgramRefusal.AreAlike(torch.Refusal, reference.Refusal) ? null : new(DifferenceKind.Refusal, 0, 0, torch.Refusal?.ToString() ?? ProgramDifference.Returns, reference.Refusal?.ToString() ?? ProgramDifference.Returns);
    }

    /// <summary>The largest difference of each tensor and gradient that has one.</summary>
    /// <param name="torch">libtorch's numbers.</param>
    /// <param name="reference">The reference's.</param>
    /// <param name="extra">What the catalogue allows an entry of the program beyond the usual, in its derivatives too.</param>
    private static List<NumberDifference> Numbers(ProgramResult torch, ProgramResult reference, double extra)
    {
        var (tolerance, noise) = (Tolerance + extra, Noise + 1e-3 * extra);
        var differences = new List<NumberDifference>();
        var largest = 0.0;
        Add(DifferenceKind.Value, [.. torch.Tensors.Select(tensor => tensor.Values)], [.. reference.Tensors.Select(tensor => tensor.Values)]);
        Add(DifferenceKind.First, torch.First, reference.First);
        Add(DifferenceKind.Second, torch.Second, reference.Second);
        return differences;

        void Add(DifferenceKind kind, IReadOnlyList<double[]> left, IReadOnlyList<double[]> right)
        {
            largest = right.Select(Magnitude.Largest).Append(largest).Max();
            for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
            {
                if (NumberDifference.Largest(kind, i, left[i], right[i], tolerance * Magnitude.Largest(right[i]) + noise * largest) is { } difference)
                    differences.Add(difference);
            }
        }
    }

    private static ProgramVerdict Judge(RandomProgram program, ProgramResult reference, List<NumberDifference> differences, int runs)
    {
        var steps = Conditioning.Of(program, reference, arguments: false, scale: 1, runs);
        if (!steps.Determines(reference.Tensors, Hopeless / Generosity))
            return new(Verdict.IllConditioned);
        var verdict = Verdict.AgreesAsConditioned;
        Conditioning? arguments = null, smaller = null;
        foreach (var difference in differences)
        {
            var spread = steps.Spread(difference.Kind, difference.Place);
            if (!IsMeaningful(program, difference) || !IsDetermined(spread, difference))
            {
                verdict = Verdict.IllConditioned;
                continue;
            }
            if (difference.Distance > difference.Allowed + Generosity * spread)
            {
                arguments ??= Conditioning.Of(program, reference, arguments: true, scale: 1, runs);
                smaller ??= Conditioning.Of(program, reference, arguments: true, scale: 1.0 / 16, runs);
                var ofArguments = arguments.Spread(difference.Kind, difference.Place);
                var isSmooth = smaller.Spread(difference.Kind, difference.Place) <= ofArguments / 4;
                if (!isSmooth || difference.Distance > difference.Allowed + Generosity * ofArguments)
                    return new(Verdict.Differs, difference.Difference);
                spread = ofArguments;
            }
            if (!IsDetermined(spread, difference))
                verdict = Verdict.IllConditioned;
        }
        return new(verdict);
    }

    /// <summary>
    /// Behind a slope that is not finite everything is 0 times infinity, and depends on what an engine leaves out: only programs of one operator are
    /// held to it, and only where that is no matter of a matrix being singular.
    /// </summary>
    private static bool IsMeaningful(RandomProgram program, NumberDifference difference)
        => double.IsFinite(difference.Distance) || difference.Kind == DifferenceKind.Value
            || (program.Entries.Count() == 1 && !program.Entries.First().IsDecidedByRounding);

    /// <summary>Whether one engine finds a matrix singular that the other does not.</summary>
    private static bool IsDecidedByRounding(RandomProgram program, ProgramResult torch, ProgramResult reference)
        => (torch.Refusal ?? reference.Refusal)?.Exception is TorchLinAlgException && program.Entries.Any(entry => entry.IsDecidedByRounding);

    private static bool IsDetermined(double spread, NumberDifference difference) => Generosity * spread <= Hopeless * difference.Scale;

    /// <summary>The elements of a tensor or gradient that are furthest apart.</summary>
    private sealed record NumberDifference(DifferenceKind Kind, int Place, double Distance, double Allowed, double Scale, ProgramDifference Difference)
    {
        internal static NumberDifference? Largest(DifferenceKind kind, int place, double[] torch, double[] reference, double allowed)
        {
            // Where one engine found that nothing flows, the other may have a flow of zeros.
            if (torch.Length != reference.Length)
            {
                if (torch.Length == 0)
                    torch = new double[reference.Length];
                else
                    reference = new double[torch.Length];
            }
            var (worst, distance) = (-1, allowed);
            for (var i = 0; i < torch.Length; i++)
            {
                var apart = Ulp.Distance(torch[i], reference[i], unit: 1);
                if (apart > distance)
                    (worst, distance) = (i, apart);
            }
            return worst < 0 ? null : new(
                kind, place, distance, allowed, Magnitude.Largest(reference), ProgramDifference.Of(kind, place, worst, torch[worst], reference[worst]));
        }
    }
}
