using System.Text;

namespace TwinGrad.Fuzz.Running;

/// <summary>The calls of the running program, written down before they are made: what is left of a process that dies.</summary>
/// <remarks>Each line is handed to the system at once, which keeps it when the process is gone.</remarks>
internal sealed class Journal(Stream stream) : IDisposable
{
    internal const string ArgumentsOf = " arguments of ";

    /// <summary>A journal in a file, or on the console where none is named.</summary>
    internal static Journal Open(string? path)
        => new(path is null
            ? Console.OpenStandardOutput()
            : new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));

    /// <summary>Starts afresh with a program; of a file only the running program's calls are kept.</summary>
    internal void Begin(uint program, int callsBefore)
    {
        if (stream.CanSeek)
            stream.SetLength(0);
        Write($"{program} {callsBefore}");
    }

    internal void Write(string line) => stream.Write(Encoding.UTF8.GetBytes(line + "\n"));

    public void Dispose() => stream.Dispose();
}

/// <summary>A journal as its reader finds it.</summary>
/// <param name="Program">The number of the program that ran last; null if none began.</param>
/// <param name="Calls">How many calls were made, the last one included.</param>
/// <param name="Lines">The calls of that program.</param>
internal sealed record JournalEnd(uint? Program, int Calls, IReadOnlyList<string> Lines)
{
    internal static JournalEnd Read(string path)
    {
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (lines.Length == 0)
            return new(null, 0, []);
        var head = lines[0].Split(' ');
        // That the arguments of a call are made is of interest only where that was the last thing.
        string[] calls =
        [
            .. lines[1..^1].Where(line => !line.StartsWith(Journal.ArgumentsOf, StringComparison.Ordinal)),
            .. lines.Length > 1 ? lines[^1..] : [],
        ];
        return new(uint.Parse(head[0], Invariant), int.Parse(head[1], Invariant) + calls.Count(line => !line.StartsWith(' ')), calls);
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
