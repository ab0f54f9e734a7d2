namespace TwinGrad.Reference;

/// <summary>A custom function: its own backward turns the gradients of all its results into those of its inputs.</summary>
/// <remarks>It stands behind the nodes of its results, which are what can be seen of the graph, and is older than they are.</remarks>
internal sealed class FunctionNode : TapeNode
{
    private readonly FunctionCall<Tensor> _call;
    private Saved[]? _saved;
    private bool[] _isResult = [];

    internal FunctionNode(FunctionCall<Tensor> call, ReadOnlySpan<Tensor> inputs)
        : base(call.NodeName, EdgesOf(inputs))
        => _call = call;

    /// <summary>How many results there are.</summary>
    internal int Results => _call.Differentiable.Count;

    internal void Save(ReadOnlySpan<Tensor> tensors)
    {
        _saved = [.. tensors.ToArray().Select(Saved.Of)];
        _isResult = [.. tensors.ToArray().Select(tensor => tensor.GradFn is FunctionResultNode { Function: var function } && function == this)];
    }

    /// <summary>The gradient of every input; null where nothing flows.</summary>
    internal Tensor?[] InputGradients(Tensor?[] gradients) => _call.Backward(gradients, Unpack);

    internal override void Release() => _saved = null;

    /// <summary>What was saved. A result that was written is named by what made it, an input by what it is now.</summary>
    private Tensor[] Unpack()
        => [.. (_saved ?? throw Error.BackwardTwice()).Select((saved, i) => saved.Read(_isResult[i] ? Name : saved.Tensor.GradFn?.Name))];
}

/// <summary>One result of a custom function, where its gradient is summed, seen and kept.</summary>
internal sealed class FunctionResultNode(FunctionNode function, int place) : TapeNode(function.Name, [.. function.NextFunctions])
{
    internal FunctionNode Function { get; } = function;

    internal int Place { get; } = place;
}
