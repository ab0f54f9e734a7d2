using TorchSharp;

namespace TwinGrad.Bench.Gate;

/// <summary>
/// The alternative to direct native calls, as a prototype: TorchSharp's own API behind a gate that counts who uses a tensor, so that
/// neither the collector nor another thread frees it during a call. It takes over the finalizer and tells the collector the size.
/// </summary>
internal sealed class Gated : IDisposable
{
    private readonly torch.Tensor _tensor;
    private readonly long _bytes;
    private int _uses = 1;
    private int _disposed;

    internal Gated(torch.Tensor tensor)
    {
        _tensor = tensor;
#pragma warning disable CA1816 // TorchSharp's finalizer asks nobody whether the tensor is in use; the gate's does.
        GC.SuppressFinalize(tensor);
#pragma warning restore CA1816
        _bytes = 512 + tensor.NumberOfElements * 4;
        GC.AddMemoryPressure(_bytes);
    }

    ~Gated() => Dispose();

    internal static Gated Run(Gated x, Func<torch.Tensor, torch.Tensor> operation)
    {
        x.Hold();
        try
        {
            return new(operation(x._tensor));
        }
        finally
        {
            x.Release();
        }
    }

    internal static Gated Run(Gated x, Gated y, Func<torch.Tensor, torch.Tensor, torch.Tensor> operation)
    {
        y.Hold();
        try
        {
            return Run(x, tensor => operation(tensor, y._tensor));
        }
        finally
        {
            y.Release();
        }
    }

    internal TResult Read<TResult>(Func<torch.Tensor, TResult> read)
    {
        Hold();
        try
        {
            return read(_tensor);
        }
        finally
        {
            Release();
        }
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            Release();
    }

    private void Hold()
    {
        for (var uses = Volatile.Read(ref _uses); ;)
        {
            ObjectDisposedException.ThrowIf(uses == 0, this);
            var seen = Interlocked.CompareExchange(ref _uses, uses + 1, uses);
            if (seen == uses)
                return;
            uses = seen;
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _uses) > 0)
            return;
        _tensor.Dispose();
        GC.RemoveMemoryPressure(_bytes);
    }
}
