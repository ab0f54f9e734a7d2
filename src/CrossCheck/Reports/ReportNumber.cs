using System.Globalization;

namespace TwinGrad;

/// <summary>How reports write distances: two decimals, or two digits and a power of ten where that would be long.</summary>
internal static class ReportNumber
{
    /// <summary><c>0.35</c>, <c>12.00</c>, <c>3.1e7</c>, <c>inf</c>; <c>0</c> for none at all, and nothing for null.</summary>
    internal static string Ulps(double? ulps) => ulps switch
    {
        null => "",
        0 => "0",
        { } value when !double.IsFinite(value) => PythonFloat.Repr(value),
        < 0.005 or >= 10_000 => ulps.Value.ToString("0.0e0", CultureInfo.InvariantCulture),
        _ => ulps.Value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary><c>2.1e-11</c>, <c>inf</c>; <c>0</c> for none at all, and nothing for null.</summary>
    internal static string Relative(double? distance) => distance switch
    {
        null => "",
        0 => "0",
        { } value when !double.IsFinite(value) => PythonFloat.Repr(value),
        _ => distance.Value.ToString("0.0e0", CultureInfo.InvariantCulture),
    };
}
