namespace TwinGrad;

internal static partial class Check
{
    /// <summary>What a function that was handed to a transform returned must be tensors.</summary>
    internal static void FunctionOutputs<T>(T[] outputs, string transform, bool several)
        where T : ITensor<T>
    {
        if (outputs is null)
            throw Error.OutputIsNull(transform);
        for (var i = 0; i < outputs.Length; i++)
            if (outputs[i] is null)
                throw several ? Error.OutputIsNull(transform, i) : Error.OutputIsNull(transform);
    }

    /// <summary>In strict mode every output must have been computed of what requires grad.</summary>
    internal static void OutputsRequireGrad<T>(T[] outputs, bool strict)
        where T : ITensor<T>
    {
        for (var i = 0; strict && i < outputs.Length; i++)
            if (!outputs[i].RequiresGrad)
                throw Error.OutputWithoutGrad(i);
    }

    /// <summary>In strict mode every gradient must be there, and be differentiable itself.</summary>
    internal static void GradientsRequireGrad<T>(T?[] gradients, bool strict, Func<int, TorchException> constant)
        where T : ITensor<T>
    {
        for (var i = 0; strict && i < gradients.Length; i++)
            if (gradients[i] is not { RequiresGrad: true } gradient)
                throw gradients[i] is null ? Error.OutputIndependent(i) : constant(i);
    }

    /// <summary>Only of one element there is a Hessian.</summary>
    internal static void OneElement<T>(T output, string transform)
        where T : ITensor<T>
    {
        if (output.Numel != 1)
            throw Error.OutputOfManyElements(transform);
    }

    /// <summary>The vector of a product: as many tensors, of the same shapes.</summary>
    internal static void VectorLike<T>(T[] vector, T[] others, bool several)
        where T : ITensor<T>
    {
        if (vector.Length != others.Length)
            throw Error.VectorCount(others.Length, vector.Length);
        for (var i = 0; i < vector.Length; i++)
            if (vector[i].Shape != others[i].Shape)
                throw Error.VectorShape(others[i].Shape, vector[i].Shape, several ? i : null);
    }
}
