using System.Text.RegularExpressions;

namespace TwinGrad.Examples;

/// <summary>Runs sections of the notebook on both engines and in both precisions, and puts what they say beside what was recorded.</summary>
public static partial class NotebookRunner
{
    /// <summary>Runs the sections.</summary>
    /// <param name="sections">Which; what a section goes on with runs before it, unseen.</param>
    /// <param name="device">Where libtorch computes.</param>
    /// <param name="recorded">The recorded cells.</param>
    /// <returns>A report a cell, in the notebook's order.</returns>
    public static IReadOnlyList<CellReport> Run(
        IReadOnlyList<NotebookSection> sections, Device device, IReadOnlyList<NotebookCell> recorded)
        => [.. sections.SelectMany(section => Run(section, device, recorded.ToDictionary(cell => cell.N)))];

    private static IEnumerable<CellReport> Run(NotebookSection section, Device device, Dictionary<int, NotebookCell> recorded)
    {
        var (cells, torch) = RunOn<Tensor>(section, DType.Float32, device);
        var torch64 = RunOn<Tensor>(section, DType.Float64, device).Gradients;
        var reference = RunOn<Reference.Tensor>(section, DType.Float32, Device.Cpu).Gradients;
        var reference64 = RunOn<Reference.Tensor>(section, DType.Float64, Device.Cpu).Gradients;
        var checks = torch.Select((gradient, i) => (gradient.N, Check: new GradientCheck
        {
            Name = gradient.Name,
            Torch = gradient.Values,
            Torch64 = torch64[i].Values,
            Reference = reference[i].Values,
            Reference64 = reference64[i].Values,
            Formula = gradient.Formula,
            Differences = CentralDifferences.Gradient(reference64[i].Function, gradient.At),
        })).ToLookup(pair => pair.N, pair => pair.Check);
        return cells.Select(run => Report(section, run, recorded[run.N], [.. checks[run.N]]));
    }

    private static (List<CellRun> Cells, List<GradientRun> Gradients) RunOn<T>(NotebookSection section, DType dtype, Device device)
        where T : class, ITensor<T>
    {
        var notebook = new Notebook<T>(new(dtype, device));
        if (section.Needs is { } before)
        {
            notebook.Run(before);
            notebook.Cells.Clear();
            notebook.Gradients.Clear();
        }
        notebook.Run(section.Name);
        return (notebook.Cells, notebook.Gradients);
    }

    private static CellReport Report(NotebookSection section, CellRun run, NotebookCell recorded, IReadOnlyList<GradientCheck> gradients)
    {
        // Under a warning's sentence Python shows the line that it warns of; the notebook has kept that line alone.
        var printed = run.Warning is not null && run.Printed is null
            ? "  " + recorded.Code.TrimEnd().Split('\n')[^1]
            : run.Printed is null ? null : CudaSuffix().Replace(run.Printed, "");
        return new(
            run.N, section.Name, recorded.Code, run.CSharp, recorded.Recorded, printed, run.Warning,
            printed == recorded.Recorded && run.Warning == recorded.Warning, gradients);
    }

    /// <summary>The notebook was recorded on a CPU; on a GPU PyTorch names the device behind each tensor.</summary>
    [GeneratedRegex(@", device='cuda:\d+'")]
    private static partial Regex CudaSuffix();
}
