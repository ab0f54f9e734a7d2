namespace TwinGrad.Conformance;

/// <summary>A golden file can't be read; the message is one line that names the file and, where there is one, the line.</summary>
public sealed class GoldenFileException : Exception
{
    /// <summary>An exception with the given message.</summary>
    public GoldenFileException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
