using System.Globalization;
using System.Text;

namespace TwinGrad;

/// <summary>The sentences that say what differs, who stands alone and what to do next.</summary>
internal static class Findings
{
    private const int Named = 6;

    internal const string NoGraph =
        "there is no gradient: no recorded operation leads from an input to the result. Look for Detach, NoGrad, Item or ToArray on the way";

    /// <summary>Why there is no gradient to compare; null where there is one.</summary>
    internal static string? NoGradient(Derivatives result, IReadOnlyList<Input> inputs)
        => !result.DType.IsFloatingPoint
            ? $"there is no gradient: the result is {result.DType}, and only floating-point results have one. Return what the numbers were found by, not the numbers"
            : result.First.Length == 0 ? NoGraph
            : result.Value.Length == 0 ? "there is no gradient: the result has no elements"
            : inputs.All(input => input.DType is not null || input.Values.Length == 0) ? "there is no gradient: the inputs have no elements"
            : null;

    /// <summary>A function that cannot be checked, as it is another one every time.</summary>
    internal static string Random(string function, string what)
        => $"{function} gives other {what} when it is called again: it draws random numbers, or changes what it computes with. Pass these as inputs.";

    /// <summary>What is unlike about the results themselves: dtype or shape; null where nothing is.</summary>
    internal static string? OfResults(params (Derivatives Torch, Derivatives Reference, DType Inputs)[] results)
    {
        foreach (var (torch, reference, inputs) in results)
        {
            if (torch.DType != reference.DType)
            {
                return $"the result of {inputs.Name} inputs is {torch.DType} on libtorch and {reference.DType} on the reference. "
                    + "Look for a tensor or a conversion with a dtype of its own on one engine.";
            }
            if (torch.Shape != reference.Shape)
                return $"the result of {inputs.Name} inputs has the shape {torch.Shape} on libtorch and {reference.Shape} on the reference.";
        }
        return null;
    }

    /// <summary>That one result alone has a graph; null where none or both have.</summary>
    internal static string? OfGraphs(params (Derivatives Torch, Derivatives Reference, DType Inputs)[] results)
    {
        foreach (var (torch, reference, inputs) in results)
        {
            if (torch.First.Length > 0 != reference.First.Length > 0)
            {
                var (with, without) = torch.First.Length > 0 ? ("libtorch", "the reference") : ("the reference", "libtorch");
                return $"in {inputs.Name} only {with} has a gradient: on {without} no recorded operation leads to the result. "
                    + "Look for Detach, NoGrad, Item or ToArray on that engine.";
            }
        }
        return null;
    }

    internal static string OfValue(string function, GradientCheck value)
    {
        var (who, element, next) = !value.Float64.Agrees
            ? ("the engines compute different numbers",
                value.Float64.Worst,
                $"Their gradients are those of different functions and were not compared. Look for what {function} does on one engine only; "
                    + "if there is nothing of the kind, take it apart until one operator is left, and compare that with its definition.")
            : Float32(value);
        return Compose($"the value differs{At(value, element)}: {who}.", Witnesses(value, element), next);
    }

    internal static string OfGradient(string function, InputCheck input, GradientCheck check)
    {
        var (who, element, next) = Attribute(function, check);
        List<(string, string)> rows = [($"{input.Name} there", PythonFloat.Repr(input.At.Values[element])), .. Witnesses(check, element)];
        return Compose($"the {check.Name} differs{At(check, element)}: {who}.", rows, next);
    }

    /// <summary>The elements by their indices, the first few of them.</summary>
    internal static string Elements(GradientCheck check, IReadOnlyList<int> elements)
        => elements.Count == check.Reference64.Length && elements.Count > 1
            ? $"all {elements.Count} elements"
            : string.Join(", ", elements.Take(Named).Select(element => Index(check, element))) + (elements.Count > Named ? $" and {elements.Count - Named} more" : "");

