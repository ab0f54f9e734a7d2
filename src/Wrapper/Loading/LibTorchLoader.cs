using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace TwinGrad;

/// <summary>
/// Finds and loads libtorch and TorchSharp's native half, once, for this assembly's calls and for TorchSharp's own. What failed once
/// fails again with the same exception: the system's loader does not forget a half-done attempt either.
/// </summary>
internal static class LibTorchLoader
{
    private static readonly Lazy<(nint Handle, LibTorchInfo Info)> Loaded = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>What was loaded, and how it was found; loads it where that has not happened yet.</summary>
    internal static LibTorchInfo Info => Loaded.Value.Info;

    /// <summary>TorchSharp's native half, through which the system finds the symbols of libtorch too: it needs libtorch.</summary>
    internal static nint Handle => Loaded.Value.Handle;

    /// <summary>Loads the native libraries unless they are loaded.</summary>
    /// <exception cref="LibTorchLoadException">One of them is missing or can't be loaded.</exception>
    internal static void EnsureLoaded() => _ = Loaded.Value;

    /// <summary>Has every native call of this assembly find the library that this class loads. Loads nothing yet.</summary>
    internal static void Register()
        => NativeLibrary.SetDllImportResolver(
            typeof(LibTorchLoader).Assembly, (name, _, _) => name == "LibTorchSharp" ? Loaded.Value.Handle : 0);

    private static (nint Handle, LibTorchInfo Info) Load()
    {
        // First of all: the program may end while another thread loads.
        if (OperatingSystem.IsLinux())
            ProcessEnd.SkipDestructors(AwaitLoad);

        var locations = LibTorchLocations.OfThisProcess();
        var folder = locations.LibTorchFolder();
        locations.RequireOnlyLibTorch(folder);
        var sharpFolder = locations.LibTorchSharpFolder();
        var stated = StatedVersion.Of(folder);
        StatedVersion.RequireFit(folder, stated, StatedVersion.AnyWillDo);

        var load = new NativeLoad();
        load.LibTorch(folder);
        // What the build chose fits; what the user names may not.
        if (locations.NamedFolder() is not null)
            load.RequireSymbols(sharpFolder, StatedVersion.AnyWillDo);
        var handle = load.LibTorchSharp(sharpFolder);
        ServeTorchSharp(handle);

        return (handle, new LibTorchInfo
        {
            Choice = BuildChoice.LibTorch,
            TorchSharpVersion = BuildChoice.TorchSharpVersion,
            LibTorchVersion = BuildChoice.LibTorchVersion,
            StatedLibTorchVersion = stated,
            LibTorchFolder = folder,
            LoadedFiles = load.Files,
            MendReason = load.MendReason,
            MissingSymbols = load.MissingSymbols,
            SearchTrace = locations.Trace,
        });
    }

    /// <summary>Returns when a load that another thread began has come to its end, whichever.</summary>
    private static void AwaitLoad()
    {
        try
        {
            EnsureLoaded();
        }
        catch (LibTorchLoadException)
        {
            // Who asked for the libraries is told; the program that ends without them is not.
        }
    }

    /// <summary>
    /// TorchSharp's managed half looks for its library by name when it is first used. Where the system does not answer with the library
    /// that is loaded already (Linux does, by its soname), it is answered here.
    /// </summary>
    private static void ServeTorchSharp(nint handle)
    {
        var context = AssemblyLoadContext.GetLoadContext(typeof(LibTorchLoader).Assembly) ?? AssemblyLoadContext.Default;
        context.ResolvingUnmanagedDll += (Assembly asking, string name)
            => name == "LibTorchSharp" && asking.GetName().Name == "TorchSharp" ? handle : 0;
    }
}
