namespace TwinGrad;

/// <summary>A file of tensors, or a folder with a checkpoint, that can't be read or written: what a .NET caller expects as an <see cref="IOException"/>.</summary>
/// <param name="message">Which file, what is wrong with it, the offending values, and what to do.</param>
/// <param name="source">The file or folder as the caller named it.</param>
/// <param name="cause">What the system or the JSON reader said, if one of them did.</param>
public class CheckpointException(string message, string source, Exception? cause = null) : IOException(message, cause), ITorchException
{
    /// <inheritdoc/>
    public string PythonType => "RuntimeError";

    /// <inheritdoc/>
    public string? NativeTrace => null;

    /// <summary>The file or folder as the caller named it; <c>the stream</c> where it was none.</summary>
    public string File { get; } = source;
}
