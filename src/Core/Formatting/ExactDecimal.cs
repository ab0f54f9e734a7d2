using System.Globalization;
using System.Numerics;

namespace TwinGrad;

/// <summary>C's <c>%.{p}f</c> and <c>%.{p}e</c>: the exact binary value, rounded half to even.</summary>
/// <remarks>
/// .NET's "F" and "E" formats round exact ties away from zero (0.03125 to 0.0313), C and Python to even (0.0312).
/// Every finite double is a finite decimal, m * 2^-k = m * 5^k * 10^-k, so whole numbers suffice for both formats.
/// </remarks>
internal static class ExactDecimal
{
    /// <summary>C's <c>%.{precision}f</c>: <c>-0.0312</c>, <c>1024.0000</c>.</summary>
    internal static string Fixed(double value, int precision)
    {
        if (!double.IsFinite(value))
            return NonFinite(value);
        var (digits, exponent) = Expand(value);
        var units = Round(digits, exponent, -precision);
        return Sign(value) + PlacePoint(Text(units), precision);
    }

    /// <summary>C's <c>%.{precision}e</c>: <c>1.0000e-45</c>, with at least two digits of exponent.</summary>
    internal static string Exponential(double value, int precision)
    {
        if (!double.IsFinite(value))
            return NonFinite(value);
        var (digits, exponent) = Expand(value);
        var leading = digits.IsZero ? 0 : Text(digits).Length - 1 + exponent;
        var units = Text(Round(digits, exponent, leading - precision));

        // 9.99996 rounds to 10.0000: one digit too many, and that digit is a zero.
        var overflowed = units.Length > precision + 1;
        if (overflowed)
        {
            units = units[..^1];
            leading++;
        }
        var power = Math.Abs(leading).ToString("00", CultureInfo.InvariantCulture);
        return $"{Sign(value)}{PlacePoint(units, precision)}e{(leading < 0 ? '-' : '+')}{power}";
    }

    /// <summary>The magnitude of a finite double as digits * 10^exponent, exactly.</summary>
    private static (BigInteger Digits, int Exponent) Expand(double value)
    {
        const int mantissaBits = 52;
        const int exponentBias = 1075; // 1023, and the mantissa read as a whole number
        var bits = BitConverter.DoubleToInt64Bits(value);
        var mantissa = bits & ((1L << mantissaBits) - 1);
        var biased = (int)((bits >> mantissaBits) & 0x7FF);
        var subnormal = biased == 0;
        BigInteger significand = subnormal ? mantissa : mantissa | (1L << mantissaBits);
        var power = (subnormal ? 1 : biased) - exponentBias;
        return power >= 0
            ? (significand << power, 0)
            : (significand * BigInteger.Pow(5, -power), power);
    }

    /// <summary>How many units of 10^place make digits * 10^exponent, ties to even.</summary>
    private static BigInteger Round(BigInteger digits, int exponent, int place)
    {
        if (place <= exponent)
            return digits * BigInteger.Pow(10, exponent - place);
        var unit = BigInteger.Pow(10, place - exponent);
        var quotient = BigInteger.DivRem(digits, unit, out var remainder);
        var half = (remainder * 2).CompareTo(unit);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static string PlacePoint(string units, int decimals)
    {
        if (decimals == 0)
            return units;
        var padded = units.PadLeft(decimals + 1, '0');
        return $"{padded[..^decimals]}.{padded[^decimals..]}";
    }

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sign(double value) => double.IsNegative(value) ? "-" : "";

    private static string NonFinite(double value) => double.IsNaN(value) ? "nan" : Sign(value) + "inf";
}
