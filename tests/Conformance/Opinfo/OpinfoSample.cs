using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>A sample of the operator database on one engine; each part is computed when it is asked for.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal sealed class OpinfoSample<T>
    where T : class, ITensor<T>
{
    private readonly OpinfoCase _golden;
    private readonly List<T> _leaves = [];
    private readonly Lazy<IReadOnlyList<T>> _outputs;
    private readonly Lazy<IReadOnlyList<T?>> _gradients;

    internal OpinfoSample(OpinfoCase golden)
    {
        _golden = golden;
        _outputs = new(ComputeOutputs);
        _gradients = new(ComputeGradients);
    }

    /// <summary>What the call returns, depth first.</summary>
    /// <exception cref="CannotAnswerException">The library has no such operator, or not that form of it.</exception>
    internal IReadOnlyList<T> Outputs => _outputs.Value;

    /// <summary>d(sum of outputs * cotangents) by each leaf; null where no output depends on it.</summary>
    internal IReadOnlyList<T?> Gradients => _gradients.Value;

    /// <summary>d(sum of the squares of all gradients) by each leaf; null where no gradient depends on it.</summary>
    internal IReadOnlyList<T?> Second
    {
        get
        {
            var squares = Gradients.OfType<T>().Where(gradient => gradient.RequiresGrad).Select(gradient => (gradient * gradient).Sum());
            return Differentiate([.. squares], gradOutputs: null, createGraph: false);
        }
    }

    private IReadOnlyList<T> ComputeOutputs()
    {
        if (_golden.SeededRandom)
            throw new CannotAnswerException("a random draw");
        var python = new PythonEvaluator<T>();
        var arguments = new PythonArguments(
            [Argument(_golden.Input), .. _golden.Args.Select(Argument)],
            _golden.Kwargs.ToDictionary(argument => argument.Key, argument => Argument(argument.Value)));
        var result = python.Call(_golden.Call, arguments);
        if (_golden.OutputProcess is { } process)
            result = OpinfoProcess.Apply(process, _golden.Op, python, result);
        return [.. Tensors(result)];
    }

    private IReadOnlyList<T?> ComputeGradients()
    {
        // An output that requires no grad adds nothing: that its gradients are missing shows when they are compared.
        var roots = Outputs.Zip(_golden.Outputs)
            .Where(pair => pair.First.RequiresGrad && pair.Second.Cotangent is not null)
            .Select(pair => (Output: pair.First, Cotangent: PythonTorch<T>.Leaf(pair.Second.Cotangent!, pair.Second.Shape, pair.First.DType)))
            .ToList();
        return Differentiate(
            [.. roots.Select(root => root.Output)], [.. roots.Select(root => root.Cotangent)], createGraph: _golden.Second is not null);
    }

    private IReadOnlyList<T?> Differentiate(IReadOnlyList<T> outputs, IReadOnlyList<T>? gradOutputs, bool createGraph)
        => outputs.Count == 0 || _leaves.Count == 0
            ? new T?[_leaves.Count]
            : Autograd.Grad(outputs, _leaves, gradOutputs, createGraph: createGraph, allowUnused: true);

    /// <summary>The recorded argument on this engine; leaves are met in the recorded order of the gradients.</summary>
    private object? Argument(object? recorded)
    {
        switch (recorded)
        {
            case OpinfoTensor tensor:
                var leaf = PythonTorch<T>.Leaf(tensor.Data, tensor.Shape, DType.Parse(tensor.Dtype ?? "float64"), tensor.RequiresGrad);
                if (tensor.RequiresGrad)
                    _leaves.Add(leaf);
                return leaf;
            case PythonList { Items: var items }:
                return new PythonList(items.Select(Argument).ToList());
            case PythonTuple { Items: var items }:
                return new PythonTuple([.. items.Select(Argument)]);
            default:
                return recorded;
        }
    }

    private static IEnumerable<T> Tensors(object? result) => result switch
    {
        T tensor => [tensor],
        PythonSequence { Items: var items } => items.SelectMany(Tensors),
        _ => throw new PythonEvaluationException($"an output is a {PythonType.Name(result)}"),
    };
}
