namespace TwinGrad;

/// <summary>What an optimizer remembers of a parameter, under PyTorch's names.</summary>
internal sealed class ParameterState<T>
    where T : class, ITensor<T>
{
    internal OrderedDictionary<string, double> Numbers { get; } = [];

    internal OrderedDictionary<string, T> Tensors { get; } = [];

    /// <summary>Counts one more, and gives how many there are.</summary>
    internal double Count(string name) => Numbers[name] = Numbers.GetValueOrDefault(name) + 1;

    /// <summary>A tensor that starts as zeros, of the parameter's shape.</summary>
    internal T Zeros(string name, T parameter)
        => Tensors.TryGetValue(name, out var kept) ? kept : AddZeros(name, parameter);

    /// <summary>Keeps a tensor beyond any scope that is open.</summary>
    internal T Keep(string name, Func<T> make) => Tensors[name] = T.Unscoped(make);

    // Apart, as a call that finds its tensor is to make no closure.
    private T AddZeros(string name, T parameter)
        => Keep(name, () => T.Full(parameter.Shape.ToArray(), 0, parameter.DType, parameter.Device, requiresGrad: false));
}
