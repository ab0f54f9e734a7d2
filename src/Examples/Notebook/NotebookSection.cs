namespace TwinGrad.Examples;

/// <summary>A section of the notebook: an example with a name.</summary>
/// <param name="Name">What to call it on the command line.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Needs">The section whose variables it goes on with; null if it stands alone.</param>
public sealed record NotebookSection(string Name, string Title, string? Needs = null)
{
    /// <summary>All sections, in the notebook's order.</summary>
    public static IReadOnlyList<NotebookSection> All { get; } =
    [
        new("by-hand", "Derivatives by hand"),
        new("requires-grad", "requires_grad and backward"),
        new("chain-rule", "The chain rule: a function of a function"),
        new("non-leaf-grad", "A node in between keeps no gradient", Needs: "chain-rule"),
        new("neuron-by-hand", "A neuron, its loss and its gradients by hand"),
        new("neuron-autograd", "The same neuron with autograd"),
        new("vector", "A vector of inputs"),
        new("zero-grad", "Gradients add up; zeroing them"),
        new("requires-grad-off", "Not tracking: requires_grad=False"),
        new("detach", "Not tracking: detach()"),
        new("no-grad", "Not tracking: torch.no_grad()"),
    ];
}
