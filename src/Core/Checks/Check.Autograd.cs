namespace TwinGrad;

internal static partial class Check
{
    /// <summary>Only floating-point tensors can require grad.</summary>
    internal static void RequiresGrad(DType dtype, bool requiresGrad)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        if (requiresGrad && !dtype.IsFloatingPoint)
            throw Error.RequiresFloatingPoint("Only Tensors of floating point and complex dtype");
    }

    /// <summary>Where a backward pass starts, and with what; no gradients at all stand for ones.</summary>
    internal static void Roots<T>(ReadOnlySpan<T> roots, ReadOnlySpan<T> gradients)
        where T : ITensor<T>
    {
        for (var i = 0; i < roots.Length; i++)
        {
            if (gradients.IsEmpty)
                ImplicitGradient(roots[i]);
            else if (i < gradients.Length && Given(gradients[i]).Shape != Given(roots[i]).Shape)
                throw Error.GradientShape(i, gradients[i].Shape, roots[i].Shape);
        }
        if (!gradients.IsEmpty && gradients.Length != roots.Length)
            throw Error.GradientCount(roots.Length, gradients.Length);
        for (var i = 0; i < roots.Length; i++)
            if (!Given(roots[i]).RequiresGrad)
                throw Error.NoGradFn(i);
    }

    /// <summary>Only of one element is it clear what its gradient is.</summary>
    internal static void ImplicitGradient<T>(T root)
        where T : ITensor<T>
    {
        if (Given(root).RequiresGrad && root.Numel != 1)
            throw Error.GradientOfNonScalar();
    }

    /// <summary>What a backward pass should differentiate by.</summary>
    internal static void GradInputs<T>(ReadOnlySpan<T> inputs)
        where T : ITensor<T>
    {
        if (inputs.IsEmpty)
            throw Error.NoGradInputs();
        foreach (var input in inputs)
            if (!Given(input).RequiresGrad)
                throw Error.InputWithoutGrad();
    }

    internal static void AssignGrad<T>(T x, T gradient)
        where T : ITensor<T>
    {
        if (ReferenceEquals(x, gradient))
            throw Error.GradOfItself();
        if (gradient.Shape != x.Shape)
            throw Error.GradOfOtherShape(gradient.Shape, x.Shape);
        if (gradient.DType != x.DType)
            throw Error.GradOfOtherDType(gradient.DType, x.DType);
    }

    internal static void SetRequiresGrad<T>(T x, bool requiresGrad)
        where T : ITensor<T>
    {
        if (requiresGrad && !Given(x).DType.IsFloatingPoint)
            throw Error.RequiresFloatingPoint("only Tensors of floating point and complex dtype");
        if (!requiresGrad && !Given(x).IsLeaf)
            throw Error.RequiresGradOfNonLeaf();
    }

    internal static void RequiresGrad_<T>(T x, bool requiresGrad)
        where T : ITensor<T>
    {
        if (!Given(x).DType.IsFloatingPoint && requiresGrad)
            throw Error.RequiresFloatingPoint("only Tensors of floating point dtype");
    }
}
