using System.Runtime.InteropServices;

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
        ConsumedGradients.Forget();
        var (parameters, gradients, ends) = (new List<T>(), new List<T>(), new int[Groups.Count]);
        try
        {
            for (var i = 0; i < ends.Length; i++)
            {
                foreach (var parameter in Groups[i].Parameters)
                    if (parameter.Grad is { } gradient)
                    {
                        parameters.Add(parameter);
                        gradients.Add(gradient);
                    }
                ends[i] = parameters.Count;
            }
            for (var i = 0; i < ends.Length; i++)
            {
                var group = (i == 0 ? 0 : ends[i - 1])..ends[i];
                Step(CollectionsMarshal.AsSpan(parameters)[group], CollectionsMarshal.AsSpan(gradients)[group], Groups[i].Options);
            }
            ConsumedGradients.Consumed(CollectionsMarshal.AsSpan(parameters), CollectionsMarshal.AsSpan(gradients));
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

    /// <summary>Puts a parameter among those that a kernel of the engine's steps at once, if there is one that steps it as the rule does.</summary>
    /// <param name="steps">The group's, so far.</param>
    /// <param name="parameter">What is stepped, in place.</param>
    /// <param name="gradient">The gradient as it is.</param>
    /// <param name="state">What is remembered of the parameter; empty at first.</param>
    /// <param name="options">The group's.</param>
    private protected virtual bool Fuse(List<FusedStep<T>> steps, T parameter, T gradient, ParameterState<T> state, TOptions options) => false;

    private void Step(ReadOnlySpan<T> parameters, ReadOnlySpan<T> gradients, TOptions options)
    {
        var (fused, others) = (new List<FusedStep<T>>(), new List<(T Parameter, T Gradient, ParameterState<T> State)>());
        for (var i = 0; i < parameters.Length; i++)
        {
            var state = StateOf(parameters[i]);
            if (!Fuse(fused, parameters[i], gradients[i], state, options))
                others.Add((parameters[i], gradients[i], state));
        }
        foreach (var step in fused)
            step.Run();
        foreach (var (parameter, gradient, state) in others)
            StepByRule(parameter, gradient, state, options);
    }

    private ParameterState<T> StateOf(T parameter)
    {
        if (Remembered(parameter) is not { } state)
            Remember(parameter, state = new());
        return state;
    }

    private void StepByRule(T parameter, T gradient, ParameterState<T> state, TOptions options)
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
        Step(parameter, direction, state, options);
        FreeUnless(gradient, direction);
    }

    private static void FreeUnless(T gradient, T direction)
    {
        if (!ReferenceEquals(direction, gradient))
            T.Free(direction);
    }
}
