namespace TwinGrad.Conformance.Python;

/// <summary>The functions of <c>torch.autograd</c>, which take one tensor where they take several.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonAutograd<T>
    where T : class, ITensor<T>
{
    /// <summary><c>torch.autograd.name(...)</c>: a tuple of gradients, also where there is only one.</summary>
    internal static object? Call(string name, PythonArguments arguments)
        => PythonLibrary<T>.CallFunction($"autograd.{name}", new(
            [.. arguments.Positional.Select(Listed)],
            arguments.Keywords.ToDictionary(keyword => keyword.Key, keyword => Listed(keyword.Value))));

    /// <summary><c>x.backward(...)</c>.</summary>
    internal static object? Backward(T x, PythonArguments arguments)
        => PythonLibrary<T>.CallMethod("backward", new(
            [x, .. arguments.Positional],
            arguments.Keywords.ToDictionary(
                keyword => keyword.Key, keyword => keyword.Key == "inputs" ? Listed(keyword.Value) : keyword.Value)));

    private static object? Listed(object? argument) => argument is T tensor ? new PythonList([tensor]) : argument;
}
