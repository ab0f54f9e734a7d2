namespace TwinGrad;

/// <summary>Tells the collector how much native memory hangs on objects that look small to it.</summary>
/// <remarks>
/// Telling it costs as much as a tenth of a small operator. So small changes are gathered, and a tensor that is disposed of soon after it
/// was made costs no call at all; what the collector knows is never wrong by more than a step.
/// </remarks>
internal static class MemoryPressure
{
    private const long Step = 64 * 1024;

    private static long _untold;

    /// <summary>So many bytes more, or fewer.</summary>
    internal static void Change(long bytes)
    {
        if (Interlocked.Add(ref _untold, bytes) is <= -Step or >= Step)
            Tell();
    }

    private static void Tell()
    {
        var bytes = Interlocked.Exchange(ref _untold, 0);
        if (bytes > 0)
            GC.AddMemoryPressure(bytes);
        else if (bytes < 0)
            GC.RemoveMemoryPressure(-bytes);
    }
}
