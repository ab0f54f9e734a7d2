using System.Globalization;

namespace TwinGrad.Conformance.Python;

/// <summary>Python's own functions, as far as recorded cases use them.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonBuiltins<T>
    where T : class, ITensor<T>
{
    // Names that Python itself knows: good Python that is not read here.
    private static readonly string[] Unread =
    [
        "bytearray", "bytes", "complex", "dict", "dir", "enumerate", "getattr", "hasattr", "max", "min", "next", "open", "print",
        "round", "setattr", "sorted", "sum", "type", "zip",
    ];

    private static readonly Dictionary<string, Func<PythonArguments, object?>> Known = new()
    {
        ["abs"] = arguments => PythonLibrary<T>.CallFunction("abs", arguments),
        ["bool"] = arguments => (Scalar)IsTrue(Only(arguments, "bool")),
        ["float"] = arguments => Float(Only(arguments, "float")),
        ["int"] = arguments => Integer(Only(arguments, "int")),
        ["len"] = arguments => (Scalar)Length(Only(arguments, "len")),
        ["isinstance"] = arguments => IsInstance(arguments),
        ["list"] = arguments => new PythonList(PythonSequences.Items(Only(arguments, "list"))),
        ["tuple"] = arguments => new PythonTuple([.. PythonSequences.Items(Only(arguments, "tuple"))]),
        ["range"] = arguments => new PythonTuple([.. Range(arguments)]),
        ["repr"] = arguments => PythonText.Repr(Only(arguments, "repr")),
        ["str"] = arguments => PythonText.Str(Only(arguments, "str")),
        ["slice"] = arguments => Slice(arguments),
    };

    /// <summary>The function of that name, or null.</summary>
    /// <exception cref="PythonUnsupportedException">Python has such a function, this evaluator has not.</exception>
    internal static PythonFunction? Find(string name)
        => Known.TryGetValue(name, out var function) ? new PythonFunction(function)
            : Unread.Contains(name) ? throw new PythonUnsupportedException(name)
            : null;

    /// <summary>What <c>if value</c> asks; a tensor is asked only where a condition is computed by one.</summary>
    internal static bool IsTrue(object? value) => value switch
    {
        null => false,
        Scalar number => number.ToBoolean(),
        string text => text.Length > 0,
        PythonSequence { Items: var items } => items.Count > 0,
        T tensor => Cast<bool>(tensor),
        _ => throw new PythonUnsupportedException($"the truth of a {PythonType.Name(value)}"),
    };

    private static Scalar Float(object? value) => value switch
    {
        T tensor => PythonNumbers.Held(Cast<double>(tensor), tensor.DType),
        Scalar number => number.ToDouble(),
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new PythonUnsupportedException($"float({PythonType.Name(value)})"),
    };

    private static Scalar Integer(object? value) => value switch
    {
        T tensor => Cast<long>(tensor),
        Scalar number => number.Kind == DTypeCategory.Floating ? checked((long)number.ToDouble()) : number.ToInt64(),
        _ => throw new PythonUnsupportedException($"int({PythonType.Name(value)})"),
    };

    /// <summary>The engine's explicit conversion to a number: <c>(double)x</c>.</summary>
    private static TNumber Cast<TNumber>(T x)
        => typeof(T).GetMethods().First(method => method.Name == "op_Explicit" && method.ReturnType == typeof(TNumber))
            .CreateDelegate<Func<T, TNumber>>()(x);

    private static long Length(object? value) => value switch
    {
        string text => text.Length,
        PythonSequence { Items: var items } => items.Count,
        PythonDictionary { Items: var items } => items.Count,
        _ => throw new PythonMismatchException($"len({PythonType.Name(value)})"),
    };

    private static IEnumerable<object?> Range(PythonArguments arguments)
    {
        long[] bounds = [.. arguments.Positional.Select(bound => bound is Scalar { Kind: DTypeCategory.Integer } whole
            ? whole.ToInt64()
            : throw new PythonUnsupportedException($"range({arguments})"))];
        var (start, stop, step) = bounds switch
        {
            [var end] => (0L, end, 1L),
            [var begin, var end] => (begin, end, 1L),
            [var begin, var end, var by and not 0] => (begin, end, by),
            _ => throw new PythonUnsupportedException($"range({arguments})"),
        };
        for (var i = start; step > 0 ? i < stop : i > stop; i += step)
            yield return (Scalar)i;
    }

    private static PythonSlice Slice(PythonArguments arguments)
    {
        long?[] bounds = [.. arguments.Positional.Select(bound => bound is Scalar whole ? whole.ToInt64() : (long?)null)];
        return bounds switch
        {
            [var stop] => new(null, stop, null),
            [var start, var stop] => new(start, stop, null),
            [var start, var stop, var step] => new(start, stop, step),
            _ => throw new PythonUnsupportedException($"slice({arguments})"),
        };
    }

    private static Scalar IsInstance(PythonArguments arguments) => arguments.Positional switch
    {
        [var value, PythonFunction type] when type == Find("tuple") => value is PythonTuple,
        [var value, PythonFunction type] when type == Find("list") => value is PythonList,
        _ => throw new PythonUnsupportedException($"isinstance({arguments})"),
    };

    private static object? Only(PythonArguments arguments, string name)
        => arguments is { Positional: [var only], Keywords.Count: 0 } ? only : throw new PythonUnsupportedException($"{name}({arguments})");
}
