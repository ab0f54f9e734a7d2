using ReferenceTensor = TwinGrad.Reference.Tensor;
using TorchTensor = TwinGrad.Tensor;

namespace TwinGrad;

/// <summary>Finds the operation that two engines disagree about, by walking both graphs.</summary>
/// <remarks>
/// Forwards it is the first operation that made different values of the same ones. Backwards it is the one at whose result the same gradient
/// arrived and from which different ones flowed on. If the gradients agree everywhere, each operation's rule is differentiated by itself. What
/// the engines compute is theirs; only what arrives where is compared.
/// </remarks>
internal static class Localization
{
    // Above what rounding makes of a well-conditioned function; if nothing is found there, closer to it. The noise is relative to the largest
    // number of the whole run: where numbers cancel each other, what is left of them is rounding.
    private static readonly (double Relative, double Noise)[] Tolerances = [(1e-9, 1e-13), (1e-11, 1e-15), (1e-11, 0)];

    /// <summary>The first parting of a function's value, gradient or second derivative; null where none is found.</summary>
    /// <param name="torch">The function on libtorch.</param>
    /// <param name="reference">The function on the reference.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="valuesAgree">Whether the results are known to be the same: what differs on the way to them is then asked last.</param>
    internal static Divergence? Find(
        Func<TorchTensor[], TorchTensor> torch, Func<ReferenceTensor[], ReferenceTensor> reference, IReadOnlyList<CheckInput> inputs, bool valuesAgree = false)
        // Beside 1, which is what a user starts with, a rule that forgets to multiply by it is right.
        => Find(torch, reference, inputs, valuesAgree, unit: 1) ?? Find(torch, reference, inputs, valuesAgree, Derivatives.OfOneNumber);

