namespace TwinGrad;

/// <summary>An operation with a backward of its own, as <c>torch.autograd.Function</c>: one definition serves every engine.</summary>
/// <remarks>
/// <code>
/// sealed class MyExp&lt;T> : Function&lt;T> where T : ITensor&lt;T>
/// {
///     protected override IReadOnlyList&lt;T> Forward(FunctionContext&lt;T> context, IReadOnlyList&lt;T> inputs)
///     {
///         var result = inputs[0].Exp();
///         context.SaveForBackward(result);
///         return [result];
///     }
///
///     protected override IReadOnlyList&lt;T?> Backward(FunctionContext&lt;T> context, IReadOnlyList&lt;T> gradients)
///         => [gradients[0] * context.SavedTensors[0]];
/// }
///
/// var y = new MyExp&lt;Tensor>().Apply(x);
/// </code>
/// What is no tensor, as an exponent, is a field of the function. A backward that is written in tensor operations has derivatives of its own,
/// so higher orders come free. An exception in it comes out of <c>Backward()</c> as itself.
/// See <see href="https://docs.pytorch.org/docs/stable/autograd.html#torch.autograd.Function"/>.
/// </remarks>
public abstract class Function<T>
    where T : ITensor<T>
{
    /// <summary>What the function is called; its node in the graph is called <c>{Name}Backward</c>.</summary>
    public virtual string Name => GetType().Name.Split('`')[0];

    /// <summary>Computes the results. Nothing that is done here is recorded.</summary>
    /// <param name="context">Takes what the backward will need.</param>
    /// <param name="inputs">The tensors that the function was applied to.</param>
    protected abstract IReadOnlyList<T> Forward(FunctionContext<T> context, IReadOnlyList<T> inputs);

    /// <summary>The gradient of each input, of gradients of the results; null for one that gets none.</summary>
    /// <param name="context">Has what the forward kept.</param>
    /// <param name="gradients">One a result: zeros where none arrived, or null if the context's <c>MaterializeGrads</c> is off.</param>
    protected abstract IReadOnlyList<T?> Backward(FunctionContext<T> context, IReadOnlyList<T> gradients);

    /// <summary>Applies a function of one result.</summary>
    /// <exception cref="TorchArgumentException">The function gave several results, or none.</exception>
    public T Apply(params ReadOnlySpan<T> inputs)
    {
        var results = ApplyAll(inputs);
        return results.Count == 1 ? results[0] : throw Error.FunctionOfSeveralResults(Name, results.Count);
    }

    /// <summary>Applies the function; all its results.</summary>
    public IReadOnlyList<T> ApplyAll(params ReadOnlySpan<T> inputs) => FunctionCall<T>.Run(this, inputs.ToArray());

    internal IReadOnlyList<T> RunForward(FunctionContext<T> context, IReadOnlyList<T> inputs) => Forward(context, inputs);

    internal IReadOnlyList<T?> RunBackward(FunctionContext<T> context, IReadOnlyList<T> gradients) => Backward(context, gradients);
}
