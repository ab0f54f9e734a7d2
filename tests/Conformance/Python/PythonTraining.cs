namespace TwinGrad.Conformance.Python;

/// <summary>What Python code writes otherwise than C# to train: parameters, optimizers with their groups, modules that are functions.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonTraining<T>
    where T : class, ITensor<T>
{
    private static readonly string[] SgdArguments = ["params", "lr", "momentum", "dampening", "weight_decay", "nesterov"];

    // Modules without parameters: the library has their functions only. Null: the function has the module's name.
    private static readonly Dictionary<string, string?> Functions = new()
    {
        ["BCELoss"] = "binary_cross_entropy",
        ["BCEWithLogitsLoss"] = "binary_cross_entropy_with_logits",
        ["CELU"] = null,
        ["CrossEntropyLoss"] = "cross_entropy",
        ["ELU"] = null,
        ["GELU"] = null,
        ["Hardshrink"] = null,
        ["Hardsigmoid"] = null,
        ["Hardswish"] = null,
        ["Hardtanh"] = null,
        ["HuberLoss"] = null,
        ["KLDivLoss"] = "kl_div",
        ["L1Loss"] = null,
        ["LeakyReLU"] = null,
        ["LogSigmoid"] = null,
        ["LogSoftmax"] = null,
        ["MSELoss"] = null,
        ["Mish"] = null,
        ["NLLLoss"] = null,
        ["PoissonNLLLoss"] = null,
        ["ReLU"] = null,
        ["ReLU6"] = null,
        ["SELU"] = null,
        ["SiLU"] = null,
        ["Sigmoid"] = null,
        ["SmoothL1Loss"] = null,
        ["SoftMarginLoss"] = null,
        ["Softmax"] = null,
        ["Softmin"] = null,
        ["Softplus"] = null,
        ["Softshrink"] = null,
        ["Softsign"] = null,
        ["Tanh"] = null,
        ["Tanhshrink"] = null,
    };

    /// <summary><c>torch.nn.Name(options)</c> of a module without parameters: its function, with the options behind the input; or null.</summary>
    internal static PythonFunction? Module(string name, PythonArguments options)
        => Functions.TryGetValue(name, out var function)
            ? input => PythonLibrary<T>.CallFunction(function ?? name, new([.. input.Positional, .. options.Positional], options.Keywords))
            : null;

    /// <summary><c>torch.nn.Parameter(data)</c>: a leaf that shares the data's memory and requires grad.</summary>
    internal static T Parameter(PythonArguments arguments) => arguments switch
    {
        { Positional: [T data], Keywords.Count: 0 } => T.RequiresGrad_(T.Detach(data), true),
        { Positional: [T data, Scalar flag], Keywords.Count: 0 } => T.RequiresGrad_(T.Detach(data), flag.ToBoolean()),
        _ => throw new PythonMismatchException($"Parameter({arguments})"),
    };

    /// <summary><c>torch.optim.SGD(...)</c>, over parameters or over dictionaries of them and their options.</summary>
    internal static Sgd<T> Sgd(PythonArguments arguments)
    {
        if (arguments.Positional.Count > SgdArguments.Length)
            throw new PythonMismatchException($"SGD({arguments})");
        var named = SgdArguments.Zip(arguments.Positional, KeyValuePair.Create).Concat(arguments.Keywords).ToDictionary();
        var options = Options(new(), named);
        var parameters = named.GetValueOrDefault("params");
        return parameters is PythonSequence { Items: [PythonDictionary, ..] groups }
            ? new([.. groups.Select(group => Group(group, options))], options)
            : new(Tensors(parameters), options);
    }

    private static ParameterGroup<T, SgdOptions> Group(object? group, SgdOptions options)
    {
        var named = group is PythonDictionary { Items: var items }
            ? items.ToDictionary(item => PythonText.Str(item.Key), item => item.Value)
            : throw new PythonMismatchException($"SGD of a {PythonType.Name(group)}");
        return new(Tensors(named.GetValueOrDefault("params")), named.Count > 1 ? Options(options, named) : null);
    }

    private static IReadOnlyList<T> Tensors(object? parameters)
        => PythonConversion.TryConvert(parameters is T single ? new PythonList([single]) : parameters, typeof(IReadOnlyList<T>), out var tensors)
            ? (IReadOnlyList<T>)tensors!
            : throw new PythonMismatchException($"SGD({PythonType.Name(parameters)} of other than tensors)");

    private static SgdOptions Options(SgdOptions options, IEnumerable<KeyValuePair<string, object?>> named)
        => named.Where(argument => argument.Key != "params")
            .Aggregate(options, (changed, argument) => PythonParameterGroup<T>.With(changed, argument.Key, argument.Value));
}
