namespace TwinGrad;

/// <summary>Moves parameters against their gradients.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <typeparam name="TOptions">The optimizer's options.</typeparam>
/// <remarks>
/// Parameters are held by reference and stepped in place, out of tensor operations or by a kernel of the engine's that does the same. What a
/// step leaves behind belongs to the optimizer, not to a scope that was open; its temporaries are freed as it goes.
/// See <see href="https://docs.pytorch.org/docs/stable/optim.html"/>.
/// </remarks>
public abstract partial class Optimizer<T, TOptions> : IOptimizer<T>
    where T : class, ITensor<T>
    where TOptions : OptimizerOptions
{
    private const string DuplicateParameters =
        "optimizer contains a parameter group with duplicate parameters; in future, this will cause an error; "
        + "see github.com/pytorch/pytorch/issues/40967 for more information";

    private readonly List<ParameterGroup<T, TOptions>> _groups = [];
    private readonly TOptions _defaults;

    /// <summary>Over groups; those without options take the given ones.</summary>
    private protected Optimizer(IReadOnlyList<ParameterGroup<T, TOptions>> groups, TOptions options)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var group in groups)
            ArgumentNullException.ThrowIfNull(group, nameof(groups));
        options.Check();
        if (groups.All(group => group.Parameters.Count == 0))
            throw Error.NoParameters();
        _defaults = options;
        foreach (var group in groups)
            Add(group);
        // Not before all are known to be in order.
        foreach (var group in _groups)
            group.Settle(options);
    }

    /// <summary>The parameters and how each group of them is stepped: <c>param_groups</c>.</summary>
    public IReadOnlyList<ParameterGroup<T, TOptions>> Groups => _groups;

    IReadOnlyList<IParameterGroup<T>> IOptimizer<T>.Groups => _groups;

    IReadOnlyList<IParameterGroup> IOptimizer.Groups => _groups;

    bool IOptimizer.HasStepped => HasStepped;

    /// <summary>Whether a step has been made.</summary>
    private protected bool HasStepped { get; set; }

    /// <summary>The optimizer's name in PyTorch.</summary>
    private protected abstract string Name { get; }

    /// <summary>Which gradients its steps went by.</summary>
    private protected ConsumedGradients<T> ConsumedGradients { get; } = new();

    /// <summary>Every parameter, group by group.</summary>
    private protected IEnumerable<T> Parameters => _groups.SelectMany(group => group.Parameters);

    /// <summary>Takes further parameters: <c>add_param_group</c>, for layers that are trained from now on.</summary>
    /// <param name="group">The parameters; without options of its own it takes those that the optimizer was made with.</param>
    /// <exception cref="TorchArgumentException">One is in another group or no leaf, or an option makes no sense. No group was added.</exception>
    public virtual void AddParameterGroup(ParameterGroup<T, TOptions> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        Add(group);
        group.Settle(_defaults);
    }

    /// <inheritdoc/>
    public abstract void Step();

    /// <inheritdoc/>
    public abstract T Step(Func<T> closure);

    /// <inheritdoc/>
    public void ZeroGrad(bool setToNone = true)
    {
        // First, as what is cleared need not be looked at again.
        ConsumedGradients.Clear();
        foreach (var parameter in Parameters)
        {
            if (setToNone)
                parameter.Grad = null;
            else if (parameter.Grad is { } gradient)
            {
                // A gradient that a recorded pass gave comes out of its graph.
                if (gradient.RequiresGrad)
                    parameter.Grad = T.Zero_(T.Detach(gradient));
                else
                    T.Zero_(gradient);
                T.Free(gradient);
            }
        }
    }

    /// <summary>The loss that the closure computes, with recording on.</summary>
    private protected static T Evaluate(Func<T> closure)
    {
        using var mode = new GradMode<T>(enabled: true);
        return closure() ?? throw Error.NoLoss();
    }

    private void Add(ParameterGroup<T, TOptions> group)
    {
        var own = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in group.Parameters)
        {
            if (parameter is null)
                throw Error.NullParameter();
            if (!parameter.IsLeaf && !parameter.RetainsGrad)
                throw Error.NonLeafParameter();
            own.Add(parameter);
        }
        group.Check();
        if (own.Overlaps(Parameters))
            throw Error.ParameterInSeveralGroups();
        if (own.Count != group.Parameters.Count)
            Warnings.Warn(DuplicateParameters);
        _groups.Add(group);
    }
}
