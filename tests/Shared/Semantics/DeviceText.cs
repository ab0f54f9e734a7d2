using System.Text.RegularExpressions;

namespace TwinGrad.Tests;

/// <summary>Tests expect the texts of tensors on the CPU; those of a GPU's say where they lie, and break their lines elsewhere for it.</summary>
internal static partial class DeviceText
{
    /// <summary>Whether a text says that its tensor lies on a GPU.</summary>
    internal static bool IsOfGpu(string text) => Suffix().IsMatch(text);

    /// <summary>A text of the CPU as it is; one of a GPU without the device, on one line.</summary>
    internal static string Plain(string text) => IsOfGpu(text) ? OneLine(Suffix().Replace(text, "")) : text;

    /// <summary>A text on one line.</summary>
    internal static string OneLine(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex(",\\s+device='cuda:\\d+'")]
    private static partial Regex Suffix();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
