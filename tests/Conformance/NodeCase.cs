using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TwinGrad.Conformance;

/// <summary>A piece of Python and the autograd nodes that PyTorch records for it.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Kind"><c>expr</c>: the outputs are what the code comes to; <c>stmt</c>: the output is the variable <c>out</c>.</param>
/// <param name="Code">The Python code, over the variables of <see cref="NodeVariables"/>.</param>
/// <param name="Outputs">One entry an output tensor.</param>
/// <param name="TorchSharp">What raw TorchSharp does otherwise.</param>
public sealed partial record NodeCase(
    string Id, string Kind, string Code, IReadOnlyList<NodeOutput> Outputs, [property: JsonPropertyName("torchsharp")] RawNode? TorchSharp = null)
{
    /// <summary>The first element that PyTorch computes, recorded where raw TorchSharp computes another.</summary>
    public double? FirstElement
        => TorchSharp?.ValueDifference is { } difference && Recorded().Match(difference) is { Success: true } match
            ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("^value (\\S+) in Python")]
    private static partial Regex Recorded();
}

/// <summary>What raw TorchSharp makes of the same code.</summary>
/// <param name="ValueDifference">Both first elements in words, where they differ.</param>
public sealed record RawNode(string? ValueDifference = null);

/// <summary>The graph behind an output.</summary>
/// <param name="GradFn">The node that made it; null for a leaf and what needs no gradient.</param>
/// <param name="Chain">That node and, in brackets, those of its inputs; null where there is none.</param>
public sealed record NodeOutput(string? GradFn, string? Chain)
{
    /// <summary>Both on one line.</summary>
    public override string ToString() => GradFn is null && Chain is null ? "None" : $"{GradFn} = {Chain}";
}
