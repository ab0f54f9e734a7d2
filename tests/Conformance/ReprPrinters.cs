using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>The ways to print a recorded tensor.</summary>
public static class ReprPrinters
{
    /// <summary>The formatter alone, told the recorded dtype, shape, values and node: no engine takes part.</summary>
    public static Witness<ReprCase> Formatter { get; } = new("formatter", PrintRecorded);

    /// <summary>An engine: it builds the leaves, evaluates the expression and prints the result.</summary>
    /// <param name="name">The engine's name in the report.</param>
    /// <param name="largestInteger">Up to which size it can hold integers, where that is not up to the dtype.</param>
    public static Witness<ReprCase> Engine<T>(string name, long? largestInteger = null)
        where T : class, ITensor<T>
        => new(name, golden => Build<T>(golden, largestInteger).ToString()!);

    private static T Build<T>(ReprCase golden, long? largestInteger)
        where T : class, ITensor<T>
    {
        if (golden.Build == "leaf")
            return Leaf<T>(golden, largestInteger);
        var python = new PythonEvaluator<T>();
        foreach (var (name, input) in golden.Inputs ?? throw new PythonEvaluationException("the case has no inputs"))
            python[name] = Leaf<T>(input, largestInteger);
        return python.Evaluate(golden.Expr ?? throw new PythonEvaluationException("the case has no expression")) as T
            ?? throw new PythonEvaluationException("the expression does not come to a tensor");
    }

    private static T Leaf<T>(ReprTensor golden, long? largestInteger)
        where T : class, ITensor<T>
    {
        var dtype = DType.Parse(golden.Dtype);
        if (dtype.Category == DTypeCategory.Integer
            && golden.Values.Any(value => value.ToInt64() < -largestInteger || value.ToInt64() > largestInteger))
        {
            throw new CannotAnswerException($"integers beyond {largestInteger}");
        }
        return PythonTorch<T>.Leaf(golden.Values, golden.Shape, dtype, golden.RequiresGrad);
    }

    private static string PrintRecorded(ReprCase golden)
    {
        if (!RecordTellsText(golden))
            throw new CannotAnswerException("the recorded fields are not those of the tensor in the recorded text");
        return TensorFormatter.Format(new TensorText
        {
            DType = DType.Parse(golden.Dtype),
            Shape = golden.Shape.ToArray(),
            RequiresGrad = golden.RequiresGrad,
            GradFn = golden.GradFn,
            IsParameter = IsParameter(golden),
            Element = index => golden.Values[(int)index],
        });
    }

    private static bool IsParameter(ReprCase golden) => golden.Expr?.StartsWith("torch.nn.Parameter(", StringComparison.Ordinal) == true;

    /// <summary>Whether the recorded fields are those of the tensor in the recorded text.</summary>
    /// <remarks>
    /// A few cases name another node in the field than in the text: only an engine that evaluates the expression can print those.
    /// </remarks>
    private static bool RecordTellsText(ReprCase golden)
    {
        const string node = "grad_fn=<";
        var names = golden.GradFn is null
            ? !golden.Repr.Contains(node, StringComparison.Ordinal)
            : golden.Repr.EndsWith($"{node}{golden.GradFn}>)", StringComparison.Ordinal);
        return names;
    }
}
