using System.Globalization;
using System.Xml.Linq;
using static TwinGrad.Html;

namespace TwinGrad;

/// <summary>The distances of many rows as dots on a logarithmic axis, a strip a quantity, drawn as SVG.</summary>
internal static class UlpPlot
{
    private const double Width = 1000;
    private const double Strip = 74;
    private const double Top = 30;

    // From left to right: the strips' names, what is exact, the axis, what is infinitely far.
    private const double ExactX = 172;
    private const double AxisLeft = 228;
    private const double AxisRight = 930;
    private const double FarX = 965;

    // A result that is rounded correctly is no farther off.
    private const double Half = 0.5;

    private const double LabelDistance = 5;
    private const double LabelCell = 6.5;

    private const double LargestRadius = 3.4;
    private const double SmallestRadius = 1.2;

    private static readonly (string Name, string DType, Func<ReportRow, double?> Of)[] Strips =
    [
        ("value", "float32", row => row.UlpsFloat32.Value),
        ("gradient", "float32", row => row.UlpsFloat32.Gradient),
        ("second gradient", "float32", row => row.UlpsFloat32.SecondGradient),
        ("value", "float64", row => row.UlpsFloat64.Value),
        ("gradient", "float64", row => row.UlpsFloat64.Gradient),
        ("second gradient", "float64", row => row.UlpsFloat64.SecondGradient),
    ];

    /// <summary>The plot; null where no row has a distance.</summary>
    internal static XElement? Of(IReadOnlyList<ReportRow> rows)
    {
        var strips = Strips.Where(strip => rows.Any(row => strip.Of(row) is not null)).ToList();
        if (strips.Count == 0)
            return null;
        var known = strips.SelectMany(strip => rows.Select(strip.Of)).Where(ulps => ulps is > 0 && double.IsFinite(ulps.Value)).Select(ulps => ulps!.Value).ToList();
        // Whole powers of ten around all that is finite; what is smaller than a hundredth of a step stands at the left end.
        var low = -2;
        var high = (int)Math.Max(1, Math.Ceiling(Math.Log10(known.DefaultIfEmpty(1).Max())));
        var bottom = Top + strips.Count * Strip;
        return Element(
            "svg", Attribute("viewBox", $"0 0 {Width:0} {bottom + 52:0}"), Attribute("role", "img"),
            Attribute("aria-label", "distances of libtorch from the reference, in units in the last place, on a logarithmic axis"),
            Axis(low, high, bottom),
            strips.Select((strip, i) => Dots(strip.Name, strip.DType, Top + i * Strip, [.. Measured(rows, strip.Of)], Place)));

        double Place(double ulps)
            => AxisLeft + (AxisRight - AxisLeft) * (Math.Clamp(Math.Log10(ulps), low, high) - low) / (high - low);
    }

    private static IEnumerable<(ReportRow Row, double Ulps)> Measured(IReadOnlyList<ReportRow> rows, Func<ReportRow, double?> of)
        => rows.Where(row => of(row) is not null).Select(row => (row, of(row)!.Value));

    private static XElement Axis(int low, int high, double bottom)
    {
        // No more labels than have room.
        var every = (high - low + 11) / 12;
        var axis = Element("g", Attribute("class", "axis"));
        for (var power = low; power <= high; power++)
        {
            var x = AxisLeft + (AxisRight - AxisLeft) * (power - low) / (high - low);
            axis.Add(Line("grid", x, Top, x, bottom));
            if ((power - low) % every == 0)
                axis.Add(Label("tick", x, bottom + 18, power is >= -2 and <= 4 ? Math.Pow(10, power).ToString("0.##", CultureInfo.InvariantCulture) : $"1e{power}"));
        }
        var half = AxisLeft + (AxisRight - AxisLeft) * (Math.Log10(Half) - low) / (high - low);
        axis.Add(
            Line("half", half, Top - 6, half, bottom), Label("mark", half, Top - 12, "correctly rounded: 0.5"),
            Label("tick", ExactX, bottom + 18, "exact"), Label("tick", FarX, bottom + 18, "inf"),
            Label("title", (AxisLeft + AxisRight) / 2, bottom + 42, "largest distance from the reference, in steps of the dtype (ulps), logarithmic"));
        return axis;
    }

