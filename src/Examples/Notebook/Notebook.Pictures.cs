namespace TwinGrad.Examples;

internal sealed partial class Notebook<Tensor>
{
    /// <summary>Takes the picture of a section's graph, as it is before the cell that runs backward over it; null where nobody wants to see it.</summary>
    internal Action<AutogradGraph>? Draw { get; init; }

    /// <summary>The graph of a result under the notebook's names, with the gradients that a backward pass would give.</summary>
    private void Picture(string name, Tensor result, params ReadOnlySpan<(string Name, Tensor Tensor)> names)
        => Draw?.Invoke(result.Graph(names, gradients: true, name));

    /// <summary>The graph of a result with the gradients that are there already.</summary>
    private void PictureAfter(string name, Tensor result, params ReadOnlySpan<(string Name, Tensor Tensor)> names)
        => Draw?.Invoke(result.Graph(names, name: name));
}
