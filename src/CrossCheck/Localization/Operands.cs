using TorchTensor = TwinGrad.Tensor;

namespace TwinGrad;

/// <summary>What the inputs of an operation hold at an element.</summary>
internal static class Operands
{
    /// <summary>
    /// The number of an input of one element, the element of the tensor that is looked at, and of others the element in the same place if the
    /// operation computes element by element; else null, as there is no one element that belongs to it.
    /// </summary>
    /// <param name="node">The operation.</param>
    /// <param name="where">The tensor that the element is of: the operation's result, or one of its inputs.</param>
    /// <param name="element">The element's place, row-major.</param>
    internal static IReadOnlyList<double?> At(Node node, TorchTensor where, long element)
    {
        var result = TracedGraph<TorchTensor>.Results(node).FirstOrDefault();
        return [.. node.NextFunctions.Select(Input).Select(Value)];

        double? Value(TorchTensor? input)
            => input is null ? null
                : input.Numel == 1 ? input.Item<double>()
                : input == where || IsElementwise(input) ? input.ToArray<double>()[element]
                : null;

        bool IsElementwise(TorchTensor input)
            => input.Shape == where.Shape && result is not null && result.Shape == where.Shape && !DependsOnOthers(result, input, element);
    }

    /// <summary>The result that an input was; null where it is not known any more.</summary>
    private static TorchTensor? Input(Edge edge)
    {
        if (edge.Function is not { } made)
            return null;
        TorchTensor[] results = [.. TracedGraph<TorchTensor>.Results(made)];
        // Where one of several was overwritten the others are no longer where their numbers say.
        return made.Outputs <= 1 ? results.FirstOrDefault() : results.Length == made.Outputs ? results[edge.InputNumber] : null;
    }

    /// <summary>Whether an element of a result has a slope by another element of an input than that in its own place.</summary>
    private static bool DependsOnOthers(TorchTensor result, TorchTensor input, long element)
    {
        var only = new double[result.Numel];
        only[element] = 1;
        var cotangent = TensorFactory<TorchTensor>.Tensor<double>(only, result.Shape, result.DType);
        var slopes = Autograd.Grad([result], [input], [cotangent], retainGraph: true, allowUnused: true)[0]?.ToArray<double>() ?? [];
        return slopes.Index().Any(slope => slope.Item != 0 && slope.Index != element);
    }
}
