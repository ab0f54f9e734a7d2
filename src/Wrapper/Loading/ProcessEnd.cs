using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace TwinGrad;

/// <summary>Lets a process end while threads of it still compute.</summary>
/// <remarks>
/// .NET leaves a process through C's <c>exit</c>, which runs libtorch's destructors beside the threads that are inside libtorch: those then
/// miss kernels or touch freed memory, and a program that had done its work dies of SIGSEGV. Windows stops the other threads first; Linux
/// does not. So there <c>exit</c> goes on to <c>_exit</c>, with its status, before it comes to any library's destructor: all of .NET's
/// own handlers have run by then, and what C's streams hold back is written here.
/// </remarks>
[SupportedOSPlatform("linux")]
internal static partial class ProcessEnd
{
    private const string CLibrary = "libc";

    /// <summary>From the end of the program on, no native destructor runs.</summary>
    /// <param name="awaitLoad">Returns when no thread loads a library any more: what is loaded later registers its destructors later.</param>
    internal static void SkipDestructors(Action awaitLoad) => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        awaitLoad();
        var leave = NativeLibrary.GetExport(NativeLibrary.Load(CLibrary, typeof(ProcessEnd).Assembly, searchPath: null), "_exit");
        _ = Flush(allStreams: 0);
        // What is registered last runs first, so this is left until now: libtorch registers some of its destructors late.
        _ = OnExit(leave, argument: 0);
    };

    [LibraryImport(CLibrary, EntryPoint = "fflush")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Flush(nint allStreams);

    /// <summary>Has C's <c>exit</c> call a function with its status.</summary>
    [LibraryImport(CLibrary, EntryPoint = "on_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int OnExit(nint function, nint argument);
}
