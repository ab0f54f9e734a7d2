namespace TwinGrad.Conformance;

/// <summary>Tries one kind of golden file's cases against this library.</summary>
public interface IReplay
{
    /// <summary>The word that names the kind on the command line: <c>repr</c>.</summary>
    string Kind { get; }

    /// <summary>What is compared, in a sentence for the command line's help.</summary>
    string Description { get; }

    /// <summary>The verdict on each case of the file, in order.</summary>
    /// <exception cref="GoldenFileException">The file can't be read.</exception>
    IEnumerable<Verdict> Run(string path);

    /// <summary>What the reader of the report should know beside the totals; asked after the run.</summary>
    IEnumerable<string> Notes { get; }
}
