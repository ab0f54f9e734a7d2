using System.Text.Json;

namespace TwinGrad.Examples;

/// <summary>A cell as the notebook recorded it.</summary>
/// <param name="N">Its number.</param>
/// <param name="Code">Its Python.</param>
/// <param name="Recorded">What it printed; null if nothing.</param>
/// <param name="Warning">The sentence of the warning that it gave; null if none.</param>
public sealed record NotebookCell(int N, string Code, string? Recorded, string? Warning)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The notebook that this program carries, in the order in which its cells were run.</summary>
    public static IReadOnlyList<NotebookCell> All { get; } = ReadEmbedded();

    /// <summary>The cells of a recorded notebook.</summary>
    /// <exception cref="JsonException">The text is no such recording.</exception>
    public static IReadOnlyList<NotebookCell> Read(Stream json)
        => JsonSerializer.Deserialize<Recording>(json, Options)?.Cells ?? throw new JsonException("there are no cells");

    private static IReadOnlyList<NotebookCell> ReadEmbedded()
    {
        using var json = typeof(NotebookCell).Assembly.GetManifestResourceStream("notebook.json")!;
        return Read(json);
    }

    private sealed record Recording(IReadOnlyList<NotebookCell> Cells);
}
