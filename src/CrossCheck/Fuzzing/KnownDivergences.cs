namespace TwinGrad;

/// <summary>Where the engines are known to differ: what random programs leave out.</summary>
internal static class KnownDivergences
{
    /// <summary>Operators that libtorch differentiates once only.</summary>
    internal static IReadOnlySet<string> WithoutSecondDerivative { get; } = new HashSet<string>
    {
        "Cdist", "CdistForward", "EmbeddingBag", "GridSample", "Hardsigmoid", "MultiMarginLoss", "MultilabelMarginLoss", "Pdist", "SegmentReduce",
    };

    /// <summary>What keeps an entry out of random programs, or null.</summary>
    internal static KnownDivergence? Excluding(string entry) => null;
}

internal sealed record KnownDivergence(string Reason);
