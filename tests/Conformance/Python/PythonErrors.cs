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
/// <param name="name">What is missing: <c>rsqrt</c>, <c>lambda</c>.</param>
public class PythonUnsupportedException(string name) : CannotAnswerException($"not supported: {name}")
{
    /// <summary>What is missing.</summary>
    public string Name { get; } = name;
}

/// <summary>What is called is there, but has no such member or takes no such arguments. If PyTorch refuses it too, nothing is missing.</summary>
/// <param name="name">What does not match: <c>sin(float)</c>, <c>foo of a linear</c>.</param>
public sealed class PythonMismatchException(string name) : PythonUnsupportedException(name)
{
    /// <summary>Plays Python code that PyTorch ends with an exception of this type, or with none (null).</summary>
    /// <exception cref="CannotAnswerException">
    /// The code can't be played. Where Python refuses a type or a name as it runs and C# as it is compiled, the reason says so.
    /// </exception>
    internal static string Run(Func<string> code, string? raised)
    {
        try
        {
            return code();
        }
        catch (PythonMismatchException mismatch) when (raised is "TypeError" or "AttributeError")
        {
            throw DoesNotCompile(mismatch.Name);
        }
    }

    /// <summary>What has no counterpart in C#, whatever PyTorch does with it.</summary>
    internal static CannotAnswerException DoesNotCompile(string what) => new($"C# does not compile this: {what}");
}
