using ReferenceTensor = TwinGrad.Reference.Tensor;
using TorchTensor = TwinGrad.Tensor;

namespace TwinGrad;

/// <summary>A tensor that both engines have: the result of an operation, or a leaf.</summary>
/// <param name="TorchNode">What made it on libtorch.</param>
/// <param name="Torch">libtorch's tensor.</param>
/// <param name="ReferenceNode">What made it on the reference engine.</param>
/// <param name="Reference">The reference engine's tensor.</param>
internal sealed record TensorPair(Node TorchNode, TorchTensor Torch, Node ReferenceNode, ReferenceTensor Reference);

/// <summary>Finds which tensor of one engine's graph is which of the other's.</summary>
/// <remarks>
/// Where both recorded the same operation its inputs are pairs: those that hold the same, as factors may stand in another order, else those in
/// the same place. Where the reference composed what is one operation in libtorch, the inputs are the nearest tensors behind it of the same
/// shape and values: what lies between has no counterpart.
/// </remarks>
internal sealed class GraphPairing
{
    private const double Alike = 1e-6;

    private readonly HashSet<(Node, Node)> _met = [];
    private readonly Queue<(Node Torch, Node Reference)> _ahead = new();
    private readonly Dictionary<TorchTensor, TensorPair> _pairs = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ReferenceTensor> _taken = new(ReferenceEqualityComparer.Instance);

    /// <param name="torchRoot">The operation that made libtorch's result.</param>
    /// <param name="referenceRoot">The operation that made the reference's.</param>
    /// <param name="leaves">The nodes of the inputs, which are known to be pairs.</param>
    internal GraphPairing(Node torchRoot, Node referenceRoot, IEnumerable<(Node? Torch, Node? Reference)> leaves)
    {
        foreach (var (torch, reference) in leaves)
            if (torch is not null && reference is not null)
                Meet(torch, reference);
        Meet(torchRoot, referenceRoot);
        while (_ahead.TryDequeue(out var pair))
            PairInputs(pair.Torch, pair.Reference);
    }

    /// <summary>The counterparts of libtorch's tensors.</summary>
    internal IReadOnlyDictionary<TorchTensor, TensorPair> Pairs => _pairs;

    private void Meet(Node torch, Node reference)
    {
        if (!_met.Add((torch, reference)))
            return;
        _ahead.Enqueue((torch, reference));
        var free = TracedGraph<TorchTensor>.Results(torch).Where(result => !_pairs.ContainsKey(result)).ToList();
        foreach (var result in TracedGraph<ReferenceTensor>.Results(reference))
        {
            // Of several results those with the same values belong together; values may differ, that is what is looked for.
            var other = free.Find(candidate => AreAlike(candidate, result)) ?? free.Find(candidate => candidate.Shape == result.Shape);
            if (other is null || !_taken.Add(result))
                continue;
            free.Remove(other);
            _pairs.Add(other, new(torch, other, reference, result));
        }
    }

    private void PairInputs(Node torch, Node reference)
    {
        // A product of two tensors is not that of one by a number.
        var alike = torch.Name == reference.Name
            && torch.NextFunctions.Select(edge => edge.Function is null).SequenceEqual(reference.NextFunctions.Select(edge => edge.Function is null));
        for (var input = 0; input < torch.NextFunctions.Count; input++)
        {
            if (torch.NextFunctions[input].Function is not { } next)
                continue;
            if (Counterpart(next, reference, alike ? reference.NextFunctions[input].Function : null) is { } other)
                Meet(next, other);
        }
    }

    /// <summary>Which node behind one of the reference's is the given input of libtorch's.</summary>
    /// <param name="input">libtorch's.</param>
    /// <param name="reference">The reference's node.</param>
    /// <param name="facing">The reference's input in the same place, if it recorded the same operation.</param>
    private static Node? Counterpart(Node input, Node reference, Node? facing)
    {
        if (facing is null)
            return Behind(reference).FirstOrDefault(node => HoldTheSame(input, node));
        // Where none holds the same values differ: that is what is looked for.
        return reference.NextFunctions.Select(edge => edge.Function).OfType<Node>().Prepend(facing).FirstOrDefault(node => HoldTheSame(input, node)) ?? facing;
    }

    /// <summary>The nodes behind one, the nearest first.</summary>
    private static IEnumerable<Node> Behind(Node node)
    {
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var ahead = new Queue<Node>([node]);
        while (ahead.TryDequeue(out var current))
            foreach (var edge in current.NextFunctions)
                if (edge.Function is { } next && seen.Add(next))
                {
                    yield return next;
                    ahead.Enqueue(next);
                }
    }

    private static bool HoldTheSame(Node torch, Node reference)
        => TracedGraph<TorchTensor>.Results(torch).Any(
            result => TracedGraph<ReferenceTensor>.Results(reference).Any(other => AreAlike(result, other)));

    private static bool AreAlike(TorchTensor torch, ReferenceTensor reference)
        => torch.Shape == reference.Shape && Parting.Of(torch.ToArray<double>(), reference.ToArray<double>(), Alike) is null;
}
