namespace TwinGrad;

/// <summary>What a thread has at hand of native tensors: owners that may serve again, and bytes that the collector is not told of yet.</summary>
/// <remarks>
/// Telling the collector how much native memory hangs on objects that look small to it takes as long as a tenth of a small operator, and has
/// it collect now and then. So each thread gathers changes, and a tensor that is disposed of soon after it was made costs neither; what the
/// collector knows is never wrong by more than a step a thread.
/// </remarks>
#pragma warning disable CA1816 // An owner suppresses no finalizer of its own, as it may serve again; here those are given up that will not.
internal sealed class ThreadTensors
{
    private const long Step = 4 * 1024 * 1024;
    private const int Most = 64;

    [ThreadStatic]
    private static ThreadTensors? _current;

    private readonly NativeTensor?[] _spares = new NativeTensor?[Most];
    private int _count;
    private long _untold;

    internal static ThreadTensors Current => _current ??= new();

    /// <summary>So many bytes more, or fewer.</summary>
    internal void Tell(long bytes)
    {
        _untold += bytes;
        if (_untold is <= -Step or >= Step)
            TellCollector();
    }

    /// <summary>An owner of nothing that this thread freed; null where there is none.</summary>
    internal NativeTensor? Take()
    {
        while (_count > 0)
        {
            var spare = _spares[--_count]!;
            // Or it would never be dropped.
            _spares[_count] = null;
            // An older one would keep a tensor that is dropped undisposed until the collector comes to old objects.
            if (GC.GetGeneration(spare) == 0)
                return spare;
            GC.SuppressFinalize(spare);
        }
        return null;
    }

    /// <summary>Keeps an owner of nothing for the next tensor.</summary>
    internal void Put(NativeTensor freed)
    {
        if (_count < Most)
            _spares[_count++] = freed;
        else
            GC.SuppressFinalize(freed);
    }

    private void TellCollector()
    {
        var bytes = _untold;
        _untold = 0;
        if (bytes > 0)
            GC.AddMemoryPressure(bytes);
        else
            GC.RemoveMemoryPressure(-bytes);
    }
}
