namespace TwinGrad.Examples;

/// <summary>A cell of the notebook beside what C# made of it.</summary>
/// <param name="N">Its number.</param>
/// <param name="Section">The section that it belongs to.</param>
/// <param name="Code">Its Python.</param>
/// <param name="CSharp">The C# that ran; null where the cell holds only remarks.</param>
/// <param name="Recorded">What the notebook shows under it; null if nothing.</param>
/// <param name="Printed">What C# printed; null if nothing.</param>
/// <param name="Warning">The sentence of the warning that C# gave; null if none.</param>
/// <param name="Match">Whether C# printed, to the character, what the notebook shows, and gave the same warning.</param>
/// <param name="Gradients">The gradients that the cell shows, as every witness gives them.</param>
public sealed record CellReport(
    int N,
    string Section,
    string Code,
    string? CSharp,
    string? Recorded,
    string? Printed,
    string? Warning,
    bool Match,
    IReadOnlyList<GradientCheck> Gradients);
