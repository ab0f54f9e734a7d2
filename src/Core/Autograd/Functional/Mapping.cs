namespace TwinGrad;

/// <summary>A function as the functional transforms see it: from a list of tensors to a list of tensors, whichever way it was given.</summary>
/// <param name="Transform">PyTorch's name of the transform that it was given to, for its sentences.</param>
/// <param name="Function">The function.</param>
/// <param name="SeveralInputs">Whether it was given as a function of a list.</param>
/// <param name="SeveralOutputs">Whether it was given as a function to a list.</param>
internal sealed record Mapping<T>(string Transform, Func<T[], T[]> Function, bool SeveralInputs, bool SeveralOutputs)
    where T : ITensor<T>
{
    internal static Mapping<T> Of(string transform, Func<T, T> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(transform, inputs => [func(inputs[0])], SeveralInputs: false, SeveralOutputs: false);
    }

    internal static Mapping<T> Of(string transform, Func<T[], T> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(transform, inputs => [func(inputs)], SeveralInputs: true, SeveralOutputs: false);
    }

    internal static Mapping<T> Of(string transform, Func<T, T[]> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(transform, inputs => func(inputs[0]), SeveralInputs: false, SeveralOutputs: true);
    }

    internal static Mapping<T> Of(string transform, Func<T[], T[]> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(transform, func, SeveralInputs: true, SeveralOutputs: true);
    }

    /// <summary>What the function makes of the points.</summary>
    /// <exception cref="TorchArgumentException">It returned null for a tensor.</exception>
    internal T[] At(T[] points)
    {
        // A function that is handed the list may change it.
        var outputs = Function([.. points]);
        Check.FunctionOutputs(outputs, Transform, SeveralOutputs);
        return outputs;
    }
}
