namespace TwinGrad.Conformance;

/// <summary>A call that a user could write, and what PyTorch does with it.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Torchsharp">The call in C#, against raw TorchSharp.</param>
/// <param name="Python">The call in Python; a comment, or nothing, where Python has none.</param>
/// <param name="PythonOutcome">What PyTorch does: <c>raises Type: sentence</c>, <c>returns value</c>, or why nothing is known.</param>
/// <param name="RawOutcome">What raw TorchSharp does; <c>returns</c> where it returns what is right.</param>
/// <param name="RawMessage">The value behind <c>=></c> that it returns, or its exception's sentence.</param>
public sealed record BadInputCase(
    string Id, string Group, string Torchsharp, string Python, string PythonOutcome, string RawOutcome = "", string RawMessage = "") : ICase
{
    /// <summary>Whether there is Python code that does the same.</summary>
    public bool HasPython => Python.Length > 0 && !Python.StartsWith("# no analogue", StringComparison.Ordinal);
}
