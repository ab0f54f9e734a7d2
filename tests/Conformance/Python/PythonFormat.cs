using System.Globalization;
using System.Text.RegularExpressions;

namespace TwinGrad.Conformance.Python;

/// <summary><c>"%.5f and %s" % (x, y)</c>.</summary>
internal static partial class PythonFormat
{
    internal static string Apply(string format, object? values)
    {
        var left = new Queue<object?>(values is PythonTuple { Items: var several } ? several : [values]);
        return Place().Replace(format, place => One(place, left.Count > 0
            ? left.Dequeue()
            : throw new PythonEvaluationException("not enough arguments for format string")));
    }

    private static string One(Match place, object? value)
    {
        var digits = place.Groups["digits"].Value;
        return (place.Groups["kind"].Value, value) switch
        {
            ("s", _) => PythonText.Str(value),
            ("d", Scalar number) => number.ToInt64().ToString(CultureInfo.InvariantCulture),
            ("f", Scalar number) => number.ToDouble().ToString($"F{(digits == "" ? "6" : digits)}", CultureInfo.InvariantCulture),
            ("f", IFormattable number) => number.ToString($"F{(digits == "" ? "6" : digits)}", CultureInfo.InvariantCulture),
            _ => throw new PythonUnsupportedException($"the format {place.Value}"),
        };
    }

    [GeneratedRegex(@"%(\.(?<digits>\d+))?(?<kind>[a-z])")]
    private static partial Regex Place();
}
