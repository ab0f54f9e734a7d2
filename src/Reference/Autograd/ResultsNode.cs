namespace TwinGrad.Reference;

/// <summary>An operation of several results, as others see it: one node, whose results are told apart by their numbers.</summary>
/// <remarks>A backward pass goes by the nodes behind it, one a result: there gradients are summed, seen and kept.</remarks>
internal interface IResultsNode
{
    /// <summary>The node of one result.</summary>
    TapeNode ResultNode(int place);
}

/// <summary>An operation whose results are differentiated one by one.</summary>
internal sealed class ResultsNode : Node, IResultsNode
{
    private readonly TapeNode[] _results;

    private ResultsNode(TapeNode[] results)
        : base(results[0].Name, [.. results[0].NextFunctions])
    {
        _results = results;
        Outputs = results.Length;
        for (var place = 0; place < results.Length; place++)
            results[place].IsResultOf(this, place);
    }

    /// <inheritdoc/>
    public TapeNode ResultNode(int place) => _results[place];

    /// <inheritdoc cref="Join(Tensor[])"/>
    internal static (Tensor, Tensor) Join(Tensor first, Tensor second)
    {
        Join([first, second]);
        return (first, second);
    }

    /// <summary>Makes one operation of those that were recorded for each of several results; the results are returned.</summary>
    internal static Tensor[] Join(Tensor[] results)
    {
        // Those that have no derivative are not numbered, as in libtorch.
        Tensor[] recorded = [.. results.Where(result => result.Recorded is not null)];
        if (recorded.Length == 0)
            return results;
        var node = new ResultsNode([.. recorded.Select(result => result.Recorded!)]);
        if (Tracing.IsActive)
            Tracing.Note<Tensor>(node, recorded);
        return results;
    }
}
