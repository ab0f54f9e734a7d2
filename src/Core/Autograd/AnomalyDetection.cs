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

    /// <summary>Checks the sum of gradients none of which is anomalous.</summary>
    /// <param name="node">The operation at whose result they arrived; of a leaf the node where they add up.</param>
    /// <param name="sum">The sum.</param>
    /// <param name="sought">What to look for.</param>
    /// <exception cref="TorchAnomalyException">It has an element of the kind that is looked for.</exception>
    internal static void CheckSum<T>(Node node, T sum, Anomalies sought)
        where T : class, ITensor<T>
    {
        if (Find(sum, sought) is { } anomaly)
            throw Error.AnomalousSum(node, anomaly.Kind, anomaly.Element);
    }

    /// <summary>Whether a tensor has an element of the kind that is looked for.</summary>
    internal static bool IsIn<T>(T tensor, Anomalies sought)
        where T : class, ITensor<T>
        => Find(tensor, sought) is not null;

    /// <summary>Throws if a pass through a traced graph brought something anomalous, naming the operation whose rule made it so.</summary>
    /// <remarks>
    /// As if each operation's gradients had been looked at as it gave them: the first of them in the order of the pass is named, and what a
    /// hook made only once an operation gives it on.
    /// </remarks>
    /// <param name="graph">The graph that the pass went through; not freed yet.</param>
    /// <param name="arrivals">What the pass brought to the nodes that can be looked at.</param>
    /// <param name="arrived">The gradient that arrived at an operation's result, as its rule was given it.</param>
    /// <param name="sought">What to look for.</param>
    internal static void CheckPass<T>(TracedGraph<T> graph, IReadOnlyList<Arrival<T>> arrivals, Func<T, T?> arrived, Anomalies sought)
        where T : class, ITensor<T>
    {
        var suspects = arrivals.Where(arrival => arrival.IsSuspect).ToDictionary(arrival => arrival.Node);
        var uses = suspects.Keys.SelectMany(node => graph.Consumers(node), (node, use) => (Node: node, use.Consumer, use.Input))
            .ToLookup(use => use.Consumer);
        var silent = uses.Select(use => use.Key).Where(consumer => !graph.CanAsk(consumer)).ToHashSet();
        foreach (var node in TracedGraph<T>.Backwards([.. uses.Select(use => use.Key), .. suspects.Keys]))
        {
            // What was not traced is first in this order, though its gradients may come late.
            if (suspects.TryGetValue(node, out var suspect) && (node.Origin is not null || TracedGraph<T>.IsLeaf(node)))
                CheckSums(graph, suspect, silent, sought);
            foreach (var (to, _, input) in uses[node].OrderBy(use => use.Input))
                foreach (var flow in Flows(graph, suspects[to], node, silent, arrived))
                    CheckGradient(node, input, flow, sought);
        }
        foreach (var suspect in suspects.Values)
            CheckSums(graph, suspect, silent, sought);
    }

    /// <summary>What an operation passed on to the tensors of a node.</summary>
    private static IReadOnlyList<T> Flows<T>(TracedGraph<T> graph, Arrival<T> arrival, Node consumer, HashSet<Node> silent, Func<T, T?> arrived)
        where T : class, ITensor<T>
    {
        if (arrival.IsFlows && graph.Consumers(arrival.Node).Count == 1)
            return arrival.Sums;
        try
        {
            return [.. graph.Tensors(arrival.Node).Select(tensor => graph.Flow(consumer, tensor, arrived)).OfType<T>()];
        }
        catch (Exception)
        {
            // The pass failed here, or a custom function does not bear to be asked again.
            silent.Add(consumer);
            return [];
        }
    }

    /// <summary>Looks at what arrived at a node, after all that could be asked has been found to be in order.</summary>
    private static void CheckSums<T>(TracedGraph<T> graph, Arrival<T> arrival, HashSet<Node> silent, Anomalies sought)
        where T : class, ITensor<T>
    {
        foreach (var sum in arrival.Sums)
            if (graph.Consumers(arrival.Node).LastOrDefault(use => silent.Contains(use.Consumer)) is { Consumer: { } unknown, Input: var input })
                CheckGradient(unknown, input, sum, sought);
            else
                CheckSum(arrival.Node, sum, sought);
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
