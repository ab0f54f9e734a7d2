namespace TwinGrad.Conformance.Python;

/// <summary>A group of <c>optimizer.param_groups</c>: Python's dictionary of what C# has as properties.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal sealed class PythonParameterGroup<T>(ParameterGroup<T, SgdOptions> group)
    where T : class, ITensor<T>
{
    /// <summary><c>group[name]</c>.</summary>
    /// <exception cref="PythonUnsupportedException">There is no such option, or it can't be set to such a value.</exception>
    internal object? this[string name]
    {
        get => name switch
        {
            "params" => new PythonList(group.Parameters),
            "lr" => (Scalar)group.Options.LearningRate,
            "momentum" => (Scalar)group.Options.Momentum,
            "dampening" => (Scalar)group.Options.Dampening,
            "weight_decay" => (Scalar)group.Options.WeightDecay,
            "nesterov" => (Scalar)group.Options.Nesterov,
            "maximize" => (Scalar)group.Options.Maximize,
            _ => throw new PythonUnsupportedException($"{name} of a group of parameters"),
        };
        set => group.Options = With(group.Options, name, value);
    }

    /// <summary>The groups of an optimizer.</summary>
    internal static PythonList Of(Sgd<T> optimizer) => new(optimizer.Groups.Select(group => new PythonParameterGroup<T>(group)));

    /// <summary>The options with one of them changed.</summary>
    internal static SgdOptions With(SgdOptions options, string name, object? value) => (name, value) switch
    {
        ("lr", Scalar number) => options with { LearningRate = number.ToDouble() },
        ("momentum", Scalar number) => options with { Momentum = number.ToDouble() },
        ("dampening", Scalar number) => options with { Dampening = number.ToDouble() },
        ("weight_decay", Scalar number) => options with { WeightDecay = number.ToDouble() },
        ("nesterov", Scalar flag) => options with { Nesterov = flag.ToBoolean() },
        ("maximize", Scalar flag) => options with { Maximize = flag.ToBoolean() },
        _ => throw new PythonMismatchException($"SGD({name}={PythonType.Name(value)})"),
    };
}
