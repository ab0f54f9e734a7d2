namespace TwinGrad.Examples.Tests;

/// <summary>The recordings of PyTorch's behaviour that may lie beside the repository.</summary>
internal static class Goldens
{
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
