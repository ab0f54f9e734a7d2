namespace TwinGrad;

/// <summary>L-BFGS: p + t d, where the direction d is the gradient's opposite times an inverse Hessian that the last changes of the gradient
/// tell of, and t is the learning rate or what a line search finds.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// A step evaluates the function several times: it takes a closure that clears the gradients, computes the loss, calls <c>Backward</c> on it
/// and returns it. The first iteration goes min(1, 1 / sum |g|) lr against the gradient. If the closure throws, its exception comes out as
/// itself, and parameters and state are as they were before the step.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.LBFGS.html"/>.
/// </remarks>
public sealed class Lbfgs<T> : Optimizer<T, LbfgsOptions>
    where T : class, ITensor<T>
{
    /// <summary>Over parameters of one dtype, on one device. There are no groups: the step is one of all parameters together.</summary>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public Lbfgs(IReadOnlyList<T> parameters, LbfgsOptions? options = null)
        : base([new ParameterGroup<T, LbfgsOptions>(parameters)], options ?? new())
    {
        Group = Groups[0];
        if (Group.Parameters.FirstOrDefault(parameter => parameter.DType != First.DType) is { } other)
            throw Error.SeveralDTypes(First.DType, other.DType);
    }

    private protected override string Name => "LBFGS";

    private protected override IReadOnlyList<string> NumberNames => LbfgsMemory<T>.NumberNames;

    private protected override IReadOnlyList<string> TensorNames => LbfgsMemory<T>.TensorNames;

    private ParameterGroup<T, LbfgsOptions> Group { get; }

    // What is known is of all parameters; it stands under the first of them, as in PyTorch.
    private T First => Group.Parameters[0];

    /// <summary>There can be only one group.</summary>
    /// <exception cref="TorchArgumentException">Always.</exception>
    public override void AddParameterGroup(ParameterGroup<T, LbfgsOptions> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        throw Error.OneGroupOnly();
    }

    /// <summary>Not without a closure.</summary>
    /// <exception cref="TorchArgumentException">Always: call <see cref="Step(Func{T})"/>.</exception>
    public override void Step() => throw Error.ClosureNeeded();

    /// <summary>Moves the parameters until the gradient or the progress is small, or the options' number of iterations is reached.</summary>
    /// <param name="closure">Clears the gradients, computes the loss, calls <c>Backward</c> on it and returns it.</param>
    /// <returns>The loss of the first evaluation, before the parameters moved.</returns>
    /// <exception cref="TorchArgumentException">The closure returned null.</exception>
    /// <exception cref="TorchException">The loss has not one element.</exception>
    public override T Step(Func<T> closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        using var mode = new GradMode<T>(enabled: false);
        var state = Remembered(First) ?? new();
        var (memory, start) = (new LbfgsMemory<T>(state), Copies());
        var settled = false;
        try
        {
            var loss = Iterate(closure, memory);
            Remember(First, memory.Settled(state));
            settled = HasStepped = true;
            return loss;
        }
        finally
        {
            if (!settled)
            {
                Restore(start);
                memory.Abandon();
            }
            LbfgsMemory<T>.Free(start);
        }
    }

    private protected override Shape ShapeOf(string name, T parameter)
        => Shape.Create([Group.Parameters.Sum(each => each.Shape.Numel)]);

    // The lists have the same places, and a direction is there once there was an iteration.
    private protected override IEnumerable<string> Gaps(IReadOnlyList<string> names, int number)
    {
        string[] begun = names.Contains("d") || names.Contains("prev_flat_grad") ? ["d", "prev_flat_grad"] : [];
        var places = names.Count(name => name.StartsWith("ro.", StringComparison.Ordinal));
        string[] lists = ["ro", "old_dirs", "old_stps"];
        string[] complete = [.. begun, .. Enumerable.Range(0, places).SelectMany(place => lists.Select(list => LbfgsMemory<T>.Item(list, place)))];
        string[] there = [.. names.Where(name => !NumberNames.Contains(name))];
        return complete.Except(there).Select(name => Error.StateTensorMissing(Key(number, name)))
            .Concat(there.Except(complete).Select(name => Error.StateTensorForeign(Key(number, name))));
    }

    private T Iterate(Func<T> closure, LbfgsMemory<T> memory)
    {
        var options = Group.Options;
        var first = Evaluate(closure);
        var (loss, gradient) = (first.Item<double>(), memory.Make(GatheredGradient));
        memory.Evaluations++;
        var evaluations = 1;
        if (FlatVector.Largest(gradient) <= options.ToleranceGrad)
            return first;
        for (var iteration = 1; iteration <= options.MaxIter; iteration++)
        {
            memory.Iterations++;
            var direction = memory.NextDirection(gradient, options.HistorySize);
            (memory.PreviousGradient, memory.PreviousLoss) = (gradient, loss);
            memory.Length = memory.Iterations == 1
                ? Math.Min(1, 1 / FlatVector.SumOfSizes(gradient)) * options.LearningRate
                : options.LearningRate;
            var slope = FlatVector.Dot(gradient, direction);
            if (slope > -options.ToleranceChange)
                break;
            var looked = 0;
            if (options.LineSearchFn == LineSearch.StrongWolfe)
            {
                (var best, looked) = Search(closure, memory, direction, new(0, loss, gradient, slope), options.ToleranceChange);
                (memory.Length, loss, gradient) = (best.Length, best.Loss, best.Gradient);
                FlatVector.AddOnto(Group.Parameters, memory.Length, direction);
            }
            else
            {
                FlatVector.AddOnto(Group.Parameters, memory.Length, direction);
                // The last iteration moves on; nothing would be done with the gradient there.
                if (iteration != options.MaxIter)
                    (loss, gradient, looked) = (Evaluate(closure).Item<double>(), memory.Make(GatheredGradient), 1);
            }
            evaluations += looked;
            memory.Evaluations += looked;
            if (evaluations >= options.Evaluations || FlatVector.Largest(gradient) <= options.ToleranceGrad
                || FlatVector.Largest(direction) * Math.Abs(memory.Length) <= options.ToleranceChange
                || Math.Abs(loss - memory.PreviousLoss) < options.ToleranceChange)
            {
                break;
            }
        }
        return first;
    }

    private (LinePoint<T> Best, int Evaluations) Search(
        Func<T> closure, LbfgsMemory<T> memory, T direction, LinePoint<T> start, double toleranceChange)
    {
        var here = Copies();
        var found = StrongWolfe.Search(
            length =>
            {
                FlatVector.AddOnto(Group.Parameters, length, direction);
                var (loss, gradient) = (Evaluate(closure).Item<double>(), memory.Make(GatheredGradient));
                Restore(here);
                return new LinePoint<T>(length, loss, gradient, FlatVector.Dot(gradient, direction));
            },
            start, memory.Length, FlatVector.Largest(direction), toleranceChange);
        LbfgsMemory<T>.Free(here);
        return found;
    }

    /// <summary>The gradients that an evaluation left, as one vector.</summary>
    private T GatheredGradient()
    {
        var gradients = Group.Parameters.Select(parameter => parameter.Grad).ToList();
        var vector = FlatVector.OfGradients(Group.Parameters, gradients);
        var there = Group.Parameters.Zip(gradients).Where(pair => pair.Second is not null).ToList();
        ConsumedGradients.Consumed([.. there.Select(pair => pair.First)], [.. there.Select(pair => pair.Second!)]);
        LbfgsMemory<T>.Free(there.Select(pair => pair.Second!));
        return vector;
    }

    private List<T> Copies() => [.. Group.Parameters.Select(parameter => T.Unscoped(() => T.Clone(parameter)))];

    private void Restore(List<T> copies)
    {
        foreach (var (parameter, copy) in Group.Parameters.Zip(copies))
            T.Copy_(parameter, copy);
    }
}
