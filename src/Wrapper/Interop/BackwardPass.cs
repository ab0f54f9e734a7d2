using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TwinGrad;

/// <summary>A backward pass under way, for the managed code that it comes to: hooks and custom functions.</summary>
/// <remarks>
/// That code runs under native frames, on the thread of the pass where tensors are on the CPU, on threads of libtorch's where they are not.
/// What it throws waits here until the pass has ended. A pass may start another in such code; the inner one is then the thread's own.
/// </remarks>
internal sealed unsafe partial class BackwardPass : IDisposable
{
    private static readonly List<BackwardPass> UnderWay = [];

    [ThreadStatic]
    private static BackwardPass? _current;

    // What native code copies as soon as it has control again; freed when this thread lends the next, or ends a pass.
    [ThreadStatic]
    private static nint[]? _lent;

    [ThreadStatic]
    private static nint* _lentAt;

    // What threads of libtorch's threw, by the number that they ended the pass with.
    private static readonly Dictionary<int, ExceptionDispatchInfo> Unclaimed = [];

    // Whether a pass that this thread begins is to run no hooks.
    [ThreadStatic]
    private static bool _quiet;

    private readonly BackwardPass? _outer = _current;
    private readonly bool _retainsGraph;
    private readonly bool _isQuiet = _quiet;
    private ExceptionDispatchInfo? _failure;
    private ExceptionDispatchInfo? _perhaps;

    internal BackwardPass(bool retainsGraph)
    {
        _retainsGraph = retainsGraph;
        lock (UnderWay)
            UnderWay.Add(this);
        _current = this;
        _quiet = false;
    }

    /// <summary>Notes what hooks are given and make of it; null for nobody.</summary>
    internal HookedGradients? Seen { get; init; }

    /// <summary>Whether the pass is run for nothing but to have the graph freed: hooks and custom functions are not called.</summary>
    internal bool OnlyFrees { get; init; }

    /// <summary>The pass that this thread works on, if it can be known.</summary>
    internal static BackwardPass? Current
    {
        get
        {
            if (_current is { } current)
                return current;
            lock (UnderWay)
                return UnderWay is [var only] ? only : null;
        }
    }

    /// <summary>Whether hooks are called where this thread is.</summary>
    internal static bool RunsHooks => Current is not ({ _isQuiet: true } or { OnlyFrees: true });

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

    /// <summary>Runs passes without their hooks: to ask what flows where they have been called already.</summary>
    internal static void Quietly(Action run)
    {
        _quiet = true;
        try
        {
            run();
        }
        finally
        {
            _quiet = false;
        }
    }

    /// <summary>Keeps what a hook threw for the caller of the pass. The first exception counts: what follows may come of it.</summary>
    internal static void FailInHook(Exception thrown)
    {
        var failure = ExceptionDispatchInfo.Capture(thrown);
        if (Current is { } current)
        {
            current._failure ??= failure;
            return;
        }
        // A thread of libtorch's does not say whose pass it works on, and a hook cannot say it either. Of several passes those that libtorch
        // ends with an error are asked.
        lock (UnderWay)
            UnderWay.ForEach(pass => pass._perhaps ??= failure);
    }

    /// <summary>Keeps what a custom function threw, likewise.</summary>
    /// <returns>How many gradients too many the function must give: libtorch says the number in the error that it ends the pass with.</returns>
    internal static int FailInFunction(Exception thrown)
    {
        var failure = ExceptionDispatchInfo.Capture(thrown);
        if (Current is { } current)
        {
            current._failure ??= failure;
            return 1;
        }
        lock (UnderWay)
        {
            var number = 2;
            while (!Unclaimed.TryAdd(number, failure))
                number++;
            return number;
        }
    }

    /// <summary>After the native call: throws what the pass ended of, if it did.</summary>
    internal void Check()
    {
        var native = NativeError.Take();
        ThrowFailure(native);
        if (native is not null)
            throw native;
    }

    /// <summary>Throws what managed code threw in the pass.</summary>
    /// <param name="error">The error that libtorch ended the pass with; null where it went through.</param>
    internal void ThrowFailure(Exception? error)
    {
        if (error is not null)
        {
            lock (UnderWay)
                _failure ??= Claimed(error.Message) ?? _perhaps;
        }
        _failure?.Throw();
    }

    /// <summary>What was thrown under the number that an error of libtorch's says; null where it says none.</summary>
    private static ExceptionDispatchInfo? Claimed(string error)
    {
        var counts = NumberOfGradients().Match(error);
        return counts.Success && Unclaimed.Remove(Number(counts.Groups[2]) - Number(counts.Groups[1]), out var failure) ? failure : null;

        static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        lock (UnderWay)
        {
            UnderWay.Remove(this);
            // A pass ends with one error, however many functions threw.
            if (UnderWay.Count == 0)
                Unclaimed.Clear();
        }
        (_current, _quiet) = (_outer, _isQuiet);
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

    /// <summary>libtorch's sentence where a function gives another number of gradients than it has inputs.</summary>
    [GeneratedRegex("returned an invalid number of gradients - expected (\\d+), but got (\\d+)")]
    private static partial Regex NumberOfGradients();

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
