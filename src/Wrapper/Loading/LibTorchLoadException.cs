namespace TwinGrad;

/// <summary>libtorch or TorchSharp's native half can't be loaded; the message says which file, why, and what to do.</summary>
public sealed class LibTorchLoadException : Exception
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What can't be loaded, why, and what to do.</param>
    public LibTorchLoadException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What can't be loaded, why, and what to do.</param>
    /// <param name="innerException">What the system's loader said.</param>
    public LibTorchLoadException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception with the general message.</summary>
    public LibTorchLoadException()
        : base("libtorch can't be loaded.")
    {
    }
}
