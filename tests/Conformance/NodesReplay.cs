using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>Evaluates Python expressions and compares the autograd graphs with PyTorch's, node by node.</summary>
/// <param name="engines">A case passes when every one of these that can evaluate it records the graph.</param>
public sealed class NodesReplay(params IReadOnlyList<Witness<NodeCase>> engines) : IReplay
{
    private readonly Hearing<NodeCase> _hearing = new(engines);

    /// <inheritdoc/>
    public string Kind => "nodes";

    /// <inheritdoc/>
    public string Description => "compares recorded autograd graphs with PyTorch's";

    /// <inheritdoc/>
    public IEnumerable<string> Notes => _hearing.Notes;

    /// <summary>An engine that evaluates the code and tells what graph it recorded.</summary>
    public static Witness<NodeCase> Engine<T>(string name)
        where T : class, ITensor<T>
        => new(name, Answer<T>);

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(string path)
        => GoldenFile.Read<NodeCase>(path).Select(golden => _hearing.Judge(golden.Id, golden, Text(golden.Outputs, golden.FirstElement)));

    private static string Text(IEnumerable<NodeOutput> outputs, double? first)
        => string.Join("; ", outputs) + (first is null ? "" : FormattableString.Invariant($"; {first:G5} first"));

    private static string Answer<T>(NodeCase golden)
        where T : class, ITensor<T>
    {
        // libtorch tells no node of the graph that its own backward pass records, so the wrapper can't either; and the reference
        // engine's rules are other formulas than PyTorch's, with the same values.
        if (golden.Code.Contains("autograd.grad(", StringComparison.Ordinal))
            throw new CannotAnswerException("a graph recorded by a backward pass");
        var python = new PythonEvaluator<T>();
        var names = new LeafNames<T>();
        NodeVariables.Set(python);
        foreach (var name in python.VariableNames)
            names.Add(python[name], name);
        python.Returned = tensor => names.Add(tensor, $"shape{PythonText(tensor.Shape)}");
        var outputs = Outputs(golden, python);
        var first = golden.FirstElement is null ? default(double?) : ((T)outputs[0]!).ToArray<double>()[0];
        return Text(outputs.Select(output => Graph(output, names)), first);
    }

    private static IReadOnlyList<object?> Outputs<T>(NodeCase golden, PythonEvaluator<T> python)
        where T : class, ITensor<T>
    {
        if (golden.Kind == "stmt")
            python.Execute(golden.Code);
        var value = golden.Kind == "stmt" ? python["out"] : python.Evaluate(golden.Code);
        return value is PythonSequence { Items: var outputs } ? outputs : [value];
    }

    private static NodeOutput Graph<T>(object? output, LeafNames<T> names)
        where T : class, ITensor<T>
        => output is T tensor
            ? new(tensor.GradFn?.Name, tensor.GradFn is { } node ? names.Chain(node) : null)
            : throw new PythonEvaluationException("an output is no tensor");

    /// <summary>Python's text of a tuple.</summary>
    private static string PythonText(Shape shape) => shape.Count == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape)})";

    /// <summary>What the recorded chains call leaves: by variable, or by shape where the code made them itself.</summary>
    private sealed class LeafNames<T>
        where T : class, ITensor<T>
    {
        private readonly Dictionary<Node, string> _names = [];

        internal void Add(object? value, string name)
        {
            if (value is T { RequiresGrad: true, IsLeaf: true } leaf)
                _names.TryAdd(Accumulator(leaf), name);
        }

        internal string Chain(Node? node)
            => node is null ? "None"
                : _names.TryGetValue(node, out var name) ? $"AccumulateGrad[{name}]"
                : node.NextFunctions.Count == 0 ? node.Name
                : $"{node.Name}({string.Join(", ", node.NextFunctions.Select(edge => Chain(edge.Function)))})";

        /// <summary>A leaf does not show where its gradient is added up; an operation on it does.</summary>
        private static Node Accumulator(T leaf)
        {
            using (new GradMode<T>(enabled: true))
                return T.Neg(leaf).GradFn!.NextFunctions[0].Function!;
        }
    }
}
