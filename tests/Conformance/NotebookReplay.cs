using System.Globalization;
using System.Text.Json;
using TwinGrad.Examples;

namespace TwinGrad.Conformance;

/// <summary>Replays the recorded notebook: what each cell prints, the warnings it gives, and its gradients by every witness.</summary>
public sealed class NotebookReplay : IReplay
{
    private readonly List<GradientCheck> _gradients = [];

    /// <inheritdoc/>
    public string Kind => "notebook";

    /// <inheritdoc/>
    public string Description => "Compares what each cell of the autograd notebook prints, and its gradients on both engines.";

    /// <inheritdoc/>
    public IEnumerable<string> Notes =>
    [
        string.Create(CultureInfo.InvariantCulture,
            $"{_gradients.Count} gradients, at most {_gradients.Select(gradient => gradient.Ulps).DefaultIfEmpty().Max():0.00} ulps of float32 apart"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(string path)
    {
        var recorded = Read(path);
        var known = NotebookCell.All.ToDictionary(cell => cell.N);
        foreach (var stranger in recorded.Where(cell => !known.ContainsKey(cell.N)))
            yield return Verdict.Skip(Id(stranger.N), "the C# notebook has no such cell");

        // A recording may hold some of the cells only; the kernel runs them all.
        var replaced = recorded.ToDictionary(cell => cell.N);
        List<NotebookCell> expected = [.. NotebookCell.All.Select(cell => replaced.GetValueOrDefault(cell.N, cell))];
        foreach (var cell in NotebookRunner.Run(NotebookSection.All, Device.Cpu, expected).Where(cell => replaced.ContainsKey(cell.N)))
        {
            _gradients.AddRange(cell.Gradients);
            yield return Judge(cell, replaced[cell.N]);
        }
    }

    private static Verdict Judge(CellReport cell, NotebookCell recorded)
    {
        if (!cell.Match)
            return Verdict.Fail(Id(cell.N), Text(recorded.Recorded, recorded.Warning), [("libtorch", Text(cell.Printed, cell.Warning))]);
        return cell.Gradients.FirstOrDefault(gradient => !gradient.Agree) is { } differing
            ? Verdict.Fail(Id(cell.N), "gradients that agree", [("the witnesses", differing.ToString())])
            : Verdict.Pass(Id(cell.N));
    }

    private static IReadOnlyList<NotebookCell> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return NotebookCell.Read(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new GoldenFileException($"cannot read '{path}': {problem.Message}", problem);
        }
    }

    private static string Text(string? printed, string? warning) => warning is null ? printed ?? "" : $"{printed} (warning: {warning})";

    private static string Id(int n) => string.Create(CultureInfo.InvariantCulture, $"In [{n}]");
}
