using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad;

/// <summary>A program while it is written: its steps and what the reference engine makes of them.</summary>
internal sealed class ProgramDraft(FuzzRandom random, long number)
{
    /// <summary>Tensors of more elements are used by no further step, so that programs stay quick.</summary>
    private const int Large = 100;

    private static readonly long[][] Shapes = [[2, 3], [2, 3], [3], [2, 1], [1, 3], [], [4], [2, 2], [3, 3], [2, 3, 4], [1], [2, 1, 3]];

    private readonly List<ProgramStep> _steps = [];
    private readonly List<ReferenceTensor> _tensors = [];

    internal IReadOnlyList<ProgramStep> Steps => _steps;

    internal int Nodes => _steps.Count(step => step is not LeafStep);

    /// <summary>Whether the last step was refused or gave what nothing is to be computed of, and no other may follow.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>Adds an entry of the catalogue and what its arguments need; nothing where it can't be used.</summary>
    internal void Add(CatalogueEntry entry)
    {
        var (steps, before) = (_steps.Count, _tensors.Count);
        var arguments = entry.IsElementwise ? Elementwise(entry) : Shaped(entry);
        if (KnownDivergences.NeedsCopies(entry))
            arguments = arguments.ConvertAll(argument => Append(new AdapterStep(Adapter.Clone, [argument])));
        Append(new EntryStep(entry, arguments), keepRefusal: entry.Op.Fails || random.OnceIn(10));
        if (_tensors.Count > before && !IsOver && (_tensors[^1].DType.IsFloatingPoint && _tensors[^1].DType != DType.Float64))
        {
            // An integer beside a number became float32, where libtorch rounds and the reference does not.
            _steps.RemoveRange(steps, _steps.Count - steps);
            _tensors.RemoveRange(before, _tensors.Count - before);
        }
    }

    /// <summary>Adds a view, or leaves the graph.</summary>
    internal void Rearrange()
    {
        var x = Any();
        var shape = _tensors[x].Shape;
        switch (random.Below(5))
        {
            case 0:
                Append(new AdapterStep(Adapter.Detach, [x]));
                break;
            case 1 when shape.Count > 1:
                Append(new AdapterStep(Adapter.Transpose, [x], random.Below(shape.Count), random.Below(shape.Count)));
                break;
            case 2:
                Append(new AdapterStep(Adapter.Expand, [x], [2, .. shape]));
                break;
            default:
                Adapted(x, random.Pick(Shapes));
                break;
        }
    }

    /// <summary>Adds a copy of a tensor that is written in place, whole and through views, before anything else sees it.</summary>
    internal void WriteInPlace()
    {
        var source = Any();
        var whole = Append(new AdapterStep(Adapter.Clone, [source]));
        List<int> views = [whole];
        var required = _tensors[whole].RequiresGrad;
        for (var writes = 1 + random.Below(3); writes > 0 && !IsOver; writes--)
        {
            // A view from before its tensor came to require grad is refused by libtorch: docs/divergences.md.
            if (_tensors[whole].RequiresGrad != required)
                (required, views) = (true, [whole]);
            var target = random.Pick(views);
            if (!random.OnceIn(3))
                views.Add(target = View(target));
            var kind = random.Pick([Adapter.AddInPlace, Adapter.SubInPlace, Adapter.MulInPlace, Adapter.MulInPlace, Adapter.CopyInPlace, Adapter.ZeroInPlace]);
            if (kind == Adapter.ZeroInPlace)
            {
                Append(new AdapterStep(kind, [target]));
                continue;
            }
            // Once in a while the whole tensor beside itself, or one that is too large, which both engines refuse.
            var value = target == whole && views.Count == 1 && random.OnceIn(10) ? target : Adapted(random.OnceIn(20) ? Fresh([5], CatalogueParameter.Any.Domain) : Any(whole), [.. _tensors[target].Shape]);
            Append(new AdapterStep(kind, [target, value]), keepRefusal: true);
        }
    }

