using System.Globalization;

namespace TwinGrad;

/// <summary>How a tensor stands in an interpolated string: as in Python's f-strings.</summary>
/// <remarks>
/// <c>$"{x}"</c> of a 0-dim tensor is the bare number, <c>$"{x:F4}"</c> that number formatted; of any other tensor it is the repr.
/// <c>Console.WriteLine(x)</c> and <c>x.ToString()</c> are always the repr.
/// </remarks>
internal static class TensorNumber
{
    internal static string ToString<T>(T x, string? format, IFormatProvider? provider)
        where T : ITensor<T>
        => string.IsNullOrEmpty(format) ? x.ToString()! : Interpolate(x, format, provider);

    internal static bool TryFormat<T>(T x, Span<char> destination, out int written, ReadOnlySpan<char> format, IFormatProvider? provider)
        where T : ITensor<T>
    {
        var text = Interpolate(x, format.ToString(), provider);
        var fits = text.TryCopyTo(destination);
        written = fits ? text.Length : 0;
        return fits;
    }

    private static string Interpolate<T>(T x, string format, IFormatProvider? provider)
        where T : ITensor<T>
    {
        if (x.Dim != 0)
            return format.Length == 0 ? x.ToString()! : throw Error.FormatOfMany(format, x.Shape);
        var value = x.ToScalar();
        if (value.Kind != DTypeCategory.Floating)
            return format.Length == 0 ? value.ToString() : value.ToInt64().ToString(format, provider ?? CultureInfo.InvariantCulture);
        // The reference engine's elements have more digits than their dtype.
        var number = FloatRounding.Round(value.ToDouble(), x.DType);
        return format.Length == 0 ? PythonFloat.Repr(number) : number.ToString(format, provider ?? CultureInfo.InvariantCulture);
    }
}
