using System.Text.RegularExpressions;

namespace TwinGrad.Conformance;

/// <summary>Rewrites the plain C# of a recorded call, made of calls and variables only, as the Python that does the same.</summary>
internal static partial class CSharpText
{
    // In order. What they leave that is no Python shows when it is read.
    private static readonly (Regex Csharp, string Python)[] Rules =
    [
        (Variable(), "$1="),
        (Return(), "r="),
        (Sequence(), "[$1]"),
        (Created(), "torch.$1("),
        (WholeFloat(), "$1."),
        (FloatSuffix(), ""),
        (Generic(), "("),
        (Call(), "("),
        (Keyword(), "$1=$2"),
        (True(), "True"),
        (False(), "False"),
        (Null(), "None"),
        (Text(), ".ToString()"),
        (DTypes(), "torch.$0"),
        (Functions(), "torch.$0"),
    ];

    internal static string ToPython(string code)
        => code.Contains("=>", StringComparison.Ordinal) || code.Contains('@', StringComparison.Ordinal)
            ? throw NotPython()
            : Rules.Aggregate(code, (text, rule) => rule.Csharp.Replace(text, rule.Python));

    internal static CannotAnswerException NotPython() => new("C# that has no Python counterpart");

    [GeneratedRegex(@"\bvar (\w+) ?=")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\breturn ")]
    private static partial Regex Return();

    /// <summary>An array: <c>new[]{x}</c>, <c>new float[]{1,2}</c>.</summary>
    [GeneratedRegex(@"\bnew ?\w*\[\]\{([^{}]*)\}")]
    private static partial Regex Sequence();

    [GeneratedRegex(@"\bnew (\w+)\(")]
    private static partial Regex Created();

    [GeneratedRegex(@"(?<![\w.]|e[-+])(\d+)f\b")]
    private static partial Regex WholeFloat();

    [GeneratedRegex(@"(?<=\d)f\b")]
    private static partial Regex FloatSuffix();

    [GeneratedRegex(@"<\w+>\(")]
    private static partial Regex Generic();

    [GeneratedRegex(@"\.call\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<=[(,] ?)(\w+): ?(\w)")]
    private static partial Regex Keyword();

    [GeneratedRegex(@"\btrue\b")]
    private static partial Regex True();

    [GeneratedRegex(@"\bfalse\b")]
    private static partial Regex False();

    [GeneratedRegex(@"\bnull\b")]
    private static partial Regex Null();

    [GeneratedRegex(@"\.str\(\)")]
    private static partial Regex Text();

    [GeneratedRegex(@"(?<![\w.])(bool|u?int8|int16|int32|int64|float16|float32|float64|bfloat16|complex64)\b")]
    private static partial Regex DTypes();

    [GeneratedRegex(@"(?<![\w.])(zeros|ones|full|empty|rand|randn|randint|arange|linspace|eye|tensor)(?=\()")]
    private static partial Regex Functions();
}
