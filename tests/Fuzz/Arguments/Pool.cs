namespace TwinGrad.Fuzz.Arguments;

/// <summary>The tensors of one program.</summary>
internal sealed class Pool
{
    private readonly HashSet<Tensor> _owned = new(ReferenceEqualityComparer.Instance);

    /// <summary>What calls may take: the program's first tensors and what calls returned.</summary>
    internal List<Tensor> Tensors { get; } = [];

    /// <summary>To be freed with the pool.</summary>
    internal Tensor Own(Tensor tensor)
    {
        _owned.Add(tensor);
        return tensor;
    }

    internal bool Owns(Tensor tensor) => _owned.Contains(tensor);

    internal void Add(Tensor tensor) => Tensors.Add(Own(tensor));

    internal void Free()
    {
        foreach (var tensor in _owned)
            tensor.Dispose();
    }
}
