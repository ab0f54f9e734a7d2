using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>A backward pass under way, for the managed code that it comes to: hooks and custom functions.</summary>
/// <remarks>
/// That code runs under native frames, on the thread of the pass where tensors are on the CPU, on threads of libtorch's where they are not.
/// What it throws waits here until the pass has ended. A pass may start another in such code; the inner one is then the thread's own.
/// </remarks>
internal sealed unsafe class BackwardPass : IDisposable
{
    private static readonly List<BackwardPass> UnderWay = [];

    [ThreadStatic]
    private static BackwardPass? _current;

    // What native code copies as soon as it has control again; freed when this thread lends the next, or ends a pass.
    [ThreadStatic]
    private static nint[]? _lent;

    [ThreadStatic]
    private static nint* _lentAt;

    private readonly BackwardPass? _outer = _current;
    private readonly bool _retainsGraph;
    private ExceptionDispatchInfo? _failure;
    private ExceptionDispatchInfo? _perhaps;

    internal BackwardPass(bool retainsGraph)
    {
        _retainsGraph = retainsGraph;
        lock (UnderWay)
            UnderWay.Add(this);
        _current = this;
    }

    /// <summary>Whether what was saved for the pass that this thread works on must stay; where several may be meant, whether it must for one.</summary>
    internal static bool RetainsGraph
    {
        get
        {
            if (_current is { } current)
                return current._retainsGraph;
            lock (UnderWay)
                return UnderWay.Count == 0 || UnderWay.Exists(pass => pass._retainsGraph);
        }
    }

    /// <summary>Keeps an exception for the caller of the pass. The first one counts: what follows may come of it.</summary>
    internal static void Fail(Exception thrown)
    {
        var failure = ExceptionDispatchInfo.Capture(thrown);
        if (_current is { } current)
        {
            current._failure ??= failure;
            return;
        }
        // A thread of libtorch's does not say whose pass it works on. Of several, those that libtorch ends with an error are asked.
        lock (UnderWay)
        {
            if (UnderWay is [var only])
                only._failure ??= failure;
            else
                UnderWay.ForEach(pass => pass._perhaps ??= failure);
        }
    }

    /// <summary>After the native call: throws what the pass ended of, if it did.</summary>
    internal void Check()
    {
        var native = NativeError.Take();
        ThrowFailure(native is not null);
        if (native is not null)
            throw native;
    }

    /// <summary>Throws what managed code threw in the pass.</summary>
    /// <param name="failed">Whether libtorch ended the pass with an error.</param>
    internal void ThrowFailure(bool failed)
    {
        lock (UnderWay)
            _failure ??= failed ? _perhaps : null;
        _failure?.Throw();
    }

    public void Dispose()
    {
        lock (UnderWay)
            UnderWay.Remove(this);
        _current = _outer;
        TakeBack();
    }

    /// <summary>Gradients for native code to copy.</summary>
    internal static TensorPointers Lend(ReadOnlySpan<Tensor?> gradients)
    {
        var lent = new nint[gradients.Length];
        var place = Room(lent);
        for (var i = 0; i < lent.Length; i++)
            if (gradients[i] is { } gradient)
                place[i] = lent[i] = NativeError.Check(NativeMethods.THSTensor_alias(gradient.Handle));
        return new(place, lent.Length);
    }

    /// <summary>No gradients, a number of them.</summary>
    internal static TensorPointers LendNothing(int count) => new(Room(new nint[count]), count);

    private static nint* Room(nint[] lent)
    {
        TakeBack();
        _lentAt = (nint*)NativeMemory.AllocZeroed((nuint)lent.Length, (nuint)sizeof(nint));
        _lent = lent;
        return _lentAt;
    }

    private static void TakeBack()
    {
        foreach (var tensor in _lent ?? [])
            if (tensor != 0)
                NativeMethods.THSTensor_dispose(tensor);
        _lent = null;
        NativeMemory.Free(_lentAt);
        _lentAt = null;
    }
}
