using ScottPlot;
using SkiaSharp;

namespace TwinGrad.Examples;

/// <summary>The font of plots, which the program brings along: a machine without fonts would draw axes without numbers.</summary>
internal sealed class PlotFont : IFontResolver
{
    private static readonly Lazy<SKTypeface> Typeface = new(Load);

    /// <summary>How plots name it.</summary>
    internal const string Name = "TwinGrad Plot";

    /// <summary>Makes it known to ScottPlot, and the font of everything that names no other.</summary>
    internal static void Use()
    {
        if (Fonts.FontResolvers.Any(resolver => resolver is PlotFont))
            return;
        Fonts.FontResolvers.Insert(0, new PlotFont());
        Fonts.Default = Name;
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Typeface.Value : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => CreateTypeface(fontName, bold: false, italic: false);

    private static SKTypeface Load()
    {
        using var stream = typeof(PlotFont).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
        return SKTypeface.FromStream(stream);
    }
}
