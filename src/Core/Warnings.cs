using System.Collections.Concurrent;
using System.Diagnostics;

namespace TwinGrad;

/// <summary>PyTorch's warnings: one event for both engines, once for each place in the program, standard error by default.</summary>
public static class Warnings
{
    private static readonly ConcurrentDictionary<(string Message, string Place), byte> Given = new();
    private static readonly Lock Listening = new();
    private static Action<string> _handler = WriteToStandardError;

    /// <summary>Gets each warning's sentence. As long as nobody listens, warnings go to standard error.</summary>
    public static event Action<string> Warning
    {
        add
        {
            lock (Listening)
                _handler = _handler == WriteToStandardError ? value : _handler + value;
        }

        remove
        {
            lock (Listening)
                _handler = (_handler - value) ?? WriteToStandardError;
        }
    }

    /// <summary>Whether a place warns each time it is reached, as <c>torch.set_warn_always</c>; normally only the first time.</summary>
    public static bool Always { get; set; }

    /// <summary>Whether a warning is thrown as a <see cref="TorchWarningException"/> instead, each time: what a test suite wants.</summary>
    public static bool AsErrors { get; set; }

    /// <summary>Gives a warning for the first place outside of this library that the call came through.</summary>
    internal static void Warn(string message)
    {
        if (AsErrors)
            throw new TorchWarningException(message);
        if (Always || Given.TryAdd((message, Caller()), 0))
            _handler(message);
    }

    private static string Caller()
    {
        foreach (var frame in new StackTrace(1).GetFrames())
        {
            var method = frame.GetMethod();
            if (method?.Module.Assembly.GetName().Name?.StartsWith("TwinGrad", StringComparison.Ordinal) == false)
                return $"{method.DeclaringType?.AssemblyQualifiedName}.{method}@{frame.GetILOffset()}";
        }
        return "";
    }

    private static void WriteToStandardError(string message) => Console.Error.WriteLine($"UserWarning: {message}");
}
