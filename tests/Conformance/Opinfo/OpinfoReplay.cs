namespace TwinGrad.Conformance;

/// <summary>Calls operators by name on samples of PyTorch's operator database, and compares results and gradients of both orders.</summary>
/// <param name="engines">A sample passes when everything recorded comes out on each of them; what one can't try is skipped.</param>
public sealed class OpinfoReplay(params IReadOnlyList<OpinfoEngine> engines) : IReplay
{
    private readonly Hearing<OpinfoCase> _hearing = new([.. engines.Select(engine => engine.Witness)]) { Unanimous = true };
    private readonly OpinfoCoverage _coverage = new();

    /// <inheritdoc/>
    public string Kind => "opinfo";

    /// <inheritdoc/>
    public string Description => "compares results and gradients of first and second order with PyTorch's operator database";

    /// <inheritdoc/>
    public IEnumerable<string> Notes => [.. engines.Select(engine => engine.Note), .. _hearing.Answered, .. _coverage.Table];

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(string path)
    {
        foreach (var golden in GoldenFile.Read<OpinfoCase>(path))
        {
            var verdict = _hearing.Judge(golden.Id, golden, OpinfoEngine.Expected);
            _coverage.Add(golden.Op, verdict);
            yield return verdict;
        }
    }
}
