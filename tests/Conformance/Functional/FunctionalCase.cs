using System.Text.Json.Serialization;

namespace TwinGrad.Conformance;

/// <summary>A call of a transform of <c>torch.autograd.functional</c>, and what it returned or was refused with.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Setup">The Python code of the variables.</param>
/// <param name="Call">The Python code of the call.</param>
/// <param name="Result">Tensors in tuples, as an <see cref="OpinfoValueConverter"/> reads them.</param>
/// <param name="Type">The exception's type.</param>
/// <param name="Message">The exception's sentence.</param>
public sealed record FunctionalCase(
    string Id,
    string Setup,
    string Call,
    [property: JsonConverter(typeof(OpinfoValueConverter))] object? Result,
    string? Type,
    string? Message) : ICase;
