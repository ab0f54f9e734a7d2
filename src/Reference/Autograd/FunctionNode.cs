namespace TwinGrad.Reference;

/// <summary>A custom function: its own backward turns the gradients of all its results into those of its inputs.</summary>
/// <remarks>A backward pass comes to it by the nodes of its results, which are younger.</remarks>
internal sealed class FunctionNode : TapeNode, IResultsNode
{
    private readonly FunctionCall<Tensor> _call;
    private readonly FunctionResultNode?[] _results;
    private Saved[]? _saved;
    private bool[] _isResult = [];

    internal FunctionNode(FunctionCall<Tensor> call, ReadOnlySpan<Tensor> inputs)
        : base(call.NodeName, EdgesOf(inputs))
    {
        _call = call;
        _results = new FunctionResultNode?[call.Differentiable.Count];
        Outputs = _results.Length;
    }

    /// <summary>How many results there are.</summary>
    internal int Results => _results.Length;

    /// <inheritdoc/>
    public TapeNode ResultNode(int place) => _results[place]!;

    /// <summary>The node of a result that gradients come from.</summary>
    internal FunctionResultNode AddResult(int place) => _results[place] = new(this, place);

    internal void Save(ReadOnlySpan<Tensor> tensors)
    {
        _saved = [.. tensors.ToArray().Select(Saved.Of)];
        _isResult = [.. tensors.ToArray().Select(tensor => tensor.GradFn == this)];
    }

    /// <summary>The gradient of every input; null where nothing flows.</summary>
    internal Tensor?[] InputGradients(Tensor?[] gradients) => _call.Backward(gradients, Unpack);

    internal override void Release() => _saved = null;

    /// <summary>What was saved. A result that was written is named by what made it, an input by what it is now.</summary>
    private Tensor[] Unpack()
        => [.. (_saved ?? throw Error.BackwardTwice()).Select((saved, i) => _isResult[i]
            ? saved.Read(Name, saved.Output)
            : saved.Read())];
}

/// <summary>One result of a custom function, where its gradient is summed, seen and kept.</summary>
internal sealed class FunctionResultNode : TapeNode
{
    internal FunctionResultNode(FunctionNode function, int place)
        : base(function.Name, [.. function.NextFunctions])
    {
        (Function, Place) = (function, place);
        IsResultOf(function, place);
    }

    internal FunctionNode Function { get; }

    internal int Place { get; }
}