    private static (string Who, int Element, string Next) Attribute(string function, GradientCheck check)
    {
        if (check.Float64.Agrees)
        {
            var differences = check.ByDifferences(check.Reference64);
            if (differences.Agrees)
                return Float32(check);
            if (!double.IsFinite(check.Reference64[differences.Worst]))
            {
                return ("both engines come to no number where the values have a slope", differences.Worst,
                    $"An intermediate of {function} or of its derivative is 0 * inf or 0 / 0 there. Give the function another form near that input, by "
                    + "Where on what goes into the operator, not on what comes out; or move the input.");
            }
            return ("both engines agree with each other, and central differences with neither",
                differences.Worst,
                $"The gradient is not the slope of the values that {function} has. Look for what autograd cannot see or is told wrongly: Detach, NoGrad, "
                + "a number read out and put back, a hand-written backward that is wrong or forgets to multiply by the gradient it is given. If it is meant "
                + "so, new CrossCheckOptions { Differences = false } asks the engines alone.");
        }
        var element = check.Float64.Worst;
        if (check.Differences is null || check.Estimates?[element].Skip is not null)
        {
            return ("the engines differ, and central differences cannot say which is right", element,
                "Move the input away from where the function bends, or compare with the derivative by hand.");
        }
        return (check.ByDifferences(check.Torch64).Agrees, check.ByDifferences(check.Reference64).Agrees) switch
        {
            (false, true) => ("libtorch stands alone", element, Alone("libtorch", "the reference", function)),
            (true, false) => ("the reference stands alone", element, Alone("the reference", "libtorch", function)),
            _ => ("no two witnesses agree", element,
                $"Central differences are those of the reference's values: if {function} jumps or is noisy here, move the input; else take it apart."),
        };
    }

    /// <summary>Who stands alone where only float32 differs.</summary>
    private static (string Who, int Element, string Next) Float32(GradientCheck check)
    {
        var element = check.Float32.Worst;
        return check.InFloat32(check.Reference, check.Reference64).Agrees
            ? ("libtorch in float32 stands alone", element, string.Create(
                CultureInfo.InvariantCulture,
                $"In float64 the engines agree: float32 is {check.Ulps:G3} ulps off and may be {check.UlpTolerance:G3}. Digits are lost where large "
                + $"numbers cancel or overflow on the way, or the function branches on the dtype: use a stable form (LogSoftmax for Softmax().Log()), compute in "
                + $"float64, or raise CrossCheckOptions.UlpTolerance."
                + $"{(check.Estimates?[element].Skip is null ? "" : " Rounding may also have put float32 on the other side of the place where the function bends: move the input.")}"))
            : ("the reference in float32 stands alone", element,
                "The reference computes in double whatever the dtype is: look for a branch on the dtype in the function.");
    }

    private static string Alone(string loner, string other, string function)
        => $"Central differences agree with {other}: what {loner} gives is not the slope of the function's values. Look for what {function} does on {loner} only; "
            + $"if there is nothing of the kind, a rule of {loner} is wrong: take {function} apart until one operator is left, and report that.";

    private static List<(string Witness, string Says)> Witnesses(GradientCheck check, int element)
    {
        List<(string, string)> rows =
        [
            ("libtorch, float32", Value(check.Torch)),
            ("libtorch, float64", Value(check.Torch64)),
            ("reference, for float32", Value(check.Reference)),
            ("reference, for float64", Value(check.Reference64)),
        ];
        if (check.Estimates?[element] is { } estimate)
        {
            rows.Add(("central differences", estimate.Skip is { } reason
                ? $"none: {reason}"
                : string.Create(CultureInfo.InvariantCulture, $"{PythonFloat.Repr(estimate.Value)} +- {estimate.Error:0.0e0}")));
        }
        return rows;

        string Value(double[] values) => element < values.Length ? PythonFloat.Repr(values[element]) : "no such element";
    }

    private static string Compose(string headline, IReadOnlyList<(string Name, string Value)> rows, string next)
    {
        var text = new StringBuilder(headline).AppendLine();
        var width = rows.Max(row => row.Name.Length);
        foreach (var (name, value) in rows)
            text.Append("  ").Append(name.PadRight(width)).Append("  ").AppendLine(value);
        return text.Append(next).ToString();
    }

    private static string At(GradientCheck check, int element) => check.Reference64.Length > 1 ? $" at {Index(check, element)}" : "";

    /// <summary><c>[1, 0]</c> for the third element of a matrix of two columns.</summary>
    private static string Index(GradientCheck check, int element)
    {
        if (check.Shape is not { Count: > 0 } shape)
            return $"[{element}]";
        var index = new long[shape.Count];
        long rest = element;
        for (var dim = shape.Count - 1; dim >= 0; dim--)
            (rest, index[dim]) = Math.DivRem(rest, shape[dim]);
        return $"[{string.Join(", ", index)}]";
    }
}
