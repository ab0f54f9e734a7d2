namespace TwinGrad;

/// <summary>Native tensors in an array, held until the scope ends: for the functions that take many.</summary>
internal readonly ref struct HandleArray : IDisposable
{
    private readonly NativeTensor?[] _held;

    private HandleArray(scoped ReadOnlySpan<Tensor?> tensors)
    {
        _held = new NativeTensor?[tensors.Length];
        Pointers = new nint[tensors.Length];
        try
        {
            for (var i = 0; i < tensors.Length; i++)
            {
                if (tensors[i] is not { } tensor)
                    continue;
                var held = _held[i] = tensor.Handle.Hold();
                Pointers[i] = held.Pointer;
            }
        }
        catch (ObjectDisposedException)
        {
            // Nobody gets the array, so nobody else can let go of the ones before.
            Dispose();
            throw;
        }
    }

    /// <summary>Holds the tensors; in place of null there is a null pointer, for the functions that take one.</summary>
    internal static HandleArray Hold(params scoped ReadOnlySpan<Tensor?> tensors) => new(tensors);

    internal nint[] Pointers { get; }

    internal int Count => Pointers.Length;

    public void Dispose()
    {
        foreach (var held in _held)
            held?.Release();
    }
}
