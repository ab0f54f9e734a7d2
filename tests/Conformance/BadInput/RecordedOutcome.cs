using System.Globalization;
using System.Text.RegularExpressions;

namespace TwinGrad.Conformance;

/// <summary>What PyTorch did with a call.</summary>
internal sealed partial class RecordedOutcome(BadInputCase golden)
{
    private const string Raises = "raises ";
    private const string Returns = "returns ";
    private const string RawReturns = "=> ";

    // The recording cuts longer texts off.
    private const int Longest = 200;

    // Values are recorded with five digits after the point, or as float32.
    private const double Tolerance = 2e-5;

    /// <summary>Type and sentence of the exception, as far as they are recorded, or null where PyTorch raised none.</summary>
    internal string? Sentence => golden.PythonOutcome.StartsWith(Raises, StringComparison.Ordinal) ? golden.PythonOutcome[Raises.Length..] : null;

    /// <summary>The exception's type, or null where PyTorch raised none.</summary>
    internal string? RaisedType => Sentence?.Split(':')[0];

    private string? Value => golden.PythonOutcome.StartsWith(Returns, StringComparison.Ordinal) ? golden.PythonOutcome[Returns.Length..] : null;

    /// <summary>Whether a library that does this does as PyTorch does.</summary>
    internal bool Accepts(CaseOutcome outcome) => outcome.End switch
    {
        CaseEnd.Refused => Value is null,
        CaseEnd.Returned => Value is { } value ? IsSame(value, outcome.Text) : Sentence is null || IsAllowedSince(outcome.Text),
        _ => false,
    };

    /// <summary>
    /// Whether libtorch does what the recorded release of PyTorch, an older one, refused: raw TorchSharp, on the same libtorch as this
    /// library, returned the same and was right.
    /// </summary>
    private bool IsAllowedSince(string returned)
        => golden is { RawOutcome: "returns", RawMessage: var raw } && raw.StartsWith(RawReturns, StringComparison.Ordinal)
            && IsSame(raw[RawReturns.Length..].ToUpperInvariant(), returned.ToUpperInvariant());

    /// <summary>The same text, but that numbers may differ in their last digits.</summary>
    private bool IsSame(string expected, string actual)
    {
        var (left, right) = (Number().Split(OneLine(expected)), Number().Split(OneLine(actual)));
        // What is cut off may end in the middle of a number, or of the word behind one.
        var whole = golden.PythonOutcome.Length < Longest;
        var compared = whole ? left.Length : left.Length - 2;
        return (whole ? left.Length == right.Length : left.Length <= right.Length)
            && Enumerable.Range(0, compared).All(i => left[i] == right[i] || IsClose(left[i], right[i]));
    }

    private static string OneLine(string text) => text.Replace('\n', ' ');

    private static bool IsClose(string left, string right)
        => double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var x)
            && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var y)
            && Math.Abs(x - y) <= Tolerance * Math.Max(1, Math.Abs(x));

    /// <summary>A number; split by this, a text becomes words and numbers in turn.</summary>
    [GeneratedRegex(@"(-?\d+(?:\.\d*)?(?:e[+-]?\d+)?)")]
    private static partial Regex Number();
}
