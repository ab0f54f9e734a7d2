namespace TwinGrad;

/// <summary>A function run once on an engine with its calls noted, and the gradients of its result's sum by all that was computed on the way.</summary>
internal sealed class TracedRun<T>
    where T : class, ITensor<T>
{
    private readonly Dictionary<T, T?> _arrived = new(ReferenceEqualityComparer.Instance);

    private TracedRun(T result, Node root)
    {
        Root = root;
        Graph = new([root]);
        T[] tensors = [.. Graph.Nodes.SelectMany(TracedGraph<T>.Results)];
        var gradients = T.Gradients([result], [Ones(result)], tensors, retainGraph: true, createGraph: false);
        foreach (var (tensor, gradient) in tensors.Zip(gradients))
            _arrived.Add(tensor, gradient);
    }

    internal Node Root { get; }

    internal TracedGraph<T> Graph { get; }

    /// <summary>Runs it; null where nothing of the result can be differentiated.</summary>
    internal static TracedRun<T>? Of(Func<T[], T> function, IReadOnlyList<CheckInput> inputs, DType dtype)
    {
        T[] leaves = [.. inputs.Select(input => input.Leaf<T>(dtype))];
        T result;
        using (Autograd.Trace())
            result = function(leaves);
        return result.GradFn is { } root ? new(result, root) : null;
    }

    /// <summary>The gradient of the sum by a tensor on the way; zeros where nothing arrived.</summary>
    internal double[] Gradient(T tensor) => Elements(_arrived[tensor], tensor);

    /// <summary>What flows back through an operation to a tensor that it used.</summary>
    internal double[] Flow(Node consumer, T tensor) => Elements(Graph.Flow(consumer, tensor, ArrivedAt), tensor);

    private IReadOnlyList<T?> ArrivedAt(Node node) => [.. TracedGraph<T>.Results(node).Select(result => _arrived[result])];

    private static double[] Elements(T? gradient, T of) => gradient?.ToArray<double>() ?? new double[of.Numel];

    private static T Ones(T result) => T.Full(result.Shape.ToArray(), 1, result.DType, result.Device, requiresGrad: false);
}
