namespace TwinGrad;

/// <summary>What one application of a <see cref="Function{T}"/> carries from its forward to its backward: Python's <c>ctx</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/autograd.html#context-method-mixins"/>.</remarks>
public sealed class FunctionContext<T>
    where T : ITensor<T>
{
    private readonly List<T> _nonDifferentiable = [];
    private T[] _kept = [];
    private Func<IReadOnlyList<T>>? _saved;

    internal FunctionContext(IReadOnlyList<bool> needsInputGrad) => NeedsInputGrad = needsInputGrad;

    /// <summary>Whether each input requires grad. The gradient of one that does not need not be computed: null does.</summary>
    public IReadOnlyList<bool> NeedsInputGrad { get; }

    /// <summary>Whether the backward gets zeros in place of a gradient that did not arrive, or null: <c>ctx.set_materialize_grads</c>.</summary>
    public bool MaterializeGrads { get; set; } = true;

    /// <summary>Whatever else the backward needs. A result of the function kept here keeps itself alive: <see cref="SaveForBackward"/> does not.</summary>
    public object? State { get; set; }

    /// <summary>The tensors of <see cref="SaveForBackward"/>, in the backward.</summary>
    /// <exception cref="TorchException">One was changed in place since, or the graph was freed by a pass that did not retain it.</exception>
    public IReadOnlyList<T> SavedTensors => _saved?.Invoke() ?? _kept;

    /// <summary>Keeps inputs, results or what was computed on the way for the backward. Called once; another call replaces the first.</summary>
    public void SaveForBackward(params ReadOnlySpan<T> tensors)
    {
        foreach (var tensor in tensors)
            Check.Given(tensor);
        _kept = tensors.ToArray();
    }

    /// <summary>Says which results have no derivative: they will not require grad. Those of integer dtypes have none in any case.</summary>
    public void MarkNonDifferentiable(params ReadOnlySpan<T> results)
    {
        foreach (var result in results)
            _nonDifferentiable.Add(Check.Given(result));
    }

    /// <summary>Whether a gradient of a result can arrive.</summary>
    internal bool IsDifferentiable(T result)
        => result.DType.IsFloatingPoint && !_nonDifferentiable.Exists(marked => ReferenceEquals(marked, result));

    /// <summary>Hands what was kept to the engine, which keeps it in a way that does not keep the graph itself.</summary>
    internal T[] TakeKept()
    {
        _nonDifferentiable.Clear();
        var kept = _kept;
        _kept = [];
        return kept;
    }

    /// <summary>From now on saved tensors are those of the engine.</summary>
    internal void ReadFrom(Func<IReadOnlyList<T>> saved) => _saved = saved;
}
