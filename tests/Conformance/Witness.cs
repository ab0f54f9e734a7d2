namespace TwinGrad.Conformance;

/// <summary>Someone who can say what a recorded case comes to: an engine, or a part of the library.</summary>
/// <typeparam name="TCase">The kind of case.</typeparam>
/// <param name="Name">Who answers, as named in the report.</param>
/// <param name="Answer">The text that the case comes to; throws <see cref="CannotAnswerException"/> where this witness can't tell.</param>
public sealed record Witness<TCase>(string Name, Func<TCase, string> Answer);

/// <summary>A witness can't try a case, which says nothing about whether the library is right; the message is the reason.</summary>
public class CannotAnswerException(string reason) : Exception(reason);
