namespace TwinGrad;

/// <summary>The gradients that the hooks of one pass were given, and what they made of them.</summary>
internal sealed class HookedGradients
{
    private readonly Dictionary<HookList<Tensor>, (Tensor Given, Tensor? Made)> _seen = [];

    /// <summary>What arrived at a node before its hooks saw it.</summary>
    internal Tensor[] Given(Node node) => [.. Of(node).Select(seen => seen.Given)];

    /// <summary>What the hooks of a node made of it.</summary>
    internal Tensor[] Made(Node node) => [.. Of(node).Select(seen => seen.Made).OfType<Tensor>()];

    /// <summary>Hooks are about to be called. They may write what they are given.</summary>
    internal void Before(HookList<Tensor> hooks, Tensor gradient)
    {
        lock (_seen)
            _seen[hooks] = (Tensor.Unscoped(() => gradient.Detach().Clone()), null);
    }

    /// <summary>Hooks have been called.</summary>
    internal void After(HookList<Tensor> hooks, Tensor gradient)
    {
        lock (_seen)
            _seen[hooks] = _seen[hooks] with { Made = Tensor.Unscoped(() => gradient.Detach()) };
    }

    private IEnumerable<(Tensor Given, Tensor? Made)> Of(Node node)
        => _seen.Where(seen => seen.Key.Node!.TryGetTarget(out var of) && of == node).Select(seen => seen.Value);
}
