using System.Globalization;
using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>Runs the Python of a bad call and writes its result as the recording does.</summary>
internal static class BadInputPython
{
    /// <summary>The text of what the code leaves in <c>r</c>, else of what its last expression comes to.</summary>
    internal static string Run<T>(string code)
        where T : class, ITensor<T>
    {
        if (typeof(T) != typeof(Tensor) && code.Contains("manual_seed(", StringComparison.Ordinal))
            throw new CannotAnswerException("random draws, which are each engine's own");
        var python = new PythonEvaluator<T> { ["S"] = (PythonFunction)Values<T> };
        var last = python.Execute(code);
        // A text that stands for what cannot be said in Python would be compared with itself.
        if (!python.UsesLibrary)
            throw new CannotAnswerException("the Python does not call the library");
        return Text<T>(python.Has("r") ? python["r"] : last);
    }

    /// <summary>The same for C# that says no more than Python can.</summary>
    internal static string RunTranslated<T>(string csharp)
        where T : class, ITensor<T>
    {
        try
        {
            return Run<T>(CSharpText.ToPython(csharp));
        }
        catch (Exception problem) when (problem is PythonSyntaxException or PythonEvaluationException)
        {
            throw CSharpText.NotPython();
        }
    }

    private static string Text<T>(object? value)
        where T : class, ITensor<T>
        => value switch
        {
            T tensor => $"Tensor {tensor.DType.Name}[{string.Join(", ", tensor.Shape)}] {PythonText.Str(PythonTorch<T>.ToList(tensor))}",
            PythonSequence { Items: var items } => $"({string.Join(" ; ", items.Select(Text<T>))})",
            _ => PythonText.Str(value),
        };

    /// <summary>The recording's <c>S(tensor)</c>: its elements with five digits after the point.</summary>
    private static string? Values<T>(PythonArguments arguments)
        where T : class, ITensor<T>
        => arguments is { Positional: [T tensor] }
            ? string.Join(",", tensor.ToArray<double>().Select(value => value.ToString("F5", CultureInfo.InvariantCulture)))
            : throw new PythonUnsupportedException($"S({arguments})");
}
