using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace TwinGrad;

/// <summary>HTML that is XML too: whatever text it is given is encoded, and only elements that never have content are closed at once.</summary>
internal static class Html
{
    private static readonly HashSet<string> Void = ["meta", "input", "br"];

    /// <summary>Elements of SVG, which may be closed at once wherever they stand.</summary>
    private static readonly HashSet<string> Drawn = ["circle", "line", "rect", "path"];

    /// <summary>An element with attributes and content.</summary>
    internal static XElement Element(string name, params object?[] content)
    {
        var element = new XElement(name, [.. content.Select(part => part is string text ? Sayable(text) : part)]);
        if (element.IsEmpty && !Void.Contains(name) && !Drawn.Contains(name))
            element.Add("");
        return element;
    }

    /// <summary>An attribute.</summary>
    internal static XAttribute Attribute(string name, string value) => new(name, Sayable(value));

    /// <summary>A script or a style sheet of this assembly, as it is, in a section that neither XML nor HTML reads as markup.</summary>
    internal static XElement Verbatim(string name, string resource)
    {
        using var stream = typeof(Html).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"this assembly has no resource {resource}");
        using var reader = new StreamReader(stream);
        return new(name, new XText("/*"), new XCData($"*/\n{reader.ReadToEnd()}/*"), new XText("*/"));
    }

    /// <summary>A whole page.</summary>
    internal static string Page(XElement html)
    {
        var text = new StringBuilder("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, Indent = true, IndentChars = "", NewLineChars = "\n" }))
            html.WriteTo(writer);
        return text.Append('\n').ToString();
    }

    /// <summary>The text without what XML has no way to write: control characters and halves of pairs.</summary>
    private static string Sayable(string text)
    {
        var said = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            said.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        return said.ToString();
    }
}
