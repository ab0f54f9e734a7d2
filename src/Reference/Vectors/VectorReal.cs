using System.Numerics;
using System.Runtime.CompilerServices;

namespace TwinGrad.Reference;

/// <summary>Functions of several real numbers at once. Within an ulp of <see cref="Math"/>'s, which .NET's own vectors are not (up to 3).</summary>
internal static class VectorReal
{
    // ln 2 in two parts; the first has so few digits that its multiples by exponents are exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    private const double SmallestNormal = 2.2250738585072014e-308;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;
    private const double TwoToMantissaBits = 1L << MantissaBits;

    /// <summary>1/2!, 1/3!, ...: what follows has no effect where |r| is at most ln 2 / 2.</summary>
    private static ReadOnlySpan<double> InverseFactorials =>
    [
        1 / 2.0, 1 / 6.0, 1 / 24.0, 1 / 120.0, 1 / 720.0, 1 / 5040.0, 1 / 40320.0, 1 / 362880.0, 1 / 3628800.0, 1 / 39916800.0,
        1 / 479001600.0, 1 / 6227020800.0,
    ];

    /// <summary>The polynomial R of z = s^2 in ln(1 + f) = f - f^2/2 + s (f^2/2 + R), where s = f/(2 + f), as fdlibm has it.</summary>
    private static ReadOnlySpan<double> Logarithm =>
    [
        6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01, 2.222219843214978396e-01,
        1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01,
    ];

    /// <summary>e^x = 2^n e^r, where n is whole and |r| at most ln 2 / 2, by Taylor's series of e^r.</summary>
    internal static Vector<double> Exp(Vector<double> x)
    {
        // Beyond these bounds the result is infinite, and 0.
        var limited = Vector.Min(Vector.Max(x, new(-746)), new(710));
        var n = Vector.Round(limited * (1 / (Ln2High + Ln2Low)));
        var (high, low) = (limited - n * Ln2High, n * Ln2Low);
        var r = high - low;
        var lost = high - r - low;
        var power = Vector<double>.One + (r + (lost + r * r * Polynomial(r, InverseFactorials)));
        // In two steps, as 2^n alone may be infinite or 0 where the result is not.
        var whole = Vector.ConvertToInt64(n);
        var half = Vector.ShiftRightArithmetic(whole, 1);
        return power * PowerOf2(half) * PowerOf2(whole - half);
    }

    /// <summary>ln x = k ln 2 + ln(1 + f), where x = 2^k (1 + f) and 1 + f lies between the roots of 1/2 and of 2.</summary>
    internal static Vector<double> Log(Vector<double> x)
    {
        var small = Vector.LessThan(x, new(SmallestNormal));
        var bits = Vector.AsVectorInt64(Vector.ConditionalSelect(small, x * TwoToMantissaBits, x));
        var exponent = Vector.ShiftRightArithmetic(bits, MantissaBits) - new Vector<long>(ExponentBias);
        var mantissa = Vector.AsVectorDouble((bits & new Vector<long>((1L << MantissaBits) - 1)) | Vector.AsVectorInt64(Vector<double>.One));
        var large = Vector.GreaterThan(mantissa, new(1.4142135623730951));
        mantissa = Vector.ConditionalSelect(large, mantissa * 0.5, mantissa);
        var k = Vector.ConvertToDouble(exponent) + Vector.ConditionalSelect(large, Vector<double>.One, default)
            - Vector.ConditionalSelect(small, new Vector<double>(MantissaBits), default);

        var f = mantissa - Vector<double>.One;
        var s = f / (f + new Vector<double>(2));
        var z = s * s;
        var halfSquare = f * f * 0.5;
        var result = k * Ln2High - (halfSquare - (s * (halfSquare + z * Polynomial(z, Logarithm)) + k * Ln2Low) - f);

        result = Vector.ConditionalSelect(Vector.Equals(x, new(double.PositiveInfinity)), x, result);
        result = Vector.ConditionalSelect(Vector.Equals(x, default), new(double.NegativeInfinity), result);
        return Vector.ConditionalSelect(Vector.GreaterThanOrEqual(x, default), result, new(double.NaN));
    }

    /// <inheritdoc cref="Real.Log1p"/>
    internal static Vector<double> Log1p(Vector<double> x)
    {
        var sum = Vector<double>.One + x;
        var logarithm = Log(sum);
        var mended = logarithm * (x / (sum - Vector<double>.One));
        var isInfinite = Vector.Equals(Vector.Abs(x), new(double.PositiveInfinity));
        return Vector.ConditionalSelect(
            Vector.Equals(sum, Vector<double>.One), x, Vector.ConditionalSelect(isInfinite, logarithm, mended));
    }

    /// <summary>c[0] + c[1] x + c[2] x^2 + ...</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Polynomial(Vector<double> x, ReadOnlySpan<double> coefficients)
    {
        var sum = new Vector<double>(coefficients[^1]);
        for (var i = coefficients.Length - 2; i >= 0; i--)
            sum = Vector.MultiplyAddEstimate(sum, x, new(coefficients[i]));
        return sum;
    }

    /// <summary>2^n, if that is a normal number.</summary>
    private static Vector<double> PowerOf2(Vector<long> n)
        => Vector.AsVectorDouble(Vector.ShiftLeft(n + new Vector<long>(ExponentBias), MantissaBits));
}
