namespace TwinGrad.Conformance.Tests;

/// <summary>Where the recordings of PyTorch's behaviour lie.</summary>
internal static class Goldens
{
    /// <summary>The whole recordings of a kind where their folder lies beside the repository, else the sample that is committed.</summary>
    internal static string Find(string kind)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "golden", $"{kind}.jsonl");
            if (File.Exists(path))
                return path;
        }
        return Sample(kind);
    }

    /// <summary>The committed sample of a kind.</summary>
    internal static string Sample(string kind) => Path.Combine(AppContext.BaseDirectory, "Golden", $"{kind}.sample.jsonl");
}
