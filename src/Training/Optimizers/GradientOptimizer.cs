namespace TwinGrad;

/// <summary>An optimizer that steps each parameter by its own gradient. A parameter without a gradient is passed over.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <typeparam name="TOptions">The optimizer's options.</typeparam>
public abstract class GradientOptimizer<T, TOptions> : Optimizer<T, TOptions>
    where T : class, ITensor<T>
    where TOptions : GradientOptions
{
    private protected GradientOptimizer(IReadOnlyList<ParameterGroup<T, TOptions>> groups, TOptions options)
        : base(groups, options)
    {
    }

    /// <summary>Whether decay takes its part off the parameter itself instead of adding to the gradient.</summary>
    private protected virtual bool DecaysApart => false;

    /// <summary>Steps every parameter that has a gradient; nothing of it is recorded.</summary>
    /// <exception cref="ObjectDisposedException">A parameter was disposed of. None was stepped.</exception>
    public sealed override void Step()
    {
        using var mode = new GradMode<T>(enabled: false);
        var (parameters, gradients, options) = (new List<T>(), new List<T>(), new List<TOptions>());
        try
        {
            foreach (var group in Groups)
                foreach (var parameter in group.Parameters)
                    if (parameter.Grad is { } gradient)
                    {
                        parameters.Add(parameter);
                        gradients.Add(gradient);
                        options.Add(group.Options);
                    }
            for (var i = 0; i < parameters.Count; i++)
                Step(parameters[i], gradients[i], options[i]);
            ConsumedGradients.Consumed([.. parameters], [.. gradients]);
            HasStepped = true;
        }
        finally
        {
            foreach (var gradient in gradients)
                T.Free(gradient);
        }
    }

    /// <inheritdoc/>
    public sealed override T Step(Func<T> closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        var loss = Evaluate(closure);
        Step();
        return loss;
    }

    /// <summary>One parameter's step.</summary>
    /// <param name="parameter">What is stepped, in place.</param>
    /// <param name="direction">The gradient, its sign turned and decay added as the options ask; not to be written to.</param>
    /// <param name="state">What is remembered of the parameter; empty at first.</param>
    /// <param name="options">The group's.</param>
    private protected abstract void Step(T parameter, T direction, ParameterState<T> state, TOptions options);

    private void Step(T parameter, T gradient, TOptions options)
    {
        var direction = options.Maximize ? T.Neg(gradient) : gradient;
        if (options.WeightDecay != 0)
        {
            if (DecaysApart)
                T.Mul_(parameter, 1 - options.LearningRate * options.WeightDecay);
            else
            {
                var decayed = T.Add(direction, parameter, options.WeightDecay);
                FreeUnless(gradient, direction);
                direction = decayed;
            }
        }
        if (Remembered(parameter) is not { } state)
            Remember(parameter, state = new());
        Step(parameter, direction, state, options);
        FreeUnless(gradient, direction);
    }

    private static void FreeUnless(T gradient, T direction)
    {
        if (!ReferenceEquals(direction, gradient))
            T.Free(direction);
    }
}
