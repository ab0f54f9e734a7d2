namespace TwinGrad.Examples;

/// <summary>How many cells that the notebook shows an output of match, and how many gradients agree.</summary>
internal sealed record Tally(int Recorded, int Matching, int Gradients, int Agreeing)
{
    /// <summary>Whether nothing is amiss: every cell matches, those without an output by printing none.</summary>
    internal required bool Good { get; init; }

    internal static Tally Of(IEnumerable<CellReport> cells)
    {
        var all = cells.ToList();
        var recorded = all.Where(cell => cell.Recorded is not null).ToList();
        var gradients = all.SelectMany(cell => cell.Gradients).ToList();
        return new(recorded.Count, recorded.Count(cell => cell.Match), gradients.Count, gradients.Count(gradient => gradient.Agree))
        {
            Good = all.Count > 0 && all.TrueForAll(cell => cell.Match) && gradients.TrueForAll(gradient => gradient.Agree),
        };
    }

    public override string ToString() => $"{Matching} of {Recorded} cells match, {Agreeing} of {Gradients} gradients agree";
}
