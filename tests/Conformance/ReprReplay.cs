namespace TwinGrad.Conformance;

/// <summary>Prints recorded tensors and compares the text with PyTorch's, character by character.</summary>
/// <param name="printers">A case passes when every one of these that can build it prints the recorded text.</param>
public sealed class ReprReplay(params IReadOnlyList<Witness<ReprCase>> printers) : IReplay
{
    private readonly Hearing<ReprCase> _hearing = new(printers);

    /// <inheritdoc/>
    public string Kind => "repr";

    /// <inheritdoc/>
    public string Description => "compares printed tensors with PyTorch's repr";

    /// <inheritdoc/>
    public IEnumerable<string> Notes => _hearing.Notes;

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(string path)
        => GoldenFile.Read<ReprCase>(path).Select(golden => _hearing.Judge(golden.Id, golden, golden.Repr));
}
