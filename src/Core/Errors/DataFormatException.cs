namespace TwinGrad;

/// <summary>A file is not what its format says: where, and what is there instead.</summary>
/// <param name="message">File, place and cause.</param>
/// <param name="file">The file's path, or what the reader was told to call its source.</param>
/// <param name="line">The line, from 1, where the format has lines.</param>
/// <param name="column">The column's name, where it is known.</param>
/// <param name="innerException">What a library said of it.</param>
public class DataFormatException(
    string message, string file, long? line = null, string? column = null, Exception? innerException = null)
    : FormatException(message, innerException), ITorchException
{
    /// <inheritdoc/>
    public string PythonType => "ValueError";

    /// <inheritdoc/>
    public string? NativeTrace => null;

    /// <summary>The file's path, or what the reader was told to call its source.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1, where the format has lines.</summary>
    public long? Line { get; } = line;

    /// <summary>The column's name, where it is known.</summary>
    public string? Column { get; } = column;
}

/// <summary>A data set's files are not on this machine; the message says how to get them.</summary>
public class DatasetNotFoundException(string message, string fileName) : FileNotFoundException(message, fileName), ITorchException
{
    /// <inheritdoc/>
    public string PythonType => "RuntimeError";

    /// <inheritdoc/>
    public string? NativeTrace => null;
}