    /// <summary>A view that shares memory on both engines.</summary>
    private int View(int x)
    {
        var shape = _tensors[x].Shape;
        if (shape.Count == 0 || shape.Numel == 0)
            return x;
        var dim = random.Below(shape.Count);
        var length = (int)shape[dim];
        switch (random.Below(3))
        {
            case 0:
                return Append(new AdapterStep(Adapter.Transpose, [x], dim, random.Below(shape.Count)));
            case 1:
                return Append(new AdapterStep(Adapter.Select, [x], dim, random.Below(length)));
            default:
                var start = random.Below(length);
                return Append(new AdapterStep(Adapter.Narrow, [x], dim, start, 1 + random.Below(length - start)));
        }
    }

    /// <summary>Arguments that broadcast together.</summary>
    private List<int> Elementwise(CatalogueEntry entry)
    {
        var parameters = entry.Parameters;
        var x = random.OnceIn(3) || _steps.Count == 0 ? Fresh(random.Pick(Shapes), parameters[0].Domain) : Any();
        List<int> arguments = [Fitted(x, parameters[0])];
        var inPlace = entry.Operator.EndsWith('_');
        foreach (var parameter in parameters.Skip(1))
        {
            var shape = _tensors[arguments[0]].Shape;
            var candidates = Usable().Where(y => inPlace ? Fits(_tensors[y].Shape, shape) : Fits(_tensors[y].Shape, shape) || Fits(shape, _tensors[y].Shape)).ToList();
            var y = candidates.Count > 0 && !random.OnceIn(4)
                ? random.Pick(candidates)
                : Fresh(random.OnceIn(2) || shape.Count == 0 ? [.. shape] : [.. shape.Skip(1)], parameter.Domain);
            arguments.Add(Fitted(y, parameter));
        }
        // Integers and bools: of leaves only, and where no argument asks for a domain.
        if (entry.Op.DTypesSkip is null && !KnownDivergences.NeedsFloats(entry) && random.OnceIn(25) && parameters.All(parameter => parameter.Domain == CatalogueParameter.Any.Domain))
        {
            var place = random.Below(arguments.Count);
            var leaf = Fresh([.. _tensors[arguments[place]].Shape], CatalogueParameter.Any.Domain);
            arguments[place] = Append(new AdapterStep(random.OnceIn(3) ? Adapter.ToBool : Adapter.ToLong, [leaf]));
        }
        return arguments;
    }

    /// <summary>Arguments of the shapes of one of the entry's samples.</summary>
    private List<int> Shaped(CatalogueEntry entry)
    {
        var sample = random.Below(entry.Parameters.Max(parameter => parameter.Shapes.Count));
        List<int> arguments = [];
        foreach (var parameter in entry.Parameters)
        {
            var shape = parameter.Shapes.Count == 0 ? [] : parameter.Shapes[Math.Min(sample, parameter.Shapes.Count - 1)];
            var alike = Usable().Where(x => _tensors[x].Shape == shape).ToList();
            var x = KnownDivergences.NeedsDistinct(entry) ? Fresh(shape, parameter.Domain, quarters: false)
                : KnownDivergences.NeedsLeaves(entry) || _steps.Count == 0 || random.OnceIn(5) ? Fresh(shape, parameter.Domain)
                : alike.Count > 0 && !random.OnceIn(3) ? random.Pick(alike)
                : Adapted(Any(), shape);
            arguments.Add(Fitted(x, parameter));
        }
        return arguments;
    }

    /// <summary>The tensor itself where its elements lie in the domain, else one that was brought there.</summary>
    private int Fitted(int x, CatalogueParameter parameter)
    {
        if (_tensors[x].DType != DType.Float64)
            x = Append(new AdapterStep(Adapter.ToDouble, [x]));
        if (parameter.Holds(_tensors[x].ToArray<double>()))
            return x;
        return parameter.Domain == CatalogueParameter.Any.Domain
            ? Append(new AdapterStep(Adapter.Bound, [x]))
            : Append(new AdapterStep(Adapter.Squash, [x]) { Domain = parameter.Domain });
    }

