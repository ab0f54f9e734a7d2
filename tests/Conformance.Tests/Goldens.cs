using TwinGrad.Tests;

namespace TwinGrad.Conformance.Tests;

/// <summary>Where the recordings of PyTorch's behaviour lie.</summary>
internal static class Goldens
{
    /// <summary>The whole recordings of a kind where their folder lies beside the repository, else the sample that is committed.</summary>
    internal static string Find(string kind) => GoldenFolder.Find(kind + Ending(kind)) ?? Sample(kind);

    /// <summary>The committed sample of a kind.</summary>
    internal static string Sample(string kind) => Path.Combine(AppContext.BaseDirectory, "Golden", $"{kind}.sample{Ending(kind)}");

    /// <summary>The notebook is one JSON object; the others have one a line.</summary>
    private static string Ending(string kind) => kind == "notebook" ? ".json" : ".jsonl";
}
