namespace TwinGrad;

/// <summary>One application of a custom function: what an engine records, and asks for gradients when a pass comes to it.</summary>
/// <remarks>It keeps none of the tensors that go in and come out; shapes and dtypes are all that it needs of them.</remarks>
public sealed class FunctionCall<T>
    where T : ITensor<T>
{
    /// <summary>Hears of every application on its thread, for who wants to apply the function again.</summary>
    [ThreadStatic]
    internal static Action<Function<T>, T[]>? Applied;

    private readonly Function<T> _function;
    private readonly FunctionContext<T> _context;
    private readonly Kind[] _inputs;
    private readonly Kind[] _results;
    private readonly bool[] _differentiable;

    private FunctionCall(Function<T> function, FunctionContext<T> context, T[] inputs, T[] results)
    {
        (_function, _context) = (function, context);
        _inputs = Array.ConvertAll(inputs, Kind.Of);
        _results = Array.ConvertAll(results, Kind.Of);
        _differentiable = Array.ConvertAll(results, context.IsDifferentiable);
    }

    /// <summary>The name of the node: <c>MyExpBackward</c>.</summary>
    public string NodeName => _function.Name + "Backward";

    /// <summary>Whether a gradient of each result can arrive; those that have none stay outside the graph.</summary>
    public IReadOnlyList<bool> Differentiable => _differentiable;

    /// <summary>The gradients of the inputs, in their shapes and dtypes; null for one that gets none.</summary>
    /// <param name="gradients">What arrived for each result; null where nothing did.</param>
    /// <param name="saved">Reads what the engine saved for the backward, or throws where it was changed or freed.</param>
    /// <exception cref="TorchException">The backward gave too many or too few gradients, or one that does not fit.</exception>
    public T?[] Backward(IReadOnlyList<T?> gradients, Func<IReadOnlyList<T>> saved)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentNullException.ThrowIfNull(saved);
        _context.ReadFrom(saved);
        var arrived = new T[_results.Length];
        for (var i = 0; i < arrived.Length; i++)
            arrived[i] = gradients[i] ?? (_context.MaterializeGrads ? _results[i].Zeros() : default!);
        var given = _function.RunBackward(_context, arrived) ?? throw Error.NoGradients(NodeName);
        // As in PyTorch, nothing may follow in any number.
        if (given.Count < _inputs.Length || given.Skip(_inputs.Length).Any(gradient => gradient is not null))
            throw Error.NumberOfGradients(NodeName, _inputs.Length, given.Count);
        var fitting = new T?[_inputs.Length];
        for (var i = 0; i < fitting.Length; i++)
            if (_context.NeedsInputGrad[i] && given[i] is { } gradient)
                fitting[i] = Fitting(i, gradient);
        return fitting;
    }

    /// <summary>Applies a function, and has the engine record it where an input requires grad.</summary>
    internal static T[] Run(Function<T> function, T[] inputs)
    {
        foreach (var input in inputs)
            Check.Given(input);
        Applied?.Invoke(function, inputs);
        var context = new FunctionContext<T>(Array.ConvertAll(inputs, input => input.RequiresGrad));
        T[] results;
        using (new GradMode<T>(enabled: false))
            results = [.. Check.FunctionResults(function.Name, function.RunForward(context, inputs))];
        if (!T.GradEnabled || T.InferenceModeEnabled || !context.NeedsInputGrad.Contains(true))
            return Array.ConvertAll(results, result => result.RequiresGrad ? T.Detach(result) : result);
        var call = new FunctionCall<T>(function, context, inputs, results);
        return T.RecordFunction(call, inputs, results, context.TakeKept());
    }

    /// <summary>A gradient in the shape and dtype of its input: what was broadcast is summed, as PyTorch's engine does.</summary>
    private T Fitting(int input, T gradient)
    {
        var kind = _inputs[input];
        if (gradient.Device != kind.Device)
            throw Error.GradientOfOtherDevice(NodeName, input, kind.Device, gradient.Device);
        if (!Check.BroadcastsTo(kind.Shape, gradient.Shape))
            throw Error.GradientOfOtherShape(NodeName, input, gradient.Shape, kind.Shape);
        return T.To(gradient.SumToSize(kind.Shape), kind.DType);
    }

    /// <summary>What a tensor is, without its elements.</summary>
    private readonly record struct Kind(Shape Shape, DType DType, Device Device)
    {
        internal static Kind Of(T x) => new(x.Shape, x.DType, x.Device);

        internal T Zeros() => T.Full(Shape.ToArray(), 0, DType, Device, requiresGrad: false);
    }
}
