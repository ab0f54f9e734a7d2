namespace TwinGrad.Conformance;

/// <summary>One way to print a recorded case.</summary>
/// <param name="Name">Who prints, as named in the report.</param>
/// <param name="Print">The text of the case's tensor; null if this printer can't build it.</param>
public sealed record ReprPrinter(string Name, Func<ReprCase, string?> Print);

/// <summary>Prints recorded tensors and compares the text with PyTorch's, character by character.</summary>
/// <param name="printers">A case passes when every one of these that can build it prints the recorded text.</param>
public sealed class ReprReplay(params IReadOnlyList<ReprPrinter> printers) : IReplay
{
    private readonly Dictionary<string, int> _printed = printers.ToDictionary(printer => printer.Name, _ => 0);
    private int _cases;

    /// <summary>The formatter alone, told the recorded dtype, shape, values and node: no engine takes part.</summary>
    public static ReprPrinter Formatter { get; } = new("formatter", PrintRecorded);

    /// <inheritdoc/>
    public string Kind => "repr";

    /// <inheritdoc/>
    public string Description => "compares printed tensors with PyTorch's repr";

    /// <inheritdoc/>
    public IEnumerable<string> Notes
        => printers.Select(printer => $"{printer.Name} printed {_printed[printer.Name]} of {_cases} cases");

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(string path) => GoldenFile.Read<ReprCase>(path).Select(Check);

    private Verdict Check(ReprCase golden)
    {
        _cases++;
        var texts = new List<(string Who, string Text)>();
        foreach (var printer in printers)
        {
            if (Print(printer, golden) is not { } text)
                continue;
            _printed[printer.Name]++;
            texts.Add((printer.Name, text));
        }
        if (texts.Count == 0)
            return Verdict.Skip(golden.Id, "no printer can build the tensor");
        var wrong = texts.FindAll(answer => answer.Text != golden.Repr);
        return wrong.Count == 0 ? Verdict.Pass(golden.Id) : Verdict.Fail(golden.Id, golden.Repr, wrong);
    }

    private static string? Print(ReprPrinter printer, ReprCase golden)
    {
        try
        {
            return printer.Print(golden);
        }
        catch (Exception problem)
        {
            // A printer that throws has given a wrong answer; the cases behind it are still worth trying.
            return $"{problem.GetType().Name}: {problem.Message}";
        }
    }

    private static string? PrintRecorded(ReprCase golden)
    {
        var dtype = DType.All.FirstOrDefault(candidate => candidate.Name == golden.Dtype);
        return dtype is null || !RecordTellsText(golden) ? null : TensorFormatter.Format(new TensorText
        {
            DType = dtype,
            Shape = golden.Shape.ToArray(),
            RequiresGrad = golden.RequiresGrad,
            GradFn = golden.GradFn,
            Element = index => golden.Values[(int)index],
        });
    }

    /// <summary>Whether the recorded fields are those of the tensor in the recorded text.</summary>
    /// <remarks>
    /// A few cases name another node in the field than in the text, and a Parameter's text has a line more: only an engine
    /// that evaluates the expression can print those.
    /// </remarks>
    private static bool RecordTellsText(ReprCase golden)
    {
        const string node = "grad_fn=<";
        var names = golden.GradFn is null
            ? !golden.Repr.Contains(node, StringComparison.Ordinal)
            : golden.Repr.EndsWith($"{node}{golden.GradFn}>)", StringComparison.Ordinal);
        return names && golden.Repr.StartsWith("tensor(", StringComparison.Ordinal);
    }
}
