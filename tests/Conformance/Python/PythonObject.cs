using System.Reflection;

namespace TwinGrad.Conformance.Python;

/// <summary>What Python code does with an object of the library: its members are found by reflection.</summary>
internal static class PythonObject
{
    // m(x) is m.forward(x).
    private static readonly string[] CallNames = ["forward", "call", "invoke"];

    /// <summary><c>owner.name</c>, where that is a property.</summary>
    internal static bool TryGet(object owner, string name, out object? value)
    {
        var property = Property(owner, name);
        value = property is null
            ? null
            : PythonConversion.Result(
                property.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null), property.GetMethod!.ReturnParameter);
        return property is not null;
    }

    /// <summary><c>owner.name = value</c>.</summary>
    /// <exception cref="PythonUnsupportedException">There is no such property that can be set to such a value.</exception>
    internal static void Set(object owner, string name, object? value)
    {
        if (Property(owner, name) is not { CanWrite: true } property
            || !PythonConversion.TryConvert(value, property.PropertyType, out var converted))
        {
            throw new PythonMismatchException($"{name} = {PythonType.Name(value)}");
        }
        property.SetValue(owner, converted, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    /// <summary><c>owner.name(...)</c>.</summary>
    /// <exception cref="PythonUnsupportedException">There is no such method, or none for such arguments.</exception>
    internal static object? Call(object owner, string name, PythonArguments arguments)
    {
        var overloads = Methods(owner, name).ToList();
        return PythonOverload.TryCall(overloads, owner, arguments, out var result) ? result
            : throw (overloads.Count == 0 ? new PythonUnsupportedException(name) : new PythonMismatchException($"{name}({arguments})"));
    }

    /// <summary><c>owner(...)</c>.</summary>
    /// <exception cref="PythonUnsupportedException">It can't be called with such arguments.</exception>
    internal static object? Call(object owner, PythonArguments arguments)
        => PythonOverload.TryCall(CallNames.SelectMany(name => Methods(owner, name)), owner, arguments, out var result) ? result
            : throw new PythonMismatchException($"{PythonType.Name(owner)}({arguments})");

    private static PropertyInfo? Property(object owner, string name)
        => owner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(
            property => property.GetIndexParameters().Length == 0 && PythonName.Key(property.Name) == PythonName.Key(name));

    private static IEnumerable<PythonOverload> Methods(object owner, string name)
        => owner.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => !method.IsGenericMethod && PythonName.Key(method.Name) == PythonName.Key(name))
            .Select(method => new PythonOverload(method));
}
