namespace TwinGrad.Conformance;

/// <summary>A situation and how PyTorch ends it.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Setup">The Python code that leads there.</param>
/// <param name="Stmt">The Python code that is tried; what it leaves in <c>result</c> is the result.</param>
/// <param name="Outcome"><c>exception</c> or <c>ok</c>.</param>
/// <param name="Type">The exception's type.</param>
/// <param name="Message">The exception's sentence.</param>
/// <param name="Result">The result's text.</param>
/// <param name="Warnings">The warnings given on the way.</param>
public sealed record MessageCase(
    string Id,
    string Setup,
    string Stmt,
    string Outcome,
    string? Type,
    string? Message,
    string? Result,
    IReadOnlyList<RecordedWarning> Warnings) : ICase;

/// <summary>A warning that PyTorch gave.</summary>
/// <param name="Category">Its Python type.</param>
/// <param name="Text">Its sentence.</param>
public sealed record RecordedWarning(string Category, string Text);
