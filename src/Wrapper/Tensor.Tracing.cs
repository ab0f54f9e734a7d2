namespace TwinGrad;

public sealed partial class Tensor
{
    /// <summary>What an operation made, checked and noted where this thread watches.</summary>
    private Tensor Traced(string name) => Tracing.IsActive ? Traced(name, [this])[0] : this;

    /// <inheritdoc cref="Traced(string)"/>
    private static Tensor[] Traced(string name, Tensor[] results)
    {
        if (!Tracing.IsActive)
            return results;
        foreach (var result in results)
            AnomalyDetection.CheckResult(name, result);
        // One operation made all that have a node.
        var made = Array.FindAll(results, result => result._gradFn is not null);
        if (made.Length > 0)
            Tracing.Note<Tensor>(made[0]._gradFn!, Array.ConvertAll(made, result => result.Alias()));
        return results;
    }

    /// <summary>Another handle of the same native tensor, which neither a scope nor <see cref="Dispose"/> of this one frees.</summary>
    private Tensor Alias()
    {
        var alias = Unscoped(() => new(NativeError.Check(NativeMethods.THSTensor_alias(HandleOf(this)))));
        alias._gradFn = _gradFn;
        return alias;
    }

    /// <summary>
    /// Runs a backward pass and looks into it: libtorch is asked to keep the gradient of whatever was traced, and the graph, until it is known
    /// which operation is to blame. An anomaly leaves every <see cref="Grad"/> as it was.
    /// </summary>
    /// <param name="roots">Where the pass starts.</param>
    /// <param name="targets">Whose gradients it gives.</param>
    /// <param name="retainGraph">Whether the graph may be used once more.</param>
    /// <param name="createGraph">Whether gradients add up with a graph of their own.</param>
    /// <param name="sought">What to look for.</param>
    /// <param name="pass">The pass, which keeps the graph; it gives the targets' gradients.</param>
    private static Tensor?[] Watched(
        Tensor[] roots, Tensor[] targets, bool retainGraph, bool createGraph, Anomalies sought, Func<Tensor?[]> pass)
    {
        var graph = new TracedGraph<Tensor>(roots.Select(root => root.GradEdge));
        if (graph.Nodes.Any(node => node.Origin is { Freed: true }))
            throw Error.BackwardTwice();
        var watched = graph.Nodes.SelectMany(TracedGraph<Tensor>.Results, (node, result) => new WatchedGradient(node, result)).ToArray();
        var completed = false;
        try
        {
            var results = pass();
            for (var i = 0; i < targets.Length; i++)
                Array.Find(watched, one => one.Node == targets[i].GradEdge)?.Given = results[i];
            var arrived = watched.ToLookup(one => one.Node, one => one.Arrived);
            AnomalyDetection.CheckPass(graph, node => [.. arrived[node]], sought);
            completed = true;
            return results;
        }
        catch (Exception exception) when (exception is not TorchAnomalyException)
        {
            if (Array.FindLast(watched, one => !one.IsLeaf && one.Arrived is not null) is { } last)
                AnomalyDetection.Explain(last.Node);
            throw;
        }
        finally
        {
            foreach (var one in watched)
                one.Restore(completed, createGraph);
            foreach (var node in graph.Nodes)
                node.Origin?.Freed = completed && !retainGraph;
        }
    }

    /// <summary>The gradient of a traced tensor before and after a pass.</summary>
    private sealed class WatchedGradient
    {
        private readonly Tensor _tensor;
        private readonly Tensor? _before;

        internal WatchedGradient(Node node, Tensor tensor)
        {
            (Node, _tensor) = (node, tensor);
            // First, as libtorch warns on standard error when what keeps no gradient is asked for one.
            NativeMethods.THSTensor_retain_grad(tensor.Handle);
            NativeError.Check();
            _before = tensor.NativeGrad;
            _tensor.NativeGrad = null;
        }

        internal Node Node { get; }

        internal bool IsLeaf => TracedGraph<Tensor>.IsLeaf(Node);

        /// <summary>What the pass gave of it, where it was asked for: libtorch keeps nothing of a leaf then.</summary>
        internal Tensor? Given { get; set; }

        /// <summary>What arrived in the pass.</summary>
        internal Tensor? Arrived => _tensor.NativeGrad ?? Given;

        /// <summary>Adds what arrived onto what was there before, if the pass went through and libtorch would have kept it.</summary>
        internal void Restore(bool completed, bool createGraph)
        {
            var kept = completed && (IsLeaf || Node.Origin!.RetainsGrad) ? _tensor.NativeGrad : null;
            if (_before is null || kept is null)
            {
                _tensor.NativeGrad = kept ?? _before;
                return;
            }
            using var mode = new GradMode<Tensor>(createGraph);
            _tensor.NativeGrad = createGraph ? _before + kept : Add_(_before, kept);
        }
    }
}
