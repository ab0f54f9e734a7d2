namespace TwinGrad;

/// <summary>Looks for nans and infinities in what operations give, forwards and backwards, and says which call is to blame.</summary>
internal static class AnomalyDetection
{
    /// <summary>Checks the result of an operation that has just been computed.</summary>
    /// <param name="name">The operation's node.</param>
    /// <param name="result">What it gave.</param>
    /// <exception cref="TorchAnomalyException">It has an element of the kind that is looked for.</exception>
    internal static void CheckResult<T>(string name, T result)
        where T : class, ITensor<T>
    {
        if (Find(result, Tracing.Anomalies) is { } anomaly)
            throw Error.AnomalousResult(name, anomaly.Kind, anomaly.Element, CallSite.Outside(typeof(T).Assembly));
    }

    /// <summary>Checks the gradient of an operation's input that its rule has just given.</summary>
    /// <exception cref="TorchAnomalyException">It has an element of the kind that is looked for.</exception>
    internal static void CheckGradient<T>(Node node, int input, T gradient, Anomalies sought)
        where T : class, ITensor<T>
    {
        if (Find(gradient, sought) is { } anomaly)
            throw Error.AnomalousGradient(node, input, anomaly.Kind, anomaly.Element);
    }

    /// <summary>Says which operation a backward pass failed in, as PyTorch does, before its exception goes on.</summary>
    internal static void Explain(Node node)
        => Warnings.Warn(AutogradWarning.ErrorDetected(node.Name, node.CallSite));

    /// <summary>Throws if a gradient on its way through a traced graph is anomalous, naming the operation whose rule made it so.</summary>
    /// <param name="graph">The graph that a pass went through; not freed yet.</param>
    /// <param name="arrived">The gradient that arrived at a node's results, in their order; null where none did.</param>
    /// <param name="sought">What to look for.</param>
    internal static void CheckPass<T>(TracedGraph<T> graph, Func<Node, IReadOnlyList<T?>> arrived, Anomalies sought)
        where T : class, ITensor<T>
    {
        foreach (var node in graph.Nodes)
            foreach (var gradient in arrived(node))
                if (gradient is not null && Find(gradient, sought) is { } anomaly)
                {
                    var (culprit, input) = Culprit(graph, node, arrived, sought);
                    throw Error.AnomalousGradient(culprit, input, anomaly.Kind, anomaly.Element);
                }
    }

    /// <summary>Which of the operations that used a node's result passed the anomaly on to it.</summary>
    /// <remarks>
    /// Nothing anomalous arrived at any of them. The one that was recorded first is asked first: what flows from a later one may have passed
    /// through an earlier one on its way.
    /// </remarks>
    private static (Node Culprit, int Input) Culprit<T>(
        TracedGraph<T> graph, Node node, Func<Node, IReadOnlyList<T?>> arrived, Anomalies sought)
        where T : class, ITensor<T>
    {
        var consumers = graph.Consumers(node);
        foreach (var (consumer, input) in consumers)
            foreach (var result in TracedGraph<T>.Results(node))
                if (graph.Flow(consumer, result, arrived) is { } flow && Find(flow, sought) is not null)
                    return (consumer, input);
        return consumers.Count > 0 ? consumers[^1] : (node, 0);
    }

    private static (string Kind, long Element)? Find<T>(T tensor, Anomalies sought)
        where T : class, ITensor<T>
    {
        if (sought == Anomalies.None || !tensor.DType.IsFloatingPoint)
            return null;
        var elements = tensor.ToArray<double>();
        for (var i = 0; i < elements.Length; i++)
        {
            if (double.IsNaN(elements[i]) && sought.HasFlag(Anomalies.Nan))
                return ("nan", i);
            if (double.IsInfinity(elements[i]) && sought.HasFlag(Anomalies.Infinity))
                return ("infinite", i);
        }
        return null;
    }
}
