namespace TwinGrad.Tests;

/// <summary>The recordings of PyTorch's behaviour that may lie beside the repository.</summary>
internal static class GoldenFolder
{
    /// <summary>The path of a recording, or null where there is none.</summary>
    internal static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "golden", file);
            if (File.Exists(path))
                return path;
        }
        return null;
    }
}
