namespace TwinGrad;

/// <summary>A program for both engines: each step makes a tensor of those made before, and leaves are steps too.</summary>
/// <param name="Steps">The steps; the tensors are numbered as they are.</param>
/// <param name="Orders">How often what the program gives is differentiated: 0, 1 or 2.</param>
internal sealed record RandomProgram(IReadOnlyList<ProgramStep> Steps, int Orders)
{
    /// <summary>Whether the elements of the results count differently in the gradient, or all once.</summary>
    internal bool Weighted { get; init; } = true;

    /// <summary>How many operations there are: the steps that are no leaves.</summary>
    internal int Nodes => Steps.Count(step => step is not LeafStep);

    internal IEnumerable<CatalogueEntry> Entries => Steps.OfType<EntryStep>().Select(step => step.Entry);

    /// <summary>The names of the steps that are no leaves, in their order.</summary>
    internal IEnumerable<string> Operators => Steps.Where(step => step is not LeafStep).Select(step => step is EntryStep entry ? entry.Entry.Name : ((AdapterStep)step).Kind.ToString());

    /// <summary>The tensors that no later step uses: what the program gives.</summary>
    internal IReadOnlyList<int> Results
    {
        get
        {
            var used = Steps.SelectMany(step => step.Arguments).ToHashSet();
            return [.. Enumerable.Range(0, Steps.Count).Where(i => Steps[i] is not LeafStep && !used.Contains(i))];
        }
    }

    public override string ToString() => string.Join(
        "; ", Steps.Select((step, i) => $"t{i} = {step.Text([.. step.Arguments.Select(argument => $"t{argument}")])}"));
}

/// <summary>One step of a program.</summary>
/// <param name="Arguments">The numbers of the tensors that it is computed of.</param>
internal abstract record ProgramStep(IReadOnlyList<int> Arguments)
{
    /// <summary>How far a correct engine may be from the exact result, relative to it, for the conditioning of what follows; 0 where nothing is computed.</summary>
    internal abstract double Rounding { get; }

    /// <summary>The step on an engine.</summary>
    internal abstract T Apply<T>(T[] arguments)
        where T : class, ITensor<T>;

    /// <summary>The step in C#, for arguments of the given names.</summary>
    internal abstract string Text(IReadOnlyList<string> arguments);
}

/// <summary>A tensor of given numbers that gradients are taken of.</summary>
internal sealed record LeafStep(Input Input) : ProgramStep([])
{
    internal override double Rounding => 0;

    internal override T Apply<T>(T[] arguments) => Input.Leaf<T>(DType.Float64);

    internal override string Text(IReadOnlyList<string> arguments) => $"({Input})";
}

/// <summary>An entry of the catalogue.</summary>
internal sealed record EntryStep(CatalogueEntry Entry, IReadOnlyList<int> Arguments) : ProgramStep(Arguments)
{
    /// <summary>256 units in the last place, or what the catalogue says of entries that are less exact.</summary>
    internal const double UsualRounding = 1.0 / (1L << 44);

    internal override double Rounding => Math.Max(UsualRounding, Entry.ExtraTolerance);

    internal override T Apply<T>(T[] arguments) => Entry.On<T>()(arguments);

    internal override string Text(IReadOnlyList<string> arguments) => $"{Entry.Name}({string.Join(", ", arguments)})";
}