    private static Divergence? Find(
        Func<TorchTensor[], TorchTensor> torch, Func<ReferenceTensor[], ReferenceTensor> reference, IReadOnlyList<CheckInput> inputs, bool valuesAgree, double unit)
    {
        if (TracedRun<TorchTensor>.Of(torch, inputs, unit) is not { } torchRun
            || TracedRun<ReferenceTensor>.Of(reference, inputs, unit) is not { } referenceRun)
            return null;
        var walk = new Walk(torchRun, referenceRun);
        return Tolerances.Select(tolerance => valuesAgree
                ? walk.Gradient(tolerance) ?? walk.SecondGradient(tolerance) ?? walk.Value(tolerance)
                : walk.Value(tolerance) ?? walk.Gradient(tolerance) ?? walk.SecondGradient(tolerance))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>Both engines' runs side by side.</summary>
    private sealed class Walk
    {
        private readonly TracedRun<TorchTensor> _torch;
        private readonly TracedRun<ReferenceTensor> _reference;
        private readonly IReadOnlyDictionary<TorchTensor, TensorPair> _pairs;
        private readonly HashSet<ReferenceTensor> _counterparts;

        // In the order in which libtorch's backward pass comes to them.
        private readonly TensorPair[] _backwards;

        private readonly double _largestValue;
        private readonly double _largestGradient;

        internal Walk(TracedRun<TorchTensor> torch, TracedRun<ReferenceTensor> reference)
        {
            (_torch, _reference) = (torch, reference);
            _pairs = new GraphPairing(torch.Root, reference.Root, torch.Leaves.Zip(reference.Leaves)).Pairs;
            _counterparts = new(_pairs.Values.Select(pair => pair.Reference), ReferenceEqualityComparer.Instance);
            (_largestValue, _largestGradient) = (reference.LargestValue, reference.LargestGradient);
            _backwards = [.. torch.Graph.Nodes.SelectMany(PairsOf)];
        }

        /// <summary>The first operation, forwards, that gave different values.</summary>
        internal Divergence? Value((double Relative, double Noise) tolerance)
        {
            foreach (var pair in _backwards.Reverse())
                if (Parting.Of(pair.Torch.ToArray<double>(), pair.Reference.ToArray<double>(), tolerance.Relative, tolerance.Noise * _largestValue) is { } parting)
                    return Blame(0, pair.TorchNode, 0, pair.Torch, parting);
            return null;
        }

        /// <summary>The first operation, backwards, that passed different gradients on.</summary>
        internal Divergence? Gradient((double Relative, double Noise) tolerance)
        {
            foreach (var pair in _backwards)
                if (Parting.Of(_torch.Gradient(pair.Torch), _reference.Gradient(pair.Reference), tolerance.Relative, tolerance.Noise * _largestGradient) is { } parting)
                    return Culprit(pair, tolerance, parting);
            return null;
        }

        /// <summary>The first operation, forwards, whose rule has different derivatives.</summary>
        internal Divergence? SecondGradient((double Relative, double Noise) tolerance)
        {
            foreach (var pair in _backwards.Reverse())
            {
                var inputs = pair.TorchNode.NextFunctions
                    .SelectMany((edge, place) => PairsOf(edge.Function).Select(input => (Place: place, Pair: input))).DistinctBy(input => input.Pair).ToArray();
                var torch = _torch.RuleGradients(pair.Torch, [.. inputs.Select(input => input.Pair.Torch)]);
                var reference = _reference.RuleGradients(pair.Reference, [.. inputs.Select(input => input.Pair.Reference)]);
                for (var i = 0; i < Math.Min(torch.Length, reference.Length); i++)
                    if (Parting.Of(torch[i], reference[i], tolerance.Relative, tolerance.Noise * _largestGradient * _largestGradient) is { } parting)
                        return i == 0
                            ? Blame(2, pair.TorchNode, 0, pair.Torch, parting)
                            : Blame(2, pair.TorchNode, inputs[i - 1].Place, inputs[i - 1].Pair.Torch, parting);
            }
            return null;
        }

        /// <summary>Which of the operations that used a tensor is to blame for its gradient. What arrived at them is the same on both engines.</summary>
        /// <remarks>
        /// The one that was recorded first is asked first: what flows from a later one may have passed through an earlier one on its way.
        /// </remarks>
        private Divergence Culprit(TensorPair pair, (double Relative, double Noise) tolerance, Parting parting)
        {
            // Where a result was overwritten what flows is asked of those who used it, and may have come along other ways too: these come last.
            var consumers = Paired(_torch.Graph.Consumers(pair.TorchNode)).OrderBy(consumer => !consumer.IsDirect).ToArray();
            foreach (var (consumer, counterpart, input, _) in consumers)
            {
                var torch = _torch.Flow(consumer, pair.Torch, _pairs.ContainsKey);
                var reference = _reference.Flow(counterpart, pair.Reference, _counterparts.Contains);
                if (Parting.Of(torch, reference, tolerance.Relative, tolerance.Noise * _largestGradient) is { } found)
                    return Blame(1, consumer, input, pair.Torch, found);
            }
            // None alone: the gradient that the pass starts with, or a sum of several.
            return Blame(1, consumers.Length > 0 ? consumers[0].Torch : pair.TorchNode, 0, pair.Torch, parting);
        }

        /// <summary>The operations with their counterparts; where the reference has none, those that used their results.</summary>
        private IEnumerable<(Node Torch, Node Reference, int Input, bool IsDirect)> Paired(IEnumerable<(Node Consumer, int Input)> consumers)
            => consumers.SelectMany(used => PairsOf(used.Consumer).FirstOrDefault() is { ReferenceNode: var counterpart }
                ? [(used.Consumer, counterpart, used.Input, true)]
                : Paired(_torch.Graph.Consumers(used.Consumer)).Select(behind => behind with { IsDirect = false }));

        private IEnumerable<TensorPair> PairsOf(Node? torch)
            => torch is null ? [] : TracedGraph<TorchTensor>.Results(torch).Where(_pairs.ContainsKey).Select(result => _pairs[result]);

        private static Divergence Blame(int order, Node node, int input, TorchTensor where, Parting parting) => new()
        {
            Order = order,
            Operator = node.Name,
            Input = input,
            Element = parting.Element,
            InputValues = Operands.At(node, where, parting.Element),
            Torch = parting.Torch,
            Reference = parting.Reference,
            CallSite = node.CallSite,
        };
    }
}
