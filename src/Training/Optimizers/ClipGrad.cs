namespace TwinGrad;

/// <summary>Bounds for gradients, between <c>Backward</c> and an optimizer's <c>Step</c>: <c>torch.nn.utils.clip_grad_norm_</c> and its like.</summary>
public static class ClipGrad
{
    /// <summary>Every gradient becomes g min(1, maxNorm / (N + 1e-6)), where N is the norm of all of them together as one vector.</summary>
    /// <param name="parameters">Whose gradients; a parameter without one is passed over.</param>
    /// <param name="maxNorm">What the norm is at most afterwards.</param>
    /// <param name="normType">The order of the norm; infinity takes the largest size of an element.</param>
    /// <param name="errorIfNonfinite">Refuse a norm that is infinite or not a number, and leave the gradients alone.</param>
    /// <returns>N, before the gradients changed, as a 0-dim tensor; 0 where there are no gradients.</returns>
    /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html"/>.</remarks>
    /// <exception cref="TorchException">The norm is not finite, and that was asked for.</exception>
    /// <exception cref="TorchArgumentException">The bound is negative or not a number.</exception>
    public static T Norm_<T>(IReadOnlyList<T> parameters, double maxNorm, double normType = 2, bool errorIfNonfinite = false)
        where T : class, ITensor<T>
    {
        if (!(maxNorm >= 0))
            throw Error.InvalidOption("max_norm", maxNorm);
        using var mode = new GradMode<T>(enabled: false);
        var gradients = Gradients(parameters);
        if (gradients.Count == 0)
            return T.Full([], 0, DType.Float32, Device.Cpu, requiresGrad: false);
        var total = TotalNorm(gradients, normType);
        if (errorIfNonfinite && !double.IsFinite(total.Item<double>()))
            throw Error.NonFiniteNorm(normType);
        var coefficient = Coefficient(total, maxNorm);
        foreach (var gradient in gradients)
        {
            // On the device and in the dtype of the gradient, which groups of layers may have of their own.
            var factor = T.To(coefficient, gradient.Device);
            T.Mul_(gradient, factor);
            if (!ReferenceEquals(factor, coefficient))
                T.Free(factor);
            T.Free(gradient);
        }
        T.Free(coefficient);
        return total;
    }

    /// <summary>Every element of a gradient becomes min(max(g, -clipValue), clipValue).</summary>
    /// <param name="parameters">Whose gradients; a parameter without one is passed over.</param>
    /// <param name="clipValue">The largest size of an element.</param>
    /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_value_.html"/>.</remarks>
    /// <exception cref="TorchArgumentException">The bound is negative or not a number.</exception>
    public static void Value_<T>(IReadOnlyList<T> parameters, double clipValue)
        where T : class, ITensor<T>
    {
        if (!(clipValue >= 0))
            throw Error.InvalidOption("clip_value", clipValue);
        using var mode = new GradMode<T>(enabled: false);
        foreach (var gradient in Gradients(parameters))
        {
            var clipped = T.Clamp(gradient, (Scalar)(-clipValue), (Scalar)clipValue);
            T.Copy_(gradient, clipped);
            T.Free(clipped);
            T.Free(gradient);
        }
    }

    private static List<T> Gradients<T>(IReadOnlyList<T> parameters)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var gradients = new List<T>();
        foreach (var parameter in parameters)
            if (Check.Given(parameter).Grad is { } gradient)
                gradients.Add(gradient);
        return gradients;
    }

    /// <summary>The norm of the gradients' norms, on the device of the first.</summary>
    private static T TotalNorm<T>(List<T> gradients, double normType)
        where T : class, ITensor<T>
    {
        var norms = gradients.Select(gradient => T.To(T.Norm(gradient, normType, [], keepDim: false), gradients[0].Device)).ToArray();
        var together = T.Stack(norms, 0);
        var total = T.Norm(together, normType, [], keepDim: false);
        foreach (var norm in norms)
            T.Free(norm);
        T.Free(together);
        return total;
    }

    private static T Coefficient<T>(T total, double maxNorm)
        where T : class, ITensor<T>
    {
        var sum = T.Add(total, 1e-6);
        var ratio = T.Reciprocal(sum);
        var coefficient = T.ClampMax(T.Mul_(ratio, maxNorm), 1);
        T.Free(sum);
        T.Free(ratio);
        return coefficient;
    }
}
