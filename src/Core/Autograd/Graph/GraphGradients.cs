namespace TwinGrad;

/// <summary>The gradients that a picture tells: those computed for it, or those that tensors have collected.</summary>
/// <param name="results">What to differentiate.</param>
/// <param name="name">The name of the first result, or null.</param>
internal sealed class GraphGradients<T>(T[] results, string? name)
    where T : class, ITensor<T>
{
    private readonly Dictionary<T, T> _computed = new(ReferenceEqualityComparer.Instance);

    /// <summary>Differentiates the sum of the results' elements by each tensor that it depends on; results themselves have nothing to tell.</summary>
    internal void Compute(IEnumerable<T> tensors)
    {
        T[] roots = [.. results.Where(result => result.RequiresGrad)];
        T[] inputs = [.. tensors.Where(tensor => tensor.RequiresGrad).Except<T>(results, ReferenceEqualityComparer.Instance)];
        if (roots.Length == 0 || inputs.Length == 0)
            return;
        T[] ones = [.. roots.Select(root => TensorFactory<T>.Full(root.Shape, 1, root.DType, root.Device))];
        var gradients = Autograd.Grad(roots, inputs, ones, retainGraph: true, allowUnused: true);
        for (var i = 0; i < inputs.Length; i++)
            if (gradients[i] is { } gradient)
                _computed.Add(inputs[i], gradient);
    }

    /// <summary>The gradient of a tensor and what it is: <c>dz/dx = -5.4668</c> or, collected by passes before, <c>x.grad = -5.4668</c>.</summary>
    internal string? TextOf(T tensor, string? tensorName)
    {
        if (_computed.TryGetValue(tensor, out var gradient))
            return $"{(tensorName is null || Function is null ? "grad" : $"d{Function}/d{tensorName}")} = {TensorDigest.Value(gradient)}";
        // A tensor that keeps none would warn.
        if ((tensor.IsLeaf || tensor.RetainsGrad) && tensor.Grad is { } grad)
            return $"{(tensorName is null ? "grad" : $"{tensorName}.grad")} = {TensorDigest.Value(grad)}";
        return null;
    }

    /// <summary>What was differentiated; null where no short name says it.</summary>
    private string? Function => results.Length > 1 || name is null ? null : results[0].Shape.Numel == 1 ? name : $"sum({name})";
}
