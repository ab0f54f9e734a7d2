namespace TwinGrad;

/// <summary>Native tensors in an array, held until the scope ends: for the functions that take many.</summary>
internal readonly ref struct HandleArray : IDisposable
{
    private readonly TensorHandle?[] _held;

    private HandleArray(scoped ReadOnlySpan<Tensor?> tensors)
    {
        _held = new TensorHandle?[tensors.Length];
        Pointers = new nint[tensors.Length];
        try
        {
            for (var i = 0; i < tensors.Length; i++)
            {
                if (tensors[i]?.Handle is not { } handle)
                    continue;
                var added = false;
                handle.DangerousAddRef(ref added);
                _held[i] = handle;
                Pointers[i] = handle.DangerousGetHandle();
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
        foreach (var handle in _held)
            handle?.DangerousRelease();
    }
}
