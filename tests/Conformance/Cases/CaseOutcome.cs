namespace TwinGrad.Conformance;

/// <summary>What a recorded situation came to when it was played again.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Text">The result's text, the exception's sentence, why it was not played, or how the process died.</param>
/// <param name="Type">The exception's type: PyTorch's name of it where it has one, else .NET's.</param>
/// <param name="Warnings">The warnings given on the way.</param>
public sealed record CaseOutcome(CaseEnd End, string Text, string? Type, IReadOnlyList<string> Warnings)
{
    /// <summary>Plays a situation in this process.</summary>
    /// <param name="situation">Does what the case says, and returns the result's text.</param>
    public static CaseOutcome Of(Func<string> situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var warnings = new List<string>();
        TwinGrad.Warnings.Warning += warnings.Add;
        TwinGrad.Warnings.Always = true;
        try
        {
            return new(CaseEnd.Returned, situation(), null, warnings);
        }
        catch (CannotAnswerException silence)
        {
            return new(CaseEnd.Skipped, silence.Message, null, warnings);
        }
#pragma warning disable CA1031 // Whatever the library throws is the outcome.
        catch (Exception exception)
        {
            return Thrown(exception, warnings);
        }
#pragma warning restore CA1031
        finally
        {
            (TwinGrad.Warnings.AsErrors, TwinGrad.Warnings.Always) = (false, false);
            TwinGrad.Warnings.Warning -= warnings.Add;
        }
    }

    /// <summary>The process that played the situation ended without an answer.</summary>
    public static CaseOutcome Died(string how) => new(CaseEnd.Died, how, null, []);

    /// <summary>The situation was not played.</summary>
    public static CaseOutcome Skipped(string reason) => new(CaseEnd.Skipped, reason, null, []);

    /// <summary>Python's text of an exception, or the plain text of anything else.</summary>
    public override string ToString() => Type is null ? Text : $"{Type}: {Text}";

    private static CaseOutcome Thrown(Exception exception, IReadOnlyList<string> warnings) => exception switch
    {
        ITorchException known => new(CaseEnd.Refused, exception.Message, known.PythonType, warnings),
        ArgumentException or ObjectDisposedException => new(CaseEnd.Refused, exception.Message, exception.GetType().Name, warnings),
        _ => new(CaseEnd.Broke, exception.Message, exception.GetType().Name, warnings),
    };
}

/// <summary>How a situation can end.</summary>
public enum CaseEnd
{
    /// <summary>With a result.</summary>
    Returned,

    /// <summary>With an exception that says what is wrong with the call.</summary>
    Refused,

    /// <summary>With an exception that should not reach a user: a null reference, a failed cast.</summary>
    Broke,

    /// <summary>With the process, or not at all.</summary>
    Died,

    /// <summary>It can't be played.</summary>
    Skipped,
}