    /// <summary>The tensor under another shape: expanded, reshaped, transposed, cut or repeated.</summary>
    private int Adapted(int x, long[] shape)
    {
        var have = _tensors[x].Shape;
        var (count, wanted) = (have.Numel, Shape.Create(shape).Numel);
        if (have == shape)
            return x;
        if (count == 0 && wanted > 0)
            return Fresh(shape, CatalogueParameter.Any.Domain);
        if (count == wanted)
            return have.Count == 2 && shape.Length == 2 && have[0] == shape[1] && random.OnceIn(2)
                ? Append(new AdapterStep(Adapter.Transpose, [x], 0, 1))
                : Append(new AdapterStep(Adapter.Reshape, [x], shape));
        if (wanted > count && Fits(have, shape))
            return Append(new AdapterStep(Adapter.Expand, [x], shape));
        if (have.Count == shape.Length && shape.Zip(have).All(pair => pair.First <= pair.Second))
        {
            for (var dim = 0; dim < shape.Length; dim++)
            {
                if (have[dim] > shape[dim])
                    x = Append(new AdapterStep(Adapter.Narrow, [x], dim, random.Below((int)(have[dim] - shape[dim]) + 1), shape[dim]));
            }
            return x;
        }
        if (have.Count == shape.Length + 1 && have.Skip(1).SequenceEqual(shape))
            return Append(new AdapterStep(Adapter.Select, [x], 0, random.Below((int)have[0])));
        if (have.Count != 1)
            x = Append(new AdapterStep(Adapter.Reshape, [x], count));
        if (wanted > count)
            x = Append(new AdapterStep(Adapter.Repeat, [x], (wanted + count - 1) / count));
        var beyond = (int)(_tensors[x].Numel - wanted);
        if (beyond > 0)
            x = Append(new AdapterStep(Adapter.Narrow, [x], 0, random.Below(beyond + 1), wanted));
        return shape.Length == 1 ? x : Append(new AdapterStep(Adapter.Reshape, [x], shape));
    }

    /// <summary>A new leaf: multiples of a quarter once in three times, so that kinks and ties are met exactly.</summary>
    private int Fresh(long[] shape, DomainAttribute domain) => Fresh(shape, domain, quarters: random.OnceIn(3));

    private int Fresh(long[] shape, DomainAttribute domain, bool quarters)
    {
        return Append(new LeafStep(new(shape, [.. Enumerable.Range(0, (int)Shape.Create(shape).Numel).Select(_ => Element())])));

        double Element()
        {
            var x = (double)(float)random.Between(domain.Low, domain.High);
            var quarter = Math.Round(x * 4) / 4;
            return quarters && quarter > domain.Low && quarter < domain.High ? quarter : x;
        }
    }

    /// <summary>Any tensor that may be an argument, before the given one; there is always a leaf.</summary>
    private int Any(int before = int.MaxValue)
    {
        var usable = Usable().Where(x => x < before).ToList();
        return usable.Count == 0 ? Fresh(random.Pick(Shapes), CatalogueParameter.Any.Domain) : random.Pick(usable);
    }

    private IEnumerable<int> Usable() => Enumerable.Range(0, _tensors.Count).Where(x => _tensors[x].Numel <= Large);

    private static bool Fits(Shape small, Shape large)
        => small.Count <= large.Count && small.Reverse().Zip(large.Reverse()).All(pair => pair.First == 1 || pair.First == pair.Second);

    /// <summary>Runs a step and keeps it; one that is refused is dropped, or ends the program if that is to be kept.</summary>
    /// <returns>The number of its tensor, or of an earlier one where there is none.</returns>
    private int Append(ProgramStep step, bool keepRefusal = false)
    {
        ReferenceTensor y;
        try
        {
            y = step.Apply<ReferenceTensor>([.. step.Arguments.Select(argument => _tensors[argument])]);
        }
        // Whether the exception is as it should be is for the check to tell, which compares it with libtorch's.
        catch (Exception) when (keepRefusal || step is EntryStep)
        {
            if (keepRefusal)
            {
                _steps.Add(step);
                IsOver = true;
            }
            return _tensors.Count - 1;
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"program {number}: {step.Text([.. step.Arguments.Select(argument => $"t{argument}")])}", problem);
        }
        _steps.Add(step);
        _tensors.Add(y);
        // Infinities and nans are compared, but what is computed of them tells little.
        IsOver |= y.DType.IsFloatingPoint && !y.ToArray<double>().All(double.IsFinite);
        return _tensors.Count - 1;
    }
}
