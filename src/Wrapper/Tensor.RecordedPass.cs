namespace TwinGrad;

// libtorch says nothing of the operations that it records in a backward pass. What can be seen of them is one node a pass, over all that the
// pass was given: gradients may depend on whatever lies behind that, and on nothing else.
public sealed partial class Tensor
{
    private const string PassName = "BackwardPass";

    // What the pass under way on this thread is seen as; null where none is recorded.
    [ThreadStatic]
    private static Node? _pass;

    /// <summary>A gradient on its way, for who looks at it within a pass.</summary>
    internal static Tensor OfPass(nint native)
    {
        var gradient = new Tensor(native);
        if (!gradient.IsLeaf)
            gradient.SetGradFn(new OpaqueNode(PassName, [.. _pass?.NextFunctions ?? []]));
        return gradient;
    }

    /// <summary>A gradient that a pass gave.</summary>
    private static Tensor OfPass(nint native, Node? pass)
    {
        var gradient = new Tensor(native);
        if (!gradient.IsLeaf)
            gradient.SetGradFn(pass ?? new OpaqueNode(PassName), pass is null ? 0 : pass.Outputs++);
        return gradient;
    }

    /// <summary>This tensor's own gradient, which passes added up.</summary>
    private Tensor OfLastPass(nint native)
    {
        var gradient = new Tensor(native);
        // Few gradients are recorded, and what requires no grad is a leaf without libtorch's being asked.
        if (!gradient.RequiresGrad || gradient.IsLeaf)
            return gradient;
        var node = GradEdge;
        if (node?.GradMadeBy is { Function: { } pass, InputNumber: < 0 })
            node.GradMadeBy = new(pass, pass.Outputs++);
        var (made, output) = node?.GradMadeBy ?? default;
        gradient.SetGradFn(made ?? new OpaqueNode(PassName), output);
        return gradient;
    }

    /// <summary>A tensor whose operation, if it has one, was recorded out of sight.</summary>
    private static Tensor Received(nint native, string recordedBy) => OfGraph(native, new(new OpaqueNode(recordedBy)));

    /// <summary>What a pass is seen as; null where it is not recorded.</summary>
    /// <param name="roots">Where it starts.</param>
    /// <param name="gradients">What it starts with. Of a pass that is not recorded that is all that gradients may depend on.</param>
    /// <param name="inputs">Where it ends.</param>
    /// <param name="createGraph">Whether it is recorded.</param>
    /// <param name="before">Passes whose gradients it adds to.</param>
    private static OpaqueNode? PassOver(
        ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs, bool createGraph, params IEnumerable<Edge> before)
    {
        if (!createGraph && gradients.IsEmpty)
            return null;
        var edges = new List<Edge>();
        if (createGraph)
        {
            edges.AddRange(EdgesOf(roots));
            edges.AddRange(EdgesOf(inputs));
        }
        edges.AddRange(EdgesOf(gradients));
        edges.AddRange(before);
        Edge[] known = [.. edges.Where(edge => edge.Function is not null).Distinct()];
        return known.Length == 0 ? null : new OpaqueNode(PassName, known) { Outputs = 0 };
    }

    /// <summary>The nodes at which a pass may leave gradients behind: those of the inputs, or all behind the roots.</summary>
    private static HashSet<Node> Reached(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> inputs)
    {
        var reached = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var ahead = new Stack<Edge>(EdgesOf(inputs.IsEmpty ? roots : inputs));
        while (ahead.TryPop(out var edge))
            if (edge.Function is { } node && reached.Add(node) && inputs.IsEmpty)
                foreach (var next in node.NextFunctions)
                    ahead.Push(next);
        return reached;
    }

    /// <summary>A recorded pass that adds to the gradients of leaves, and of tensors that keep theirs.</summary>
    private sealed class RecordedBackward
    {
        private readonly HashSet<Node> _reached;

        internal RecordedBackward(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs)
        {
            _reached = Reached(roots, inputs);
            var before = _reached.Where(node => node is LeafNode<Tensor> { Leaf.NativeGrad.IsLeaf: false }).Select(node => node.GradMadeBy);
            Pass = PassOver(roots, gradients, inputs, createGraph: true, [.. before]);
        }

        internal OpaqueNode? Pass { get; }

        /// <summary>The pass went through: who reads a gradient is told that it comes of it.</summary>
        internal void Completed()
        {
            // They are numbered as they are read.
            foreach (var node in _reached)
                node.GradMadeBy = new(Pass, -1);
        }
    }

    /// <summary>While it is open, this thread's pass is seen as a node.</summary>
    private readonly ref struct PassScope : IDisposable
    {
        private readonly Node? _outer = _pass;

        public PassScope(Node? pass) => _pass = pass;

        public void Dispose() => _pass = _outer;
    }
}
