namespace TwinGrad.Reference;

/// <summary>Looks for anomalies in one backward pass, says where it fails, and takes back what it added to gradients if it finds one.</summary>
/// <param name="sought">What to look for.</param>
internal sealed class PassWatch(Anomalies sought)
{
    private readonly HashSet<Node> _begunAnomalous = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Tensor Of, Tensor? Grad, Tensor? Copy)> _before = [];

    /// <summary>A gradient that the pass begins with is what it was given, anomalous or not.</summary>
    internal void Begin(Node node, Tensor gradient)
    {
        if (AnomalyDetection.IsIn(gradient, sought))
            _begunAnomalous.Add(node);
    }

    /// <summary>What arrived at a node: each gradient was looked at as it was passed on, but not yet their sum.</summary>
    internal void Arrived(Node node, Tensor sum)
    {
        if (!_begunAnomalous.Contains(node))
            AnomalyDetection.CheckSum(node, sum, sought);
    }

    /// <summary>The gradient of an input, looked at.</summary>
    internal Tensor? InputGradient(TapeNode node, int input, Tensor sum)
    {
        var flow = Explained(node, () => node.InputGradient(input, sum));
        if (flow is not null)
            AnomalyDetection.CheckGradient(node, input, flow, sought);
        return flow;
    }

    /// <summary>The gradients of all inputs of a custom function, looked at.</summary>
    internal Tensor?[] InputGradients(FunctionNode function, Tensor?[] gradients)
    {
        var flows = Explained(function, () => function.InputGradients(gradients));
        for (var input = 0; input < flows.Length; input++)
            if (flows[input] is { } flow)
                AnomalyDetection.CheckGradient(function, input, flow, sought);
        return flows;
    }

    /// <summary>Adds onto a leaf's gradient, and looks at what it becomes.</summary>
    internal void Accumulate(LeafNode<Tensor> node, Tensor gradient, bool createGraph)
    {
        var leaf = node.Leaf;
        var wasFine = !AnomalyDetection.IsIn(gradient, sought) && (leaf.Grad is not { } before || !AnomalyDetection.IsIn(before, sought));
        Remember(leaf);
        leaf.Accumulate(gradient, createGraph);
        if (wasFine && leaf.Grad is { } after)
            AnomalyDetection.CheckSum(node, after, sought);
    }

    /// <summary>Keeps the gradient that a tensor has, which is about to be added to.</summary>
    internal void Remember(Tensor tensor)
    {
        if (sought != Anomalies.None)
            _before.Add((tensor, tensor.Grad, tensor.Grad is { } grad ? Tensor.Clone(Tensor.Detach(grad)) : null));
    }

    /// <summary>Gives every tensor the gradient that it had.</summary>
    internal void TakeBack()
    {
        using var mode = new GradMode<Tensor>(enabled: false);
        foreach (var (of, grad, copy) in Enumerable.Reverse(_before))
        {
            of.Grad = grad;
            if (grad is not null)
                Tensor.Copy_(grad, copy!);
        }
    }

    private static TResult Explained<TResult>(TapeNode node, Func<TResult> rule)
    {
        Tracing.InRuleOf(node);
        try
        {
            return rule();
        }
        catch
        {
            AnomalyDetection.Explain(node);
            throw;
        }
    }
}
