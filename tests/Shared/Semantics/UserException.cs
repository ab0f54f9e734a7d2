namespace TwinGrad.Tests;

/// <summary>What a user's own code throws when the library calls it.</summary>
internal sealed class UserException(string message) : Exception(message);