    private static XElement Dots(string name, string dtype, double top, IReadOnlyList<(ReportRow Row, double Ulps)> rows, Func<double, double> place)
    {
        var middle = top + Strip / 2;
        var strip = Element(
            "g", Attribute("class", "strip"),
            Line("base", 12, top + Strip, FarX + 22, top + Strip),
            Label("name", 12, middle - 2, name), Label("dtype", 12, middle + 14, dtype));
        var exact = rows.Count(row => row.Ulps == 0);
        if (exact > 0)
            strip.Add(Label("exact", ExactX, middle + 6, exact.ToString(CultureInfo.InvariantCulture)));

        var apart = rows.Where(row => row.Ulps != 0).Select(row => (row.Row, row.Ulps, X: double.IsFinite(row.Ulps) ? place(row.Ulps) : FarX)).ToList();
        var radius = Radius([.. apart.Select(dot => dot.X)]);
        foreach (var column in apart.GroupBy(dot => Column(dot.X, radius)))
        {
            // Up and down from the middle; closer together where even the smallest dots would leave the strip.
            var spacing = Math.Min(2 * radius, (Strip - 16) / column.Count());
            foreach (var (dot, i) in column.OrderBy(dot => dot.Row.Verdict == RowVerdict.Differ).Select((dot, i) => (dot, i)))
                strip.Add(Dot(dot.Row, dot.Ulps, dot.X, middle + (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * spacing, radius));
        }
        if (apart.Count > 0 && apart.MaxBy(dot => dot.Ulps) is var worst)
            strip.Add(Worst($"{worst.Row.Name} {ReportNumber.Ulps(worst.Ulps)}", worst.X, top + 12, place(Half)));
        return strip;
    }

    /// <summary>The name of the dot that is farthest off: to its right, unless the picture ends there or a line runs that is not to go through it.</summary>
    private static XElement Worst(string text, double dot, double y, double line)
    {
        var width = text.Length * LabelCell;
        var toTheRight = dot + LabelDistance + width <= Width && (line < dot || line > dot + LabelDistance + width);
        return toTheRight ? Label("worst", dot + LabelDistance, y, text) : Label("worst end", dot - LabelDistance, y, text);
    }

    /// <summary>The largest radius at which no column of dots leaves its strip.</summary>
    private static double Radius(double[] places)
    {
        var radius = LargestRadius;
        while (radius > SmallestRadius && places.GroupBy(x => Column(x, radius)).Any(column => column.Count() * 2 * radius > Strip - 16))
            radius -= 0.2;
        return radius;
    }

    private static int Column(double x, double radius) => (int)(x / (2 * radius));

    private static XElement Dot(ReportRow row, double ulps, double x, double y, double radius) => new(
        "circle",
        Attribute("class", row.Verdict == RowVerdict.Differ ? "differ" : "dot"),
        Attribute("cx", Number(x)), Attribute("cy", Number(y)), Attribute("r", Number(row.Verdict == RowVerdict.Differ ? radius + 1 : radius)),
        Element("title", $"{row.Name}: {ReportNumber.Ulps(ulps)}"));

    private static XElement Line(string kind, double x1, double y1, double x2, double y2) => Element(
        "line", Attribute("class", kind),
        Attribute("x1", Number(x1)), Attribute("y1", Number(y1)), Attribute("x2", Number(x2)), Attribute("y2", Number(y2)));

    private static XElement Label(string kind, double x, double y, string text)
        => Element("text", Attribute("class", kind), Attribute("x", Number(x)), Attribute("y", Number(y)), text);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
