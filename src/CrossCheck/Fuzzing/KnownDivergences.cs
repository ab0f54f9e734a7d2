namespace TwinGrad;

/// <summary>Where the engines are known to differ, or nothing is to be learned of their difference: what random programs keep away from.</summary>
/// <remarks>What of this is a defect of libtorch is shown, with both values, in docs/divergences.md.</remarks>
internal static class KnownDivergences
{
    private const string AmongEquals = "which of equal elements is given is not defined, and random programs have equal elements";
    private const string Nans = "makes nans of its own, and all that follows is nan";

    private const string Shared = "libtorch does not share a negative gradient among equals, and these are equal: docs/divergences.md has it";

    private static readonly Dictionary<string, string> Excluded = new()
    {
        ["Addmm_WithoutSelf"] = Nans,
        ["Sgn"] = "its gradient is a kind of zeros that some of libtorch's rules refuse: docs/divergences.md has it",
        ["SegmentReduce_MaxTies"] = Shared,
        ["SegmentReduce_MinTies"] = Shared,
        ["Det_OfSingular"] = "made at a singular matrix, where rounding decides: docs/divergences.md has it",
    };

    /// <summary>Operators and entries that libtorch does not differentiate twice, or differently.</summary>
    private static readonly HashSet<string> WithoutSecondDerivative =
    [
        // Refused by libtorch.
        "Cdist", "CdistForward", "EmbeddingBag", "GridSample", "Hardsigmoid", "MultiMarginLoss", "MultilabelMarginLoss", "Pdist", "SegmentReduce",
        "IndexReduce_Prod", "IndexReduce_ProdOfSent", "IndexReduce_ProdWithZeros", "ScatterReduce_Prod", "ScatterReduce_ProdOfSent",
        "ScatterReduce_ProdWithZeros", "Embedding_OfNothing", "PixelShuffle", "PixelUnshuffle",
        // Other than the formula's: docs/divergences.md.
        "BinaryCrossEntropy", "Embedding_ScaledGradient", "Logcumsumexp", "Prelu", "PreluKernel",
        // Differences of large numbers, on one engine or both.
        "MatrixExp", "Prod", "Sinc",
        // Of saturated exponentials it is a difference of numbers that are equal up to rounding; of a norm of 0 there is none.
        "LogSoftmax_Large", "Softmax_Large", "Norm_OfZeros",
    ];

    /// <summary>Operators that read tensors as if no two elements were at one place of memory.</summary>
    private static readonly HashSet<string> ConfusedByExpanded = ["BatchNorm", "DiagonalScatter", "Median", "Nanmedian", "NativeBatchNorm", "SelectScatter", "SliceScatter"];

    /// <summary>Operators of which the gradient is wrong where an argument is an integer.</summary>
    private static readonly HashSet<string> ConfusedByIntegers = ["HuberLoss", "MseLoss", "SmoothL1Loss"];

    /// <summary>Operators of which the gradient is wrong, or goes to any of them, where elements are equal or a matrix is singular.</summary>
    private static readonly HashSet<string> ConfusedByEquals = ["Det", "HouseholderProduct", "Kthvalue", "Lstsq", "SegmentReduce_Min", "SegmentReduce_Max", "Std_Correction", "Topk"];

    /// <summary>Operators that show how elements lie in memory, which the engines do differently; one that writes shows what is a copy.</summary>
    private static readonly HashSet<string> ShowsMemory = ["AsStrided", "AsStridedScatter", "Add__OnALeaf"];

    /// <summary>
    /// Operators that ask whether a matrix is singular, what its rank is or which of two numbers is the larger, of what they have computed: where
    /// that is close, rounding decides.
    /// </summary>
    private static readonly HashSet<string> TakesSides =
    [
        "Cond", "Det", "EuclideanDist", "LinalgLu", "LinalgLuFactorEx", "LinalgQr", "Lstsq", "MatrixRank", "Norm", "Pinv", "Slogdet",
    ];

    /// <summary>Why an entry is kept out of random programs, or null.</summary>
    internal static string? Excluding(CatalogueEntry entry)
        => entry.Op.DTypesSkip == Operators<Tensor>.WhichOfEquals ? AmongEquals : Excluded.GetValueOrDefault(entry.Name);

    /// <summary>Whether programs with the entry can be differentiated twice on both engines.</summary>
    internal static bool HasSecondDerivative(CatalogueEntry entry) => !Names(WithoutSecondDerivative, entry);

    /// <summary>Whether its arguments must be copies.</summary>
    internal static bool NeedsCopies(CatalogueEntry entry) => Names(ConfusedByExpanded, entry);

    /// <summary>Whether its arguments must be floating-point.</summary>
    internal static bool NeedsFloats(CatalogueEntry entry) => Names(ConfusedByIntegers, entry);

    /// <summary>Whether its arguments must be leaves, which lie alike on both engines.</summary>
    internal static bool NeedsLeaves(CatalogueEntry entry) => entry.Op.StridedSkip is not null || Names(ShowsMemory, entry);

    /// <summary>Whether its arguments must be leaves whose elements differ from each other.</summary>
    internal static bool NeedsDistinct(CatalogueEntry entry) => Names(ConfusedByEquals, entry);

    /// <summary>Whether it is decided by what was rounded.</summary>
    internal static bool DecidesByRounding(CatalogueEntry entry) => Names(TakesSides, entry);

    private static bool Names(HashSet<string> names, CatalogueEntry entry) => names.Contains(entry.Operator) || names.Contains(entry.Name);
}
