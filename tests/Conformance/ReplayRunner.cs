namespace TwinGrad.Conformance;

/// <summary>Runs a replay from file to exit code.</summary>
public static class ReplayRunner
{
    /// <summary>At least one case was tried and none failed.</summary>
    public const int Success = 0;

    /// <summary>A case failed, or none was tried.</summary>
    public const int Failure = 1;

    /// <summary>The request can't be carried out: bad arguments, an unreadable file, a malformed line.</summary>
    public const int Unusable = 2;

    /// <summary>Replays the file, writes the report and returns the exit code.</summary>
    public static int Run(IReplay replay, string path, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(error);
        var report = new Report(output);
        try
        {
            foreach (var verdict in replay.Run(path))
                report.Add(verdict);
        }
        catch (GoldenFileException problem)
        {
            error.WriteLine(problem.Message);
            return Unusable;
        }
        if (report.Passed + report.Failed == 0)
            error.WriteLine($"{path}: no case was tried");
        report.Finish(replay.Notes);
        return report.Succeeded ? Success : Failure;
    }
}
