namespace TwinGrad;

/// <summary>Moves parameters against their gradients.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <typeparam name="TOptions">The optimizer's options.</typeparam>
/// <remarks>
/// Parameters are held by reference and stepped in place, out of tensor operations alone. A parameter without a gradient is passed over.
/// See <see href="https://docs.pytorch.org/docs/stable/optim.html"/>.
/// </remarks>
public abstract class Optimizer<T, TOptions>
    where T : class, ITensor<T>
    where TOptions : OptimizerOptions
{
    private const string DuplicateParameters =
        "optimizer contains a parameter group with duplicate parameters; in future, this will cause an error; "
        + "see github.com/pytorch/pytorch/issues/40967 for more information";

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
        var known = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var group in groups)
        {
            group.Settle(options);
            var own = Checked(group);
            if (known.Overlaps(own))
                throw Error.ParameterInSeveralGroups();
            known.UnionWith(own);
        }
        Groups = [.. groups];
    }

    /// <summary>The parameters and how each group of them is stepped: <c>param_groups</c>.</summary>
    public IReadOnlyList<ParameterGroup<T, TOptions>> Groups { get; }

    /// <summary>Steps every parameter that has a gradient; nothing of it is recorded.</summary>
    /// <exception cref="ObjectDisposedException">A parameter was disposed of.</exception>
    public void Step()
    {
        using var mode = new GradMode<T>(enabled: false);
        foreach (var group in Groups)
            foreach (var parameter in group.Parameters)
                if (parameter.Grad is { } gradient)
                    Step(parameter, gradient, group.Options);
    }

    /// <summary>Forgets every parameter's gradient; who holds one keeps it as it is.</summary>
    /// <param name="setToNone">False fills the gradients with zeros instead, in place.</param>
    public void ZeroGrad(bool setToNone = true)
    {
        foreach (var parameter in Groups.SelectMany(group => group.Parameters))
        {
            if (setToNone)
                parameter.Grad = null;
            else if (parameter.Grad is { } gradient)
                T.Zero_(gradient);
        }
    }

    /// <summary>One parameter's step.</summary>
    private protected abstract void Step(T parameter, T gradient, TOptions options);

    private static HashSet<T> Checked(ParameterGroup<T, TOptions> group)
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
        if (own.Count != group.Parameters.Count)
            Warnings.Warn(DuplicateParameters);
        return own;
    }
}
