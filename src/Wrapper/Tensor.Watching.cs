namespace TwinGrad;

public sealed partial class Tensor
{
    /// <summary>Where the gradient that a recorded pass left comes from; null unless the pass was watched.</summary>
    private NodeOrigin? _gradOrigin;

    /// <summary>
    /// Runs a backward pass and looks into it: libtorch is asked to keep the gradient of whatever was traced, and the graph, until it is known
    /// which operation is to blame. An anomaly leaves every <see cref="Grad"/> as it was.
    /// </summary>
    /// <param name="roots">Where the pass starts.</param>
    /// <param name="starts">The gradients that it starts with; none for ones.</param>
    /// <param name="targets">Whose gradients it gives or adds to; none for all leaves.</param>
    /// <param name="retainGraph">Whether the graph may be used once more.</param>
    /// <param name="createGraph">Whether the pass is recorded.</param>
    /// <param name="sought">What to look for.</param>
    /// <param name="accumulates">Whether the pass adds to gradients, and gives none.</param>
    /// <param name="pass">The pass, which is told whether to retain the graph, and who looks at hooks; it gives the targets' gradients.</param>
    private static Tensor?[] Watched(
        Tensor[] roots, Tensor[] starts, Tensor[] targets, bool retainGraph, bool createGraph, Anomalies sought, bool accumulates,
        Func<bool, HookedGradients, Tensor?[]> pass)
    {
        var graph = new TracedGraph<Tensor>(
            roots.Concat(starts).Select(root => root.GradEdge), targets.Select(target => (target.GradEdge!, target)));
        var watch = new PassWatch(graph, accumulates, [.. graph.Nodes.SelectMany(TracedGraph<Tensor>.Results, (node, result) => new WatchedGradient(node, result))]);
        Tensor?[] results;
        try
        {
            results = pass(retainGraph || sought != Anomalies.None, watch.Hooked);
        }
        catch (Exception thrown) when (thrown is not TorchAnomalyException)
        {
            // An anomaly of before is what PyTorch would have stopped at.
            watch.ThrowAnomaly(roots, starts, targets, [], sought);
            watch.Explain();
            watch.Keep(createGraph);
            throw;
        }
        catch (TorchAnomalyException)
        {
            watch.TakeBack();
            throw;
        }
        watch.ThrowAnomaly(roots, starts, targets, results, sought);
        if (!retainGraph && sought != Anomalies.None)
            Free(graph, roots, starts, targets);
        watch.Keep(createGraph);
        if (createGraph)
            NotePass(graph, results);
        return results;
    }

    /// <summary>
    /// Has libtorch let go of what a pass would have let go of, had it not been told to retain the graph: by a second one, in which nobody's code is called.
    /// </summary>
    private static void Free(TracedGraph<Tensor> graph, Tensor[] roots, Tensor[] starts, Tensor[] targets)
    {
        Tensor[] ends = targets.Length > 0 ? targets : [.. graph.Nodes.OfType<LeafNode<Tensor>>().Select(node => node.Leaf)];
        if (ends.Length == 0)
            return;
        var retained = graph.All.Select(node => node.RetainedFor as Tensor).OfType<Tensor>().Select(tensor => (Tensor: tensor, Grad: tensor.NativeGrad)).ToArray();
        try
        {
            NativeGradients(roots, starts, ends, retainGraph: false, createGraph: false, new(retainsGraph: false) { OnlyFrees = true });
        }
        catch (TorchException)
        {
            // A hook changed what the graph had saved, or freed a part of it. What is left goes with the tensors.
        }
        foreach (var (tensor, grad) in retained)
            tensor.NativeGrad = grad;
    }

    /// <summary>Notes which call a recorded pass was.</summary>
    private static void NotePass(TracedGraph<Tensor> graph, Tensor?[] results)
    {
        var site = CallSite.Outside(typeof(Tensor).Assembly);
        foreach (var recorded in results.OfType<Tensor>().Where(result => result._gradFn is not null).GroupBy(result => result._gradFn!))
            recorded.Key.Origin ??= new(site, [.. recorded.Select(result => (result.Alias(), result.Version))]);
        if (results.Length == 0)
            foreach (var leaf in graph.All.OfType<LeafNode<Tensor>>())
                leaf.Leaf._gradOrigin = new(site, []);
    }

    /// <summary>What one pass did to the gradients of a traced graph.</summary>
    private sealed class PassWatch(TracedGraph<Tensor> graph, bool accumulates, WatchedGradient[] gradients)
    {
        /// <summary>What its hooks saw.</summary>
        internal HookedGradients Hooked { get; } = new();

        /// <summary>Throws if there is an anomaly in what the pass brought, and leaves the gradients as they were before it.</summary>
        internal void ThrowAnomaly(Tensor[] roots, Tensor[] starts, Tensor[] targets, Tensor?[] results, Anomalies sought)
        {
            if (sought == Anomalies.None)
                return;
            try
            {
                Check(roots, starts, targets, results, sought);
            }
            catch (TorchAnomalyException)
            {
                TakeBack();
                throw;
            }
        }

