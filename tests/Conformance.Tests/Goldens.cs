namespace TwinGrad.Conformance.Tests;

/// <summary>Where the recordings of PyTorch's behaviour lie.</summary>
internal static class Goldens
{
    /// <summary>The whole recordings of a kind where their folder lies beside the repository, else the sample that is committed.</summary>
    internal static string Find(string kind)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "golden", kind + Ending(kind));
            if (File.Exists(path))
                return path;
        }
        return Sample(kind);
    }

    /// <summary>The committed sample of a kind.</summary>
    internal static string Sample(string kind) => Path.Combine(AppContext.BaseDirectory, "Golden", $"{kind}.sample{Ending(kind)}");

    /// <summary>The notebook is one JSON object; the others have one a line.</summary>
    private static string Ending(string kind) => kind == "notebook" ? ".json" : ".jsonl";
}
