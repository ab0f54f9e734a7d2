using System.Runtime.CompilerServices;
using System.Runtime.ConstrainedExecution;

namespace TwinGrad;

/// <summary>Owns one native tensor. It is freed once, when nobody uses it any more: not even a native call that is still running.</summary>
/// <remarks>
/// <para>
/// The owner counts as one use, each running call as another. Whoever lets go last frees.
/// </para>
/// <para>
/// An object with a finalizer takes a tenth of a small operator to make, so that of a freed tensor serves the next one of its thread. A thread
/// that read it before the tensor was freed may hold it by mistake: it must look again whether it is still what it wanted, which
/// <see cref="TensorHandle"/> does.
/// </para>
/// <para>
/// What every call does for every tensor is inlined: left to the compiler it is not always, which costs a fiftieth of a small operator.
/// </para>
/// </remarks>
#pragma warning disable CA1816 // What was freed may serve again, so its finalizer stays; ThreadTensors suppresses that of one that will not.
internal sealed class NativeTensor : CriticalFinalizerObject, IDisposable
{
    // A native tensor is larger than its elements: the tensor, its storage and what autograd keeps of it take about this much.
    private const long Overhead = 512;

    // Of so few elements it does not matter how wide each is, and asking takes a hundredth of a small operator.
    private const long Few = 64;
    private const long Widest = 8;

    // No memory is that large: an expanded tensor can have more elements than there are bytes.
    private const long Most = 1L << 40;

    // Far from 0, so that uses that come too late change nothing.
    private const int Freed = int.MinValue / 2;

    private long _bytes;
    private int _uses = Freed;

    private NativeTensor()
    {
    }

    ~NativeTensor()
    {
        // It serves no more: its finalizer would not run again.
        if (Pointer != 0 && WasLastUse())
            Free(ThreadTensors.Current);
    }

    /// <summary>The native tensor, for who holds it.</summary>
    internal nint Pointer { get; private set; }

    /// <summary>How many elements it had when it was received; what replaces its data later may change that.</summary>
    internal long Numel { get; private set; }

    /// <summary>How many use it, its owner included.</summary>
    internal int Uses => Math.Max(Volatile.Read(ref _uses), 0);

    /// <summary>Takes ownership of a native tensor that this thread has just received.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static NativeTensor Own(nint tensor)
    {
        var thread = ThreadTensors.Current;
        var owner = thread.Take() ?? new();
        owner.Pointer = tensor;
        // The collector sees a small object; told the size behind it, it runs before memory does.
        owner.Numel = NativeMethods.THSTensor_numel(tensor);
        owner._bytes = Overhead + (owner.Numel <= Few ? owner.Numel * Widest : Math.Min(owner.Numel, Most) * ItemSize(NativeMethods.THSTensor_type(tensor)));
        thread.Tell(owner._bytes);
        // Added, for a use that comes too late may be about to be taken back.
        Interlocked.Add(ref owner._uses, 1 - Freed);
        return owner;
    }

    /// <summary>Keeps the native tensor until <see cref="Release"/>.</summary>
    /// <exception cref="ObjectDisposedException">It was freed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Hold()
    {
        if (Interlocked.Increment(ref _uses) > 1)
            return;
        // The last user may be about to free it and find this use in its way; so this one lets go as every other does.
        Release();
        throw Error.Disposed();
    }

    /// <summary>Lets go of it, and frees it if nobody else uses it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Release()
    {
        if (WasLastUse())
            FreeToServeAgain();
    }

    private bool WasLastUse()
        => Interlocked.Decrement(ref _uses) == 0 && Interlocked.CompareExchange(ref _uses, Freed, 0) == 0;

    private void FreeToServeAgain()
    {
        var thread = ThreadTensors.Current;
        Free(thread);
        thread.Put(this);
    }

    private void Free(ThreadTensors thread)
    {
        NativeMethods.THSTensor_dispose(Pointer);
        Pointer = 0;
        thread.Tell(-_bytes);
    }

    /// <summary>The owner's release.</summary>
    public void Dispose()
    {
        // Mostly nobody else uses it, which takes one look instead of two.
        if (Interlocked.CompareExchange(ref _uses, Freed, 1) == 1)
            FreeToServeAgain();
        else
            Release();
    }

    /// <summary>Bytes an element takes, by libtorch's number of the dtype; a TorchSharp tensor may bring any.</summary>
    private static long ItemSize(sbyte code)
    {
        // uint8 to int64, float16 to float64, complex32 to complex128, bool, qint8, quint8, qint32, bfloat16.
        ReadOnlySpan<byte> sizes = [1, 1, 2, 4, 8, 2, 4, 8, 4, 8, 16, 1, 1, 1, 4, 2];
        return code >= 0 && code < sizes.Length ? sizes[code] : 1;
    }
}