        private void Check(Tensor[] roots, Tensor[] starts, Tensor[] targets, Tensor?[] results, Anomalies sought)
        {
            var begun = roots.Index().ToLookup(
                root => root.Item.GradEdge!, root => root.Index < starts.Length && AnomalyDetection.IsIn(starts[root.Index], sought));
            var given = results.Index().Where(result => result.Item is not null).ToLookup(result => targets[result.Index].GradEdge!, result => result.Item!);
            var watched = gradients.ToLookup(one => one.Node);
            Arrival<Tensor>[] arrivals =
            [
                .. watched.Select(one => one.Key).Union(given.Select(one => one.Key)).Select(node => begun[node].Contains(true)
                    ? new(node, [], IsFlows: false, IsSuspect: true)
                    : accumulates && TracedGraph<Tensor>.IsLeaf(node)
                    ? AtLeaf(node, watched[node].Single(), begun.Contains(node), sought)
                    : At(node, [.. watched[node].Select(one => one.Arrived).OfType<Tensor>()], [.. given[node]], begun.Contains(node), sought)),
            ];
            var arrived = gradients.ToDictionary(one => one.Tensor, one => one.Arrived);
            BackwardPass.Quietly(() => AnomalyDetection.CheckPass(graph, arrivals, tensor => arrived.GetValueOrDefault(tensor), sought));
        }

        /// <summary>Says in which operation the pass failed.</summary>
        internal void Explain()
        {
            if (Array.FindLast(gradients, one => !one.IsLeaf && one.Arrived is not null) is { } last)
                AnomalyDetection.Explain(last.Node);
        }

        /// <summary>Leaves the gradients that libtorch would have left.</summary>
        internal void Keep(bool createGraph) => Array.ForEach(gradients, one => one.Keep(createGraph));

        /// <summary>Leaves the gradients as they were before the pass.</summary>
        internal void TakeBack() => Array.ForEach(gradients, one => one.TakeBack());

        private Arrival<Tensor> At(Node node, Tensor[] arrived, Tensor[] given, bool isRoot, Anomalies sought)
        {
            var hooked = Hooked.Given(node);
            var sums = hooked.Length > 0 ? hooked : arrived.Length > 0 ? arrived : given;
            return new(node, sums, !isRoot, sums.Concat(arrived).Any(sum => AnomalyDetection.IsIn(sum, sought | Anomalies.Nan)));
        }

        private Arrival<Tensor> AtLeaf(Node node, WatchedGradient leaf, bool isRoot, Anomalies sought)
        {
            var had = leaf.Before;
            var wasFine = !Hooked.Made(node).Append(had).OfType<Tensor>().Any(part => AnomalyDetection.IsIn(part, sought));
            Tensor[] sums = [.. Hooked.Given(node), .. wasFine && leaf.Tensor.NativeGrad is { } after ? (Tensor[])[after] : []];
            return new(
                node, sums, !isRoot && had is null, sums.Append(had).OfType<Tensor>().Any(sum => AnomalyDetection.IsIn(sum, sought | Anomalies.Nan)));
        }
    }

    /// <summary>The gradient of a traced tensor before and after a pass.</summary>
    private sealed class WatchedGradient
    {
        // The tensor that is there; a leaf's stays there in the pass, as hooks may ask for it.
        private readonly Tensor? _grad;
        private Tensor? _arrived;

        internal WatchedGradient(Node node, Tensor tensor)
        {
            (Node, Tensor) = (node, tensor);
            // First, as libtorch warns on standard error when what keeps no gradient is asked for one.
            NativeMethods.THSTensor_retain_grad(tensor.Handle);
            NativeError.Check();
            _grad = tensor.NativeGrad;
            if (IsLeaf)
                Before = _grad is null ? null : Unscoped(() => _grad.Detach().Clone());
            else if (_grad is not null)
                tensor.NativeGrad = null;
        }

        internal Node Node { get; }

        internal Tensor Tensor { get; }

        internal bool IsLeaf => TracedGraph<Tensor>.IsLeaf(Node);

        /// <summary>What a leaf's gradient was.</summary>
        internal Tensor? Before { get; }

        /// <summary>What arrived in the pass, and was passed on; null for a leaf.</summary>
        internal Tensor? Arrived => IsLeaf ? null : _arrived ??= Tensor.NativeGrad;

        /// <summary>Adds what arrived onto what was there before, if the tensor is to retain it.</summary>
        internal void Keep(bool createGraph)
        {
            if (IsLeaf)
                return;
            var kept = Node.RetainedFor is null ? null : Arrived;
            if (_grad is null || kept is null)
            {
                Tensor.NativeGrad = kept ?? _grad;
                return;
            }
            using var mode = new GradMode<Tensor>(createGraph);
            Tensor.NativeGrad = createGraph ? _grad + kept : Add_(_grad, kept);
        }

        /// <summary>Puts back what was there.</summary>
        internal void TakeBack()
        {
            if (_grad is not null && Before is not null)
            {
                using var mode = new GradMode<Tensor>(enabled: false);
                Copy_(_grad, Before);
            }
            Tensor.NativeGrad = _grad;
        }
    }
}
