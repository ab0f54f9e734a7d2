using System.Globalization;

namespace TwinGrad;

/// <summary>Python's text of a floating-point number.</summary>
public static class PythonFloat
{
    /// <summary>Python's <c>repr(value)</c>: the fewest digits that read back as the same double.</summary>
    /// <remarks>
    /// The value d.ddd * 10^e is written out (<c>3.0</c>, <c>0.0001</c>, <c>1234567890123456.0</c>) while -4 &lt;= e &lt; 16 and as
    /// <c>1e-08</c> or <c>1.5e+16</c> beyond, the exponent with its sign and at least two digits.
    /// A zero keeps its sign (<c>-0.0</c>); the others are <c>inf</c>, <c>-inf</c> and <c>nan</c>.
    /// See <see href="https://docs.python.org/3/library/functions.html#repr"/>; <c>f"{tensor}"</c> and
    /// <see href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.item.html"/> of a 0-dim tensor print this text.
    /// </remarks>
    public static string Repr(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        var sign = double.IsNegative(value) ? "-" : "";
        var magnitude = Math.Abs(value);
        if (double.IsInfinity(magnitude))
            return sign + "inf";
        if (magnitude == 0)
            return sign + "0.0";
        var (digits, exponent) = ShortestDigits(magnitude);
        return sign + (exponent is < -4 or >= 16 ? Scientific(digits, exponent) : Positional(digits, exponent));
    }

    /// <summary>The digits d, ddd of the shortest d.ddd * 10^exponent that reads back as <paramref name="magnitude"/>.</summary>
    private static (string Digits, int Exponent) ShortestDigits(double magnitude)
    {
        var text = magnitude.ToString("R", CultureInfo.InvariantCulture);
        // .NET drops one digit too many of 2^-25 and of 2^-958, whose neighbours below are the nearer; 17 digits always suffice.
        if (double.Parse(text, CultureInfo.InvariantCulture) != magnitude)
            text = ExactDecimal.Exponential(magnitude, 16);

        // The digits are Python's now; only the layout may be .NET's.
        var parts = text.Split('E', 'e');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? parts[0].Length : point;
        var written = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = written.TrimStart('0');
        var exponent = whole - 1 - (written.Length - digits.Length);
        if (parts.Length == 2)
            exponent += int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (digits.TrimEnd('0'), exponent);
    }

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length == 1 ? "" : "." + digits[1..];
        var power = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{power}";
    }

    private static string Positional(string digits, int exponent)
    {
        if (exponent < 0)
            return "0." + new string('0', -exponent - 1) + digits;
        var whole = exponent + 1;
        return digits.Length > whole ? $"{digits[..whole]}.{digits[whole..]}" : digits.PadRight(whole, '0') + ".0";
    }
}
