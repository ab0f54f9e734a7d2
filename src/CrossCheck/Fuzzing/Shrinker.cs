namespace TwinGrad;

/// <summary>Makes a program that differs smaller as long as it still differs.</summary>
/// <remarks>
/// Each candidate is smaller than what it comes from, by steps first, then by elements, then by how simple numbers are, so that it ends. Nothing
/// is drawn: the same program always shrinks to the same one, unless time is up before. A difference of numbers stays one; it may move from the
/// second derivative to the first and to the value, where it is plainer, and not back. Arguments stay in the domains of the entries, and an engine
/// that is right by its own differences stays so: at a kink they would no longer say who is.
/// </remarks>
internal sealed class Shrinker
{
    /// <summary>How many candidates are tried at most.</summary>
    private const int MostTries = 4000;

    private readonly CancellationToken _stop;
    private RandomProgram _best;
    private ProgramDifference _difference;
    private IReadOnlyList<EngineWitness> _witnesses;
    private int _tries;

    private Shrinker(RandomProgram program, ProgramDifference difference, CancellationToken stop)
        => (_best, _difference, _witnesses, _stop) = (program, difference, DifferenceWitness.Ask(program, difference), stop);

    /// <param name="program">A program that differs.</param>
    /// <param name="difference">In what.</param>
    /// <param name="stop">When to be content with what there is.</param>
    internal static (RandomProgram Smallest, ProgramDifference Difference) Shrink(RandomProgram program, ProgramDifference difference, CancellationToken stop = default)
    {
        var shrinker = new Shrinker(program, difference, stop);
        while (shrinker.TakeOne(shrinker.Candidates()) && shrinker._tries < MostTries)
        {
            // Each step starts over from the smaller program.
        }
        return (shrinker._best, shrinker._difference);
    }

    private IEnumerable<RandomProgram> Candidates()
        => [.. Orders(_best), .. WithoutSteps(_best), .. Cut(_best), .. Bypassed(_best), .. SmallerLeaves(_best), .. SimplerLeaves(_best), .. Unweighted(_best)];

