using System.Globalization;

namespace TwinGrad;

/// <summary>What two engines may differ in.</summary>
internal enum DifferenceKind
{
    /// <summary>A step's or a pass's exception: its type, its sentence, or that there is one.</summary>
    Refusal,

    /// <summary>The shape of a tensor.</summary>
    Shape,

    /// <summary>The dtype of a tensor.</summary>
    DType,

    /// <summary>An element of a tensor.</summary>
    Value,

    /// <summary>An element of a leaf's gradient.</summary>
    First,

    /// <summary>An element of a leaf's second gradient.</summary>
    Second,
}

/// <summary>Where two engines differ.</summary>
/// <param name="Kind">In what.</param>
/// <param name="Place">Of which tensor, or of which leaf's gradient.</param>
/// <param name="Element">At which element.</param>
/// <param name="Torch">libtorch's answer.</param>
/// <param name="Reference">The reference's.</param>
internal sealed record ProgramDifference(DifferenceKind Kind, int Place, int Element, string Torch, string Reference)
{
    /// <summary>The answer of an engine that does not refuse.</summary>
    internal const string Returns = "returns";

    internal static ProgramDifference Of(DifferenceKind kind, int place, int element, double torch, double reference)
        => new(kind, place, element, torch.ToString("R", CultureInfo.InvariantCulture), reference.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Whether it is about numbers, not about shapes, dtypes or exceptions.</summary>
    internal bool IsOfNumbers => Kind is DifferenceKind.Value or DifferenceKind.First or DifferenceKind.Second;

    /// <summary>Whether a smaller program shows the same fault: numbers for numbers, finite for finite, and the same step of the work refused.</summary>
    internal bool IsLike(ProgramDifference other)
        => IsOfNumbers == other.IsOfNumbers
            && (Kind == DifferenceKind.Refusal) == (other.Kind == DifferenceKind.Refusal)
            && (Kind != DifferenceKind.Refusal || (Torch == Returns) == (other.Torch == Returns))
            && IsFinite == other.IsFinite;

    /// <summary>Whether what made the other one may show like this: likewise, and not in a further derivative, which has faults of its own.</summary>
    internal bool MayComeOf(ProgramDifference other) => IsLike(other) && (!IsOfNumbers || Kind <= other.Kind);

    private bool IsFinite => IsOfNumbers && double.IsFinite(double.Parse(Torch, CultureInfo.InvariantCulture)) && double.IsFinite(double.Parse(Reference, CultureInfo.InvariantCulture));

    public override string ToString() => Kind switch
    {
        DifferenceKind.Refusal => $"libtorch: {Torch}; reference: {Reference}",
        DifferenceKind.Shape or DifferenceKind.DType => $"{(Kind == DifferenceKind.Shape ? "shape" : "dtype")} of t{Place}: libtorch {Torch}, reference {Reference}",
        DifferenceKind.Value => $"t{Place}, element {Element}: libtorch {Torch}, reference {Reference}",
        _ => $"{(Kind == DifferenceKind.First ? "gradient" : "second gradient")} of leaf {Place}, element {Element}: libtorch {Torch}, reference {Reference}",
    };
}
