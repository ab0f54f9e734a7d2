namespace TwinGrad.Bench;

/// <summary>What is compared: this library, and TorchSharp's public API as it comes.</summary>
public static class Sides
{
    public const string Wrapper = "wrapper";
    public const string Raw = "raw";

    /// <summary>The named side, or both.</summary>
    internal static string[] Chosen(string? side) => side is null ? [Wrapper, Raw] : [side];
}
