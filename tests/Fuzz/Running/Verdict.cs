using TwinGrad.Fuzz.Arguments;

namespace TwinGrad.Fuzz.Running;

/// <summary>The property: a call returns, or it throws what a caller can understand and handle.</summary>
internal static class Verdict
{
    /// <summary>What is wrong with the exception, or null.</summary>
    internal static string? Complaint(Exception exception)
    {
        if (exception is CallbackException)
            return null;
        if (exception is not (
            ITorchException or ArgumentException or ObjectDisposedException or FormatException or IOException or UnauthorizedAccessException))
            return "is of a type that tells of a defect inside";
        if (string.IsNullOrWhiteSpace(exception.Message))
            return "says nothing";
        if (exception.Message.Contains("INTERNAL ASSERT", StringComparison.Ordinal))
            return "tells of libtorch's insides";
        return exception is ArgumentException and not ITorchException && IsFromInside(exception) ? "comes from inside of .NET" : null;
    }

    /// <summary>.NET's own checks of arguments speak for a public member only where they check for null, for an empty text, or a path.</summary>
    private static bool IsFromInside(Exception exception)
        => exception.StackTrace?.TrimStart() is { } trace
            && trace.StartsWith("at System.", StringComparison.Ordinal)
            && !trace.StartsWith("at System.ArgumentNullException.", StringComparison.Ordinal)
            && !trace.StartsWith("at System.ArgumentException.ThrowNullOrEmpty", StringComparison.Ordinal)
            && exception is not ArgumentException { ParamName: "path" };
}
