namespace TwinGrad.Conformance.Python;

/// <summary>The transforms of <c>torch.autograd.functional</c>, which take a tuple or one tensor, and functions to either.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonFunctional<T>
    where T : class, ITensor<T>
{
    /// <summary><c>torch.autograd.functional.name(func, inputs, v, ...)</c> by the overload that has one or several of each.</summary>
    internal static object? Call(string name, PythonArguments arguments)
    {
        if (arguments.Positional is not [PythonFunction func, var inputs, ..])
            throw new PythonUnsupportedException($"{name}({arguments})");
        var several = (Inputs: inputs is PythonTuple, Outputs: func(Unpacked(inputs)) is PythonTuple);
        var listed = name == "vjp" ? several.Outputs : several.Inputs;
        return PythonLibrary<T>.CallFunction($"autograd.{name}", new(
            [Typed(func, several.Inputs, several.Outputs), inputs, .. arguments.Positional.Skip(2).Select(v => listed && v is T ? new PythonTuple([v]) : v)],
            arguments.Keywords));
    }

    /// <summary>PyTorch calls the function with the tensors of a tuple one by one.</summary>
    private static PythonArguments Unpacked(object? inputs) => PythonArguments.Of(inputs is PythonTuple { Items: var items } ? items : [inputs]);

    private static Delegate Typed(PythonFunction func, bool severalInputs, bool severalOutputs) => (severalInputs, severalOutputs) switch
    {
        (false, false) => new Func<T, T>(x => (T)func(PythonArguments.Of(x))!),
        (true, false) => new Func<T[], T>(x => (T)func(PythonArguments.Of(x))!),
        (false, true) => new Func<T, T[]>(x => Array(func(PythonArguments.Of(x)))),
        (true, true) => new Func<T[], T[]>(x => Array(func(PythonArguments.Of(x)))),
    };

    private static T[] Array(object? tuple) => [.. ((PythonTuple)tuple!).Items.Cast<T>()];
}
