namespace TwinGrad;

/// <summary>Tells the collector how much native memory hangs on objects that look small to it.</summary>
/// <remarks>
/// Telling it costs as much as a tenth of a small operator. So each thread gathers small changes, and a tensor that is disposed of soon after
/// it was made costs no call at all; what the collector knows is never wrong by more than a step a thread.
/// </remarks>
internal static class MemoryPressure
{
    private const long Step = 4 * 1024 * 1024;

    [ThreadStatic]
    private static long _untold;

    /// <summary>So many bytes more, or fewer.</summary>
    internal static void Change(long bytes)
    {
        _untold += bytes;
        if (_untold is <= -Step or >= Step)
            Tell();
    }

    private static void Tell()
    {
        var bytes = _untold;
        _untold = 0;
        if (bytes > 0)
            GC.AddMemoryPressure(bytes);
        else
            GC.RemoveMemoryPressure(-bytes);
    }
}
