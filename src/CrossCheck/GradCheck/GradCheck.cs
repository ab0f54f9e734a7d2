namespace TwinGrad;

/// <summary>
/// PyTorch's <c>gradcheck</c>: whether the backward pass of a function gives the derivative of its values. The function need not exist on
/// both engines; it is called on the one whose tensors it takes, so that raw TorchSharp modules, custom functions and other people's code
/// are checked too.
/// </summary>
/// <remarks>
/// <code>
/// using var layer = nn.Linear(3, 2, dtype: float64);
/// GradCheck.Run(x => Tensor.FromTorch(layer.forward(x.Torch)), x).ThrowIfDifferent();
/// </code>
/// <para>Numerically the derivative by element e of an input is (f(x + eps e) - f(x - eps e)) / 2 eps; analytically it comes from a backward
/// pass for each element of each output. They agree where |analytical - numerical| &lt;= atol + rtol |numerical|.</para>
/// <para>A leaf is moved in place and put back, so that a function that holds it, as a module does its parameters, sees it move; what is no
/// leaf is copied first. The function is called twice for each element, and twice more to see whether it always returns the same.</para>
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradcheck.html"/>.
/// </remarks>
public static class GradCheck
{
    /// <summary>Checks a function of one tensor.</summary>
    /// <param name="func">The function.</param>
    /// <param name="input">Where to differentiate: a tensor that requires grad, of float64 if it should be precise.</param>
    /// <param name="options">Steps and tolerances; PyTorch's defaults if left out.</param>
    /// <exception cref="TorchArgumentException">No input requires grad, or one shows an element of its memory several times.</exception>
    public static GradCheckReport Run<T>(Func<T, T> func, T input, GradCheckOptions? options = null)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAll(inputs => [func(inputs[0])], [input], options);
    }

    /// <summary>Checks a function of several tensors, by each that requires grad.</summary>
    /// <param name="func">The function.</param>
    /// <param name="inputs">Where to differentiate. One that does not require grad is a constant.</param>
    /// <param name="options">Steps and tolerances; PyTorch's defaults if left out.</param>
    /// <inheritdoc cref="Run{T}(Func{T, T}, T, GradCheckOptions)" path="/exception"/>
    public static GradCheckReport Run<T>(Func<T[], T> func, IReadOnlyList<T> inputs, GradCheckOptions? options = null)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAll(inputs => [func(inputs)], inputs, options);
    }

    /// <summary>Checks a function of several tensors to several, each by each.</summary>
    /// <inheritdoc cref="Run{T}(Func{T[], T}, IReadOnlyList{T}, GradCheckOptions)"/>
    public static GradCheckReport RunAll<T>(Func<T[], T[]> func, IReadOnlyList<T> inputs, GradCheckOptions? options = null)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(func);
        ArgumentNullException.ThrowIfNull(inputs);
        return new GradCheckRun<T>(new(func, GradCheckInputs.Prepared(inputs)), options ?? new()).Report();
    }
}
