namespace TwinGrad;

/// <summary>A function run once on an engine with its calls noted, and the gradients of a sum of its results by all that was computed on the way.</summary>
internal sealed class TracedRun<T>
    where T : class, ITensor<T>
{
    private readonly Dictionary<T, T?> _arrived = new(ReferenceEqualityComparer.Instance);

    private TracedRun(T result, Node root, T[] leaves, double unit)
    {
        Root = root;
        Graph = new([root]);
        Leaves = Array.ConvertAll(leaves, leaf => Graph.Nodes.FirstOrDefault(node => node is LeafNode<T> used && used.Leaf == leaf));
        T[] tensors = [.. Graph.Nodes.SelectMany(TracedGraph<T>.Results)];
        var gradients = T.Gradients([result], [Derivatives.Cotangent(result, unit)], tensors, retainGraph: true, createGraph: false);
        foreach (var (tensor, gradient) in tensors.Zip(gradients))
            _arrived.Add(tensor, gradient);
    }

    internal Node Root { get; }

    internal TracedGraph<T> Graph { get; }

    /// <summary>The nodes of the inputs; null for one that the result does not depend on.</summary>
    internal IReadOnlyList<Node?> Leaves { get; }

    /// <summary>Runs it; null where nothing of the result can be differentiated.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Where to run it.</param>
    /// <param name="unit">The gradient of a result of one number; several elements have weights of their own.</param>
    internal static TracedRun<T>? Of(Func<T[], T> function, IReadOnlyList<CheckInput> inputs, double unit)
    {
        using var recording = new Recording<T>();
        T[] leaves = [.. inputs.Select(input => input.Input.Leaf<T>(DType.Float64))];
        T result;
        using (Autograd.Trace())
            result = function(leaves);
        return result.GradFn is { } root ? new(result, root, leaves, unit) : null;
    }

    /// <summary>The gradient of the sum by a tensor on the way; zeros where nothing arrived.</summary>
    internal double[] Gradient(T tensor) => Elements(_arrived[tensor], tensor);

    /// <summary>The largest gradient that arrived anywhere.</summary>
    internal double LargestGradient => _arrived.Select(pair => Magnitude.Largest(Elements(pair.Value, pair.Key))).Append(0).Max();

    /// <summary>The largest value of any tensor on the way.</summary>
    internal double LargestValue => _arrived.Keys.Select(tensor => Magnitude.Largest(tensor.ToArray<double>())).Append(0).Max();

    /// <summary>What flows back through an operation to a tensor that it used.</summary>
    /// <param name="consumer">The operation.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="isKnown">Which tensors the other engine has too: what flows through one that it has not is part of the operation.</param>
    internal double[] Flow(Node consumer, T tensor, Func<T, bool> isKnown) => Elements(Graph.Flow(consumer, tensor, result => _arrived[result], isKnown), tensor);

    /// <summary>
    /// The derivatives of an operation's own backward rule: of the sum of the squares of what it passes on, by the gradient that arrives and
    /// by each input.
    /// </summary>
    /// <param name="result">The operation's result.</param>
    /// <param name="inputs">The tensors that it used.</param>
    internal double[][] RuleGradients(T result, T[] inputs)
    {
        if (inputs.Length == 0 || _arrived[result] is not { } arrived)
            return [];
        var gradient = arrived.Detach().RequiresGrad_();
        var square = T.Gradients([result], [gradient], inputs, retainGraph: true, createGraph: true)
            .Where(flow => flow is { RequiresGrad: true })
            .Aggregate((T?)null, (sum, flow) => sum is null ? flow!.Pow(2).Sum() : sum + flow!.Pow(2).Sum());
        if (square is null)
            return [];
        T[] all = [gradient, .. inputs];
        return [.. T.Gradients([square], [], all, retainGraph: true, createGraph: false).Zip(all, Elements)];
    }

    private static double[] Elements(T? gradient, T of) => gradient?.ToArray<double>() ?? new double[of.Numel];
}
