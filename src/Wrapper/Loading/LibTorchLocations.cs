namespace TwinGrad;

/// <summary>The folders in which a native library is searched for, and what the search came to.</summary>
internal sealed class LibTorchLocations
{
    internal const string Variable = "TWINGRAD_LIBTORCH";

    private readonly Func<string, string?> environment;
    private readonly Func<string, string?> buildData;
    private readonly List<string> trace = [];

    internal LibTorchLocations(Func<string, string?> environment, Func<string, string?> buildData)
    {
        this.environment = environment;
        this.buildData = buildData;
    }

    /// <summary>This process's environment, and the data that the build left in the program's runtimeconfig.json.</summary>
    internal static LibTorchLocations OfThisProcess()
        => new(Environment.GetEnvironmentVariable, name => AppContext.GetData(name) as string);

    /// <summary>A line for every folder that was looked into.</summary>
    internal IReadOnlyList<string> Trace => trace;

    /// <summary>The folder that the user named, which must hold libtorch; null where none is named.</summary>
    internal string? NamedFolder()
    {
        var folder = environment(Variable);
        if (string.IsNullOrEmpty(folder))
            return null;
        if (!Path.IsPathFullyQualified(folder))
            folder = Path.GetFullPath(folder);
        if (File.Exists(Path.Combine(folder, NativeNames.LibTorchCpu)))
            return folder;

        var lack = Directory.Exists(folder) ? $"holds no {NativeNames.LibTorchCpu}" : "does not exist";
        throw new LibTorchLoadException($"{Variable} names the folder {folder}, which {lack}."
            + " Name the folder that holds libtorch's libraries (of a Python install: torch/lib), or unset it to use the libtorch that the"
            + " build chose.");
    }

    /// <summary>The folder that holds libtorch.</summary>
    internal string LibTorchFolder()
    {
        var package = $"libtorch-{BuildChoice.LibTorch}-{NativeNames.Platform}";
        var cure = BuildChoice.LibTorch == "external"
            ? $"this build brings no libtorch of its own (LibTorch=external): set {Variable} to the folder that holds it"
            : $"add the package {package} {BuildChoice.LibTorchVersion} to the program, or set {Variable} to a folder that holds"
                + $" libtorch {BuildChoice.LibTorchVersion}";
        return Find(NativeNames.LibTorchCpu, "TwinGrad.LibTorch", package, BuildChoice.LibTorchVersion)
            ?? throw NotFound(NativeNames.LibTorchCpu, cure + " (of a Python install: torch/lib)");
    }

    /// <summary>The folder that holds TorchSharp's native half.</summary>
    internal string LibTorchSharpFolder()
        => Find(NativeNames.LibTorchSharp, "TwinGrad.LibTorchSharp", "torchsharp", BuildChoice.TorchSharpVersion)
            ?? throw NotFound(NativeNames.LibTorchSharp,
                $"add the package TorchSharp {BuildChoice.TorchSharpVersion} to the program, on a platform that it supports"
                + " (linux-x64, win-x64, win-arm64, osx-arm64)");

    /// <summary>
    /// Refuses a second libtorch that .NET would load when TorchSharp asks for one by name: libtorch ends a process that loads two.
    /// </summary>
    internal void RequireOnlyLibTorch(string folder)
    {
        var chosen = RealPath(folder);
        foreach (var other in SearchedByTheRuntime())
            if (File.Exists(Path.Combine(other.Folder, NativeNames.LibTorchCpu)) && RealPath(other.Folder) != chosen)
                throw new LibTorchLoadException($"{Variable} names a libtorch in {folder}, but the program has one of its own in {other.Folder},"
                    + $" and two in one process end it. Unset {Variable}, or remove the libtorch package from the program.");
    }

    private static string RealPath(string folder)
    {
        var file = Path.GetFullPath(Path.Combine(folder, NativeNames.LibTorchCpu));
        return File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
    }

    private string? Find(string file, string dataName, string package, string version)
    {
        trace.Add($"{file}:");
        foreach (var place in Candidates(dataName, package, version))
        {
            var found = File.Exists(Path.Combine(place.Folder, file));
            trace.Add($"  {place.Folder} ({place.Origin}): {(found ? "found" : "not there")}");
            if (found)
                return place.Folder;
        }

        return null;
    }

    /// <summary>What lies beside the program goes before what the build machine had: a published program must not lean on that.</summary>
    private IEnumerable<Place> Candidates(string dataName, string package, string version)
    {
        IEnumerable<Place> all =
        [
            .. NamedFolder() is { } named ? [new Place(named, Variable)] : Array.Empty<Place>(),
            .. SearchedByTheRuntime(),
            new(AppContext.BaseDirectory, "beside the program"),
            new(Path.Combine(AppContext.BaseDirectory, "runtimes", NativeNames.Platform, "native"), "beside the program"),
            new(buildData(dataName) ?? "", "told by the build"),
            new(Path.Combine(PackageFolder(), package, version, "runtimes", NativeNames.Platform, "native"), "NuGet's package folder"),
        ];
        return all.Where(place => place.Folder.Length > 0)
            .Select(place => place with { Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(place.Folder)) })
            .DistinctBy(place => place.Folder);
    }

    /// <summary>Where .NET itself looks for a library that is asked for by name, as TorchSharp's managed half asks.</summary>
    private IEnumerable<Place> SearchedByTheRuntime()
        =>
        [
            .. (buildData("NATIVE_DLL_SEARCH_DIRECTORIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => new Place(folder, "the program's native search path")),
#pragma warning disable IL3000 // In a single file the assembly has no place of its own; the program's folder is searched anyway.
            new(Path.GetDirectoryName(typeof(LibTorchLocations).Assembly.Location) ?? "", "beside TwinGrad.dll"),
#pragma warning restore IL3000
        ];

    private string PackageFolder()
        => environment("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private LibTorchLoadException NotFound(string file, string cure)
        => new($"{file} was not found; {cure}. Searched:{Environment.NewLine}{string.Join(Environment.NewLine, trace)}");

    /// <summary>A folder to look into, and who names it. A class: the framework has its code for lists of those compiled already.</summary>
    private sealed record Place(string Folder, string Origin);
}
