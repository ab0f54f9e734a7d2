using System.Globalization;

namespace TwinGrad;

/// <summary>The one number format of a printed tensor, chosen from the elements that are shown.</summary>
internal sealed class NumberFormat
{
    private readonly DType _dtype;
    private readonly int _precision;
    private readonly Notation _notation = Notation.Whole;

    private NumberFormat(DType dtype, IReadOnlyCollection<Scalar> shown, PrintOptions options)
    {
        _dtype = dtype;
        _precision = options.Precision;
        if (!dtype.IsFloatingPoint)
        {
            Width = Widest(shown.Select(Text));
            return;
        }
        // Zeros, infinities and nan neither choose the notation nor widen the columns.
        double[] counted = [.. shown.Select(element => element.ToDouble()).Where(value => double.IsFinite(value) && value != 0)];
        if (counted.Length == 0)
            return;
        _notation = ChooseNotation(counted, options.SciMode);
        Width = Widest(counted.Select(FloatText));
    }

    private enum Notation
    {
        /// <summary>No decimals: <c>3.</c></summary>
        Whole,

        /// <summary>Decimals: <c>3.1416</c></summary>
        Fixed,

        /// <summary>Decimals and a power of ten: <c>3.1416e+00</c></summary>
        Scientific,
    }

    /// <summary>The column width: an element that needs less is padded on the left, one that needs more is kept whole.</summary>
    internal int Width { get; } = 1;

    /// <summary>The format for a tensor of <paramref name="dtype"/> that shows the elements <paramref name="shown"/>.</summary>
    internal static NumberFormat For(DType dtype, IReadOnlyCollection<Scalar> shown, PrintOptions options)
        => new(dtype, shown, options);

    /// <summary>The element's text, padded to <see cref="Width"/>.</summary>
    internal string Padded(Scalar element) => Text(element).PadLeft(Width);

    private static int Widest(IEnumerable<string> texts) => texts.Select(text => text.Length).Append(1).Max();

    private static Notation ChooseNotation(double[] counted, bool? forced)
    {
        var whole = counted.All(double.IsInteger);
        var high = counted.Max(Math.Abs);
        var low = counted.Min(Math.Abs);
        // All strict. The values were widened to double before: float32's 0.0001 lies below the double 1e-4.
        var scientific = forced ?? (high / low > 1000 || high > 1e8 || low < 1e-4);
        return scientific ? Notation.Scientific : whole ? Notation.Whole : Notation.Fixed;
    }

    private string Text(Scalar element) => _dtype.Category switch
    {
        DTypeCategory.Bool => element.ToBoolean() ? "True" : "False",
        DTypeCategory.Integer => element.ToInt64().ToString(CultureInfo.InvariantCulture),
        _ => FloatText(element.ToDouble()),
    };

    private string FloatText(double value) => _notation switch
    {
        Notation.Scientific => ExactDecimal.Exponential(value, _precision),
        Notation.Fixed => ExactDecimal.Fixed(value, _precision),
        _ => ExactDecimal.Fixed(value, 0) + (double.IsFinite(value) ? "." : ""),
    };
}
