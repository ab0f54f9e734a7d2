namespace TwinGrad;

/// <summary>What every exception of this library carries beside its sentence, whatever .NET type it derives from.</summary>
public interface ITorchException
{
    /// <summary>The Python exception that PyTorch raises in the same situation: <c>RuntimeError</c>, <c>IndexError</c>.</summary>
    string PythonType { get; }

    /// <summary>libtorch's own frames where the error comes from native code, else null. They are no part of the message.</summary>
    string? NativeTrace { get; }
}

/// <summary>PyTorch's <c>RuntimeError</c>: the message is PyTorch's sentence.</summary>
public class TorchException(string message, string? nativeTrace = null) : Exception(message), ITorchException
{
    /// <inheritdoc/>
    public virtual string PythonType => "RuntimeError";

    /// <inheritdoc/>
    public string? NativeTrace { get; } = nativeTrace;
}

/// <summary>A nan or an infinity that <see cref="Autograd.DetectAnomaly"/> was asked to find.</summary>
/// <param name="message">PyTorch's sentence, where it was and which call made it.</param>
/// <param name="node">The operation's node: <c>SqrtBackward0</c>.</param>
/// <param name="callSite">The call of the operation, where it is known.</param>
public class TorchAnomalyException(string message, string node, CallSite? callSite) : TorchException(message)
{
    /// <summary>The operation's node.</summary>
    public string Node { get; } = node;

    /// <summary>The call of the operation, forwards; null where it was made outside of the scope.</summary>
    public CallSite? CallSite { get; } = callSite;
}

/// <summary>PyTorch's <c>UserWarning</c>, thrown because <see cref="Warnings.AsErrors"/> is set. What was warned of was not done.</summary>
public class TorchWarningException(string message) : TorchException(message)
{
    /// <inheritdoc/>
    public override string PythonType => "UserWarning";
}

/// <summary>PyTorch's <c>torch.linalg.LinAlgError</c>: a matrix that has no inverse, no such factors, or defies the algorithm.</summary>
public class TorchLinAlgException(string message, string? nativeTrace = null) : TorchException(message, nativeTrace)
{
    /// <inheritdoc/>
    public override string PythonType => "torch._C._LinAlgError";
}

/// <summary>An argument of a wrong shape, dtype or value: what a .NET caller expects as an <see cref="ArgumentException"/>.</summary>
public class TorchArgumentException(string message, string pythonType = "RuntimeError", string? nativeTrace = null)
    : ArgumentException(message), ITorchException
{
    /// <inheritdoc/>
    public string PythonType { get; } = pythonType;

    /// <inheritdoc/>
    public string? NativeTrace { get; } = nativeTrace;
}

/// <summary>PyTorch's <c>IndexError</c>: a dimension or an index that is not there.</summary>
public class TorchIndexException(string message, string? nativeTrace = null)
    : ArgumentOutOfRangeException(null, message), ITorchException
{
    /// <inheritdoc/>
    public string PythonType => "IndexError";

    /// <inheritdoc/>
    public string? NativeTrace { get; } = nativeTrace;
}

/// <summary>PyTorch's <c>NotImplementedError</c>: an operator that has no kernel for a dtype or device, or no derivative.</summary>
public class TorchNotImplementedException(string message, string? nativeTrace = null)
    : NotImplementedException(message), ITorchException
{
    /// <inheritdoc/>
    public string PythonType => "NotImplementedError";

    /// <inheritdoc/>
    public string? NativeTrace { get; } = nativeTrace;
}
