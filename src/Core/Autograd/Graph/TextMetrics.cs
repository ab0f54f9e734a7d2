namespace TwinGrad;

/// <summary>How wide text becomes in a font of fixed width, whichever of the usual ones a viewer has.</summary>
internal static class TextMetrics
{
    /// <summary>The width of a character in parts of the font's size: the widest of the usual fonts has 0.602.</summary>
    private const double Cell = 0.61;

    /// <summary>The width of a line; characters beyond the alphabets may be as wide as two others.</summary>
    internal static double Width(string text, double size)
        => size * Cell * text.EnumerateRunes().Sum(rune => rune.Value < 0x1100 || rune.Value is >= 0x2000 and < 0x2200 ? 1 : 2);
}
