using System.Text.RegularExpressions;

namespace TwinGrad;

/// <summary>
/// The version that a libtorch states in the file beside its folder: version.py of a Python install, build-version of a download.
/// </summary>
internal static partial class StatedVersion
{
    /// <summary>Set to 1 it has a libtorch of another version loaded, at the user's own risk: to find out whether it fits.</summary>
    internal const string Variable = "TWINGRAD_LIBTORCH_ANY_VERSION";

    /// <summary>Whether any version will do.</summary>
    internal static bool AnyWillDo { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>The version of the libtorch in a folder, or null where none is stated.</summary>
    internal static string? Of(string libTorchFolder)
    {
        var root = Path.Combine(libTorchFolder, "..");
        foreach (var name in (string[])["version.py", "build-version"])
        {
            var file = Path.Combine(root, name);
            if (File.Exists(file) && Version().Match(File.ReadAllText(file)) is { Success: true } match)
                return match.Value;
        }

        return null;
    }

    /// <summary>
    /// Refuses another minor version: its functions are looked up at their first call, and one that is missing then ends the process.
    /// </summary>
    internal static void RequireFit(string libTorchFolder, string? stated, bool anyWillDo)
    {
        var wanted = Minor(BuildChoice.LibTorchVersion);
        if (!anyWillDo && stated is not null && Minor(stated) != wanted)
            throw new LibTorchLoadException($"The libtorch in {libTorchFolder} is version {stated}; this build of TwinGrad is for {wanted}."
                + $" Name a folder with libtorch {wanted}, or unset {LibTorchLocations.Variable}.");
    }

    private static string Minor(string version) => string.Join('.', version.Split('.').Take(2));

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex Version();
}
