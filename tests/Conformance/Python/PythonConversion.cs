using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TwinGrad.Conformance.Python;

/// <summary>Python's values as the arguments that C# methods take, and back.</summary>
internal static class PythonConversion
{
    private static readonly Type[] Lists =
        [typeof(ReadOnlySpan<>), typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>)];

    /// <summary>The type of the items where the type is one that lists are passed as, else null.</summary>
    internal static Type? ItemType(Type type)
        => type.IsArray ? type.GetElementType()
            : type.IsGenericType && Lists.Contains(type.GetGenericTypeDefinition()) ? type.GetGenericArguments()[0]
            : null;

    /// <summary>The value as such an argument; strict about the kinds of numbers, so that they choose the overload.</summary>
    internal static bool TryConvert(object? value, Type type, out object? converted)
    {
        converted = null;
        if (value is null)
            return !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (ItemType(target) is { } item)
            return TryConvertItems(value, item, out converted);
        if (value is PythonDictionary { Items: var entries } && target.IsGenericType
            && target.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return TryConvertEntries(entries, target, out converted);
        }
        converted = value switch
        {
            Scalar number => Number(number, target),
            PythonSequence { Items: var items } when target.IsAssignableTo(typeof(ITuple)) => Tuple(items, target),
            string { Length: 1 } letter when target == typeof(char) => letter[0],
            string text when target == typeof(Device) => PythonDevice.Parse(text),
            string name when target.IsEnum => Member(name, target),
            _ when target.IsInstanceOfType(value) => value,
            _ => null,
        };
        return converted is not null;
    }

    /// <summary>What a method returned, as a Python value.</summary>
    internal static object? Result(object? result, ParameterInfo? returned) => result switch
    {
        bool truth => (Scalar)truth,
        int number => (Scalar)number,
        long number => (Scalar)number,
        double number => (Scalar)number,
        float number => (Scalar)number,
        ITuple tuple => new PythonTuple(
            [.. Enumerable.Range(0, tuple.Length).Select(i => Result(tuple[i], returned))],
            returned?.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames.ToArray()),
        Shape shape => new PythonSize([.. shape.Select(length => (object?)(Scalar)length)]),
        IDictionary items => new PythonDictionary(
            items.Keys.Cast<object>().ToDictionary(key => key, key => Result(items[key], returned))),
        ICollection items => new PythonTuple([.. items.Cast<object?>().Select(item => Result(item, returned))]),
        _ => result,
    };

    private static bool TryConvertItems(object value, Type item, out object? converted)
    {
        converted = null;
        // PyTorch takes one number where it takes several: sum(0) is sum((0,)).
        var items = value switch
        {
            PythonSequence sequence => sequence.Items,
            Scalar { Kind: not DTypeCategory.Bool } => [value],
            _ => null,
        };
        if (items is null)
            return false;
        var array = Array.CreateInstance(item, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (!TryConvert(items[i], item, out var element))
                return false;
            array.SetValue(element, i);
        }
        converted = array;
        return true;
    }

    private static bool TryConvertEntries(IReadOnlyDictionary<object, object?> entries, Type target, out object? converted)
    {
        var types = target.GetGenericArguments();
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
        converted = dictionary;
        foreach (var (key, value) in entries)
        {
            if (!TryConvert(key, types[0], out var name) || !TryConvert(value, types[1], out var entry))
                return false;
            dictionary.Add(name!, entry);
        }
        return true;
    }

    private static object? Tuple(IReadOnlyList<object?> items, Type target)
    {
        var types = target.GetGenericArguments();
        var converted = new object?[items.Count];
        return types.Length == items.Count && types.Index().All(type => TryConvert(items[type.Index], type.Item, out converted[type.Index]))
            ? Activator.CreateInstance(target, converted)
            : null;
    }

    private static object? Number(Scalar number, Type target)
    {
        if (target == typeof(Scalar))
            return number;
        if (number.Kind == DTypeCategory.Bool)
            return target == typeof(bool) ? number.ToBoolean() : null;
        if (target == typeof(double))
            return number.ToDouble();
        if (number.Kind == DTypeCategory.Floating)
            return null;
        var whole = number.ToInt64();
        if (target == typeof(long))
            return whole;
        return target == typeof(int) && whole is >= int.MinValue and <= int.MaxValue ? (int)whole : null;
    }

    /// <summary>PyTorch's options are strings, C#'s are members: <c>"batchmean"</c> is <c>BatchMean</c>.</summary>
    private static object Member(string name, Type target)
        => Enum.GetNames(target).FirstOrDefault(member => PythonName.Key(member) == PythonName.Key(name)) is { } found
            ? Enum.Parse(target, found)
            : throw PythonMismatchException.DoesNotCompile($"{target.Name}.{name}");
}

/// <summary>Finds C#'s names of what Python calls otherwise.</summary>
internal static class PythonName
{
    private static readonly Dictionary<string, string> ParameterAliases = new()
    {
        ["input"] = "x",
        ["self"] = "x",
        ["other"] = "y",
        ["exponent"] = "y",
        ["ord"] = "p",
        ["dim"] = "dims",
    };

    /// <summary>What <c>log_softmax</c> and <c>LogSoftmax</c> have in common; a last underscore counts.</summary>
    internal static string Key(string name)
    {
        var bare = name.Replace("_", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
        return name.EndsWith('_') ? bare + "_" : bare;
    }

    /// <summary>Whether a keyword names a parameter.</summary>
    internal static bool IsParameter(string keyword, string parameter)
        => Key(keyword) == Key(parameter) || ParameterAliases.GetValueOrDefault(keyword) == parameter;
}
