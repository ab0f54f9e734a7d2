namespace TwinGrad.Conformance.Python;

/// <summary>The text is not Python, or stands where Python allows nothing of the kind.</summary>
/// <param name="message">What is wrong, in a sentence.</param>
/// <param name="position">Where in the text, counted from 0.</param>
public sealed class PythonSyntaxException(string message, int position) : Exception($"{message} at character {position}")
{
    /// <summary>Where in the text, counted from 0.</summary>
    public int Position { get; } = position;
}

/// <summary>The text is Python that means nothing: an unknown variable, an operator between things that have none.</summary>
public sealed class PythonEvaluationException(string message) : Exception(message);

/// <summary>Good Python that needs an operator which this library lacks or a construct which this evaluator does not read.</summary>
/// <param name="name">What is missing: <c>rsqrt</c>, <c>rsub(tensor, tensor)</c>, <c>lambda</c>.</param>
public sealed class PythonUnsupportedException(string name) : CannotAnswerException($"not supported: {name}")
{
    /// <summary>What is missing.</summary>
    public string Name { get; } = name;
}
