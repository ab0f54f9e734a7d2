namespace TwinGrad;

/// <summary>What a scheduler needs of an optimizer.</summary>
public interface IOptimizer
{
    /// <summary>How each group of parameters is stepped: <c>param_groups</c>.</summary>
    IReadOnlyList<IParameterGroup> Groups { get; }

    /// <summary>Whether it has stepped. Of an optimizer from elsewhere nobody knows.</summary>
    internal bool HasStepped => true;
}

/// <summary>An optimizer whatever its options: what a training loop, a scheduler and a checkpoint need of it.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/optim.html"/>.</remarks>
public interface IOptimizer<T> : IOptimizer
    where T : class, ITensor<T>
{
    /// <summary>The parameters and how each group of them is stepped: <c>param_groups</c>.</summary>
    new IReadOnlyList<IParameterGroup<T>> Groups { get; }

    /// <summary>Steps every parameter that has a gradient; nothing of it is recorded.</summary>
    /// <exception cref="TorchArgumentException">The optimizer evaluates the function itself, as LBFGS does, and needs a closure.</exception>
    void Step();

    /// <summary>Evaluates the closure with recording on, steps, and returns what the closure gave: <c>step(closure)</c>.</summary>
    /// <param name="closure">Clears the gradients, computes the loss, calls <c>Backward</c> on it and returns it.</param>
    /// <remarks>An exception in the closure comes out as itself; the optimizer can go on after it.</remarks>
    /// <exception cref="TorchArgumentException">The closure returned null.</exception>
    T Step(Func<T> closure);

    /// <summary>Forgets every parameter's gradient; who holds one keeps it as it is.</summary>
    /// <param name="setToNone">False fills the gradients with zeros instead, in place.</param>
    void ZeroGrad(bool setToNone = true);

    /// <summary>All that the optimizer needs to go on, bit by bit: <c>state_dict()</c>. The tensors are its own, not copies.</summary>
    OptimizerState<T> State();

    /// <summary>Goes on where another left off: <c>load_state_dict()</c>. All of the state is taken, as copies, or none.</summary>
    /// <exception cref="TorchArgumentException">
    /// It is the state of another kind of optimizer or of other parameters, or something of it is missing, foreign, or of another shape or
    /// dtype; the message names each.
    /// </exception>
    void LoadState(OptimizerState<T> state);
}
