namespace TwinGrad.Examples;

/// <summary>What a command was asked for cannot be done as it was put; the sentence says what can.</summary>
internal sealed class UsageException(string message) : Exception(message);
