using System.Globalization;

namespace TwinGrad;

/// <summary>What a tensor is and holds, in the few words that a picture has room for.</summary>
internal static class TensorDigest
{
    private const int Few = 4;
    private const int Some = 16;
    private const int Shown = 3;

    /// <summary>Its dtype and shape: <c>float32[32, 64]</c>.</summary>
    internal static string Type<T>(T x)
        where T : ITensor<T>
        => $"{x.DType.Name}{x.Shape}";

    /// <summary>All elements of a few, the first of some, and of many what they are like: <c>0.51 ± 0.29, 0.0013 .. 0.99</c>.</summary>
    internal static string Value<T>(T x)
        where T : ITensor<T>
        => x.DType.Category switch
        {
            DTypeCategory.Bool => Of(x.Shape, x.ToArray<bool>(), element => element ? "True" : "False", Share),
            DTypeCategory.Integer => Of(x.Shape, x.ToArray<long>(), element => element.ToString(CultureInfo.InvariantCulture), Spread),
            _ => Of(x.Shape, x.ToArray<double>(), Number, Moments),
        };

    /// <summary>A number of five digits, as Python writes it: <c>-5.4668</c>, <c>3.0</c>, <c>1e-08</c>.</summary>
    internal static string Number(double value)
        => PythonFloat.Repr(double.Parse(value.ToString("E4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static string Of<TNumber>(Shape shape, TNumber[] elements, Func<TNumber, string> text, Func<TNumber[], string> summary)
        => elements.Length <= Few ? Nested(shape, [.. elements.Select(text)])
            : elements.Length <= Some && shape.Count == 1 ? $"[{string.Join(", ", elements.Take(Shown).Select(text))}, ...]"
            : summary(elements);

    /// <summary>The elements in brackets, one pair a dimension; a 0-dim tensor has none.</summary>
    private static string Nested(ReadOnlySpan<long> shape, ReadOnlySpan<string> elements)
    {
        if (shape.IsEmpty)
            return elements[0];
        if (elements.IsEmpty)
            return "[]";
        var part = elements.Length / (int)shape[0];
        var parts = new string[shape[0]];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = Nested(shape[1..], elements.Slice(i * part, part));
        return $"[{string.Join(", ", parts)}]";
    }

    private static string Share(bool[] elements)
        => string.Create(CultureInfo.InvariantCulture, $"{elements.Count(element => element)} of {elements.Length} True");

    private static string Spread(long[] elements)
        => string.Create(CultureInfo.InvariantCulture, $"{elements.Min()} .. {elements.Max()}");

    /// <summary>Mean and standard deviation, smallest and largest; elements that are no finite number are counted instead.</summary>
    private static string Moments(double[] elements)
    {
        var finite = Array.FindAll(elements, double.IsFinite);
        var others = elements.Length - finite.Length;
        var note = others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{others} not finite");
        if (finite.Length == 0)
            return note;
        var mean = finite.Average();
        var deviation = Math.Sqrt(finite.Average(element => (element - mean) * (element - mean)));
        // The mean is rounded: what is left of equal elements by that is no deviation.
        if (deviation < 1e-12 * Math.Abs(mean))
            deviation = 0;
        var text = $"{Short(mean)} ± {Short(deviation)}, {Short(finite.Min())} .. {Short(finite.Max())}";
        return others == 0 ? text : $"{text}, {note}";
    }

    /// <summary>A number of three digits: four of them stand on a line.</summary>
    private static string Short(double value)
        => PythonFloat.Repr(double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
}
