using System.Runtime.InteropServices;

namespace TwinGrad.Fuzz.Running;

/// <summary>Limits the memory of this process, so that a request for very much fails instead of filling the machine.</summary>
internal static partial class MemoryLimit
{
    private const int Data = 2;
    private const long Bytes = 4L << 30;

    /// <summary>Where the system has no such limit nothing happens.</summary>
    internal static void Set()
    {
        if (OperatingSystem.IsLinux() && SetLimit(Data, new Limit(Bytes, Bytes)) != 0)
            throw new InvalidOperationException($"the memory could not be limited: error {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in Limit limit);

    private readonly record struct Limit(long Current, long Most);
}