    /// <summary>Takes the first candidate that differs; false if none does.</summary>
    private bool TakeOne(IEnumerable<RandomProgram> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (_tries++ >= MostTries || _stop.IsCancellationRequested)
                return false;
            if (!IsInDomains(candidate))
                continue;
            var verdict = ProgramCheck.Run(candidate);
            if (verdict.Verdict != Verdict.Differs || !verdict.Difference!.MayComeOf(_difference))
                continue;
            var witnesses = DifferenceWitness.Ask(candidate, verdict.Difference);
            if (SaysLess(witnesses))
                continue;
            (_best, _difference, _witnesses) = (candidate, verdict.Difference, witnesses);
            return true;
        }
        return false;
    }

    /// <summary>Whether the engine that agreed with its own differences does no longer; where both did, any may go on.</summary>
    private bool SaysLess(IReadOnlyList<EngineWitness> witnesses)
        => witnesses.Count > 0 && _witnesses.Any(witness => witness.Agrees) && !_witnesses.Zip(witnesses).Any(pair => pair.First.Agrees && pair.Second.Agrees);

    private static IEnumerable<RandomProgram> Orders(RandomProgram program)
    {
        for (var orders = 0; orders < program.Orders; orders++)
            yield return program with { Orders = orders };
    }

    /// <summary>The last thing to go: without weights a step that only moves elements shows nothing, and others would be kept for its sake.</summary>
    private static IEnumerable<RandomProgram> Unweighted(RandomProgram program) => program.Weighted ? [program with { Weighted = false }] : [];

    /// <summary>Without the half after some step, and without each step that no other uses.</summary>
    private static IEnumerable<RandomProgram> WithoutSteps(RandomProgram program)
    {
        var count = program.Steps.Count;
        for (var kept = 1; kept < count; kept++)
            yield return Without(program with { Steps = [.. program.Steps.Take(kept)] });
        for (var step = count - 1; step >= 0; step--)
        {
            if (!program.Steps.Any(other => other.Arguments.Contains(step)))
                yield return Without(program, step);
        }
    }

    /// <summary>With a leaf in the place of what a step computes.</summary>
    private static IEnumerable<RandomProgram> Cut(RandomProgram program)
    {
        var tensors = ProgramRunner.OnReference(program with { Orders = 0 }).Tensors;
        for (var step = program.Steps.Count - 1; step >= 0; step--)
        {
            if (step >= tensors.Count || program.Steps[step] is LeafStep || tensors[step].DType != DType.Float64
                || !tensors[step].Values.All(double.IsFinite) || !program.Steps.Any(other => other.Arguments.Contains(step)))
                continue;
            yield return Without(With(program, step, new LeafStep(new(
                [.. tensors[step].Shape], [.. tensors[step].Values.Select(value => (double)(float)value)]))));
        }
    }

    /// <summary>With an argument of a step, or an earlier tensor of the same shape, in the place of the step.</summary>
    private static IEnumerable<RandomProgram> Bypassed(RandomProgram program)
    {
        var tensors = ProgramRunner.OnReference(program with { Orders = 0 }).Tensors;
        for (var step = program.Steps.Count - 1; step > 0; step--)
        {
            for (var earlier = 0; earlier < step && step < tensors.Count; earlier++)
            {
                if (tensors[earlier].Shape == tensors[step].Shape && tensors[earlier].DType == tensors[step].DType)
                    yield return Without(Redirected(program, step, earlier), step);
            }
        }
    }

    /// <summary>With all leaves, then each, of fewer elements.</summary>
    private static IEnumerable<RandomProgram> SmallerLeaves(RandomProgram program)
    {
        foreach (var smaller in Smallers)
        {
            if (program.Steps.Any(step => step is LeafStep leaf && smaller(leaf.Input) is not null))
                yield return program with { Steps = [.. program.Steps.Select(step => step is LeafStep leaf && smaller(leaf.Input) is { } input ? new LeafStep(input) : step)] };
        }
        foreach (var (leaf, place) in Leaves(program))
        {
            foreach (var smaller in Smallers)
            {
                if (smaller(leaf.Input) is { } input)
                    yield return With(program, place, new LeafStep(input));
            }
        }
        // One dimension of the same length everywhere.
        foreach (var length in Leaves(program).SelectMany(pair => pair.Leaf.Input.Shape).Where(length => length > 1).Distinct().Order())
        {
            foreach (var dropped in new[] { length - 1, 0 })
                yield return program with { Steps = [.. program.Steps.Select(step => step is LeafStep leaf ? new LeafStep(Shortened(leaf.Input, length, dropped)) : step)] };
        }
    }

    /// <summary>One element, one row, one row less: the first of them or the last, as a fault may show in either.</summary>
    private static readonly Func<Input, Input?>[] Smallers =
    [
        input => input.Shape.Length == 0 || input.Values.Length == 0 ? null : new([], input.Values[..1]),
        input => input.Shape.Length == 0 || input.Values.Length < 2 ? null : new([], input.Values[^1..]),
        input => input.Values.Length < 2 ? null : new([1], input.Values[..1]),
        input => input.Values.Length < 2 ? null : new([1], input.Values[^1..]),
        input => input.Shape.Length < 2 || input.Shape[0] == 0 ? null : new(input.Shape[1..], input.Values[..Row(input)]),
        input => input.Shape.Length < 2 || input.Shape[0] == 0 ? null : new(input.Shape[1..], input.Values[^Row(input)..]),
        input => input.Shape.Length < 1 || input.Shape[0] < 2 ? null : new([input.Shape[0] - 1, .. input.Shape[1..]], input.Values[..^Row(input)]),
        input => input.Shape.Length < 1 || input.Shape[0] < 2 ? null : new([input.Shape[0] - 1, .. input.Shape[1..]], input.Values[Row(input)..]),
    ];

    /// <summary>How many elements a row has.</summary>
    private static int Row(Input input) => (int)(input.Values.Length / input.Shape[0]);

    /// <summary>With plainer numbers: in all elements of a leaf, then in each.</summary>
    private static IEnumerable<RandomProgram> SimplerLeaves(RandomProgram program)
    {
        foreach (var (leaf, place) in Leaves(program))
        {
            foreach (var simpler in Simplers)
            {
                double[] values = [.. leaf.Input.Values.Select(value => Plainer(value, simpler(value)))];
                if (!values.Zip(leaf.Input.Values).All(pair => IsSame(pair.First, pair.Second)))
                    yield return With(program, place, new LeafStep(leaf.Input with { Values = values }));
            }
            for (var element = 0; element < leaf.Input.Values.Length && leaf.Input.Values.Length > 1; element++)
            {
                foreach (var simpler in Simplers)
                {
                    var value = Plainer(leaf.Input.Values[element], simpler(leaf.Input.Values[element]));
                    if (!IsSame(value, leaf.Input.Values[element]))
                        yield return With(program, place, new LeafStep(leaf.Input with { Values = [.. leaf.Input.Values[..element], value, .. leaf.Input.Values[(element + 1)..]] }));
                }
            }
        }
    }

    private static readonly Func<double, double>[] Simplers =
    [
        _ => 0, _ => 1, _ => 2, Math.Round, value => Math.Round(value * 2) / 2, value => Math.Round(value * 4) / 4, value => (float)Math.Round(value, 1), value => (float)Math.Round(value, 2),
    ];

    /// <summary>The candidate where it is the plainer of two numbers, so that no step leads back.</summary>
    private static double Plainer(double value, double candidate) => Effort(candidate) < Effort(value) ? candidate : value;

    private static int Effort(double value)
        => value == 0 ? (double.IsNegative(value) ? 3 : 0) : value == 1 ? 1 : value == 2 ? 2 : (value < 0 ? 1 : 0) + 2 * PythonFloat.Repr((float)value).Length + (value % 1 == 0 ? 0 : 4);

    /// <summary>To the bit: -0.0 is another number than 0.</summary>
    private static bool IsSame(double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other);

    private static IEnumerable<(LeafStep Leaf, int Place)> Leaves(RandomProgram program)
        => program.Steps.Select((step, place) => (Leaf: step as LeafStep, Place: place)).Where(pair => pair.Leaf is not null).Select(pair => (pair.Leaf!, pair.Place));

    private static Input Shortened(Input input, long length, long dropped)
    {
        var dims = input.Shape.Length;
        for (var dim = 0; dim < dims; dim++)
        {
            if (input.Shape[dim] != length)
                continue;
            var inner = (int)input.Shape[(dim + 1)..].Aggregate(1L, (product, other) => product * other);
            input = new(
                [.. input.Shape[..dim], length - 1, .. input.Shape[(dim + 1)..]],
                [.. input.Values.Where((_, i) => i / inner % length != dropped)]);
        }
        return input;
    }

    private static RandomProgram With(RandomProgram program, int place, ProgramStep step)
        => program with { Steps = [.. program.Steps.Take(place), step, .. program.Steps.Skip(place + 1)] };

    private static RandomProgram Redirected(RandomProgram program, int from, int to)
        => program with { Steps = [.. program.Steps.Select(step => step with { Arguments = [.. step.Arguments.Select(argument => argument == from ? to : argument)] })] };

    /// <summary>The program without a step and without leaves that nothing uses.</summary>
    private static RandomProgram Without(RandomProgram program, int? removed = null)
    {
        var used = program.Steps.Where((_, i) => i != removed).SelectMany(step => step.Arguments).ToHashSet();
        int[] kept = [.. Enumerable.Range(0, program.Steps.Count).Where(i => i != removed && (program.Steps[i] is not LeafStep || used.Contains(i)))];
        var places = kept.Select((step, place) => (step, place)).ToDictionary(pair => pair.step, pair => pair.place);
        return program with { Steps = [.. kept.Select(i => program.Steps[i] with { Arguments = [.. program.Steps[i].Arguments.Select(argument => places[argument])] })] };
    }

    private bool IsInDomains(RandomProgram program)
    {
        if (program.Nodes == 0)
            return false;
        var result = ProgramRunner.OnReference(program with { Orders = 0 });
        // A difference of numbers is looked for among programs that run.
        if (_difference.IsOfNumbers && result.Refusal is not null)
            return false;
        return program.Steps.OfType<EntryStep>().All(step => step.Arguments.Zip(step.Entry.Parameters).All(
            pair => pair.First >= result.Tensors.Count || pair.Second.Holds(result.Tensors[pair.First].Values)));
    }
}
