namespace TwinGrad;

/// <summary>PyTorch's <c>gradgradcheck</c>: whether the backward pass of a function's own backward pass gives the second derivative.</summary>
/// <remarks>
/// What is checked, as by <see cref="GradCheck"/>, is the function from the inputs and the gradients of the outputs to the gradients of the
/// inputs. In the report inputs count on into the gradients of the outputs, and output j is the gradient by the j-th input that has one.
/// That the gradients are right in the first place is for <see cref="GradCheck"/> to find.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradgradcheck.html"/>.
/// </remarks>
public static class GradGradCheck
{
    /// <summary>Checks a function of one tensor.</summary>
    /// <param name="func">The function.</param>
    /// <param name="input">Where to differentiate: a tensor that requires grad, of float64 if it should be precise.</param>
    /// <param name="gradOutputs">The gradients of what follows with respect to the outputs; drawn from [-1, 1) if left out.</param>
    /// <param name="options">Steps and tolerances; PyTorch's defaults if left out.</param>
    /// <param name="genNonContigGradOutputs">Whether gradients that are drawn have elements that don't lie side by side.</param>
    /// <inheritdoc cref="GradCheck.Run{T}(Func{T, T}, T, GradCheckOptions)" path="/exception"/>
    public static GradCheckReport Run<T>(
        Func<T, T> func, T input, IReadOnlyList<T>? gradOutputs = null, GradCheckOptions? options = null, bool genNonContigGradOutputs = false)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAll(inputs => [func(inputs[0])], [input], gradOutputs, options, genNonContigGradOutputs);
    }

    /// <summary>Checks a function of several tensors, by each that requires grad.</summary>
    /// <param name="func">The function.</param>
    /// <param name="inputs">Where to differentiate. One that does not require grad is a constant.</param>
    /// <param name="gradOutputs">The gradients of what follows with respect to the outputs; drawn from [-1, 1) if left out.</param>
    /// <param name="options">Steps and tolerances; PyTorch's defaults if left out.</param>
    /// <param name="genNonContigGradOutputs">Whether gradients that are drawn have elements that don't lie side by side.</param>
    /// <inheritdoc cref="GradCheck.Run{T}(Func{T, T}, T, GradCheckOptions)" path="/exception"/>
    public static GradCheckReport Run<T>(
        Func<T[], T> func, IReadOnlyList<T> inputs, IReadOnlyList<T>? gradOutputs = null, GradCheckOptions? options = null,
        bool genNonContigGradOutputs = false)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAll(inputs => [func(inputs)], inputs, gradOutputs, options, genNonContigGradOutputs);
    }

    /// <summary>Checks a function of several tensors to several.</summary>
    /// <inheritdoc cref="Run{T}(Func{T[], T}, IReadOnlyList{T}, IReadOnlyList{T}, GradCheckOptions, bool)"/>
    public static GradCheckReport RunAll<T>(
        Func<T[], T[]> func, IReadOnlyList<T> inputs, IReadOnlyList<T>? gradOutputs = null, GradCheckOptions? options = null,
        bool genNonContigGradOutputs = false)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(func);
        ArgumentNullException.ThrowIfNull(inputs);
        var points = GradCheckInputs.Prepared(inputs);
        using var recording = new Recording<T>();
        var subject = new GradCheckSubject<T>(func, points);
        var cotangents = gradOutputs is null
            ? Drawn(subject.DifferentiableOutputs(), genNonContigGradOutputs)
            : GradCheckInputs.Taken(gradOutputs);
        if (subject.DifferentiableOutputs().Length is var count && cotangents.Length != count)
            throw GradCheckSentences.GradOutputs(cotangents.Length, count);
        return new GradCheckRun<T>(new(Gradients, [.. points, .. cotangents]), options ?? new()).Report();

        T[] Gradients(T[] arguments)
            => [.. subject.Gradients(subject.DifferentiableOutputs(), arguments[points.Length..], createGraph: true).OfType<T>()];
    }

    private static T[] Drawn<T>(T[] outputs, bool strided)
        where T : class, ITensor<T>
    {
        var random = new Random(GradCheckSubject<T>.Seed);
        return Array.ConvertAll(outputs, output =>
        {
            // Every second element of a tensor of twice as many is a view whose elements don't lie side by side.
            var values = new double[strided ? 2 * output.Numel : output.Numel];
            for (var i = 0; i < values.Length; i++)
                values[i] = 2 * random.NextDouble() - 1;
            var drawn = T.FromArray<double>(
                values, strided ? [.. output.Shape, 2] : output.Shape, output.DType, output.Device, requiresGrad: false);
            return T.RequiresGrad_(T.Detach(strided ? T.Select(drawn, -1, 0) : drawn), requiresGrad: true);
        });
    }
}
