namespace TwinGrad;

public sealed partial class Tensor
{
    /// <remarks>
    /// libtorch's kernels go through the elements as they lie in memory, whatever the strides and however many the others have. Of halves they
    /// keep in float32 what operators round. Where this thread watches what operators make, operators are to make it.
    /// </remarks>
    static bool ITensor<Tensor>.Fuses(Tensor parameter, ReadOnlySpan<Tensor> beside)
    {
        if ((parameter.DType != DType.Float32 && parameter.DType != DType.Float64) || Tracing.IsActive || !HasNoGaps(parameter))
            return false;
        foreach (var other in beside)
            if (other.DType != parameter.DType || other.Device != parameter.Device || other.Shape != parameter.Shape || !HasNoGaps(other))
                return false;
        return true;
    }

    static void ITensor<Tensor>.FusedAdam_(FusedAdamStep<Tensor> step)
    {
        var parameters = Written(step.Parameters);
        using var count = Unscoped(() => FromArray<float>([(float)step.Step], [], DType.Float32, parameters[0].Device, requiresGrad: false));
        (step.DecaysApart ? Aten.FusedAdamW_ : Aten.FusedAdam_).Call(
            parameters, step.Gradients.ToArray(), step.Means.ToArray(), step.MeanSquares.ToArray(), step.GreatestSquares.ToArray(), count,
            step.LearningRate, step.Betas.Beta1, step.Betas.Beta2, step.WeightDecay, step.Eps, step.Amsgrad, step.Maximize);
    }

    static void ITensor<Tensor>.FusedSgd_(FusedSgdStep<Tensor> step)
        => Aten.FusedSgd_.Call(
            Written(step.Parameters), step.Gradients.ToArray(), step.Directions.ToArray(), step.WeightDecay, step.Momentum, step.LearningRate,
            step.Dampening, step.Nesterov, step.Maximize, step.IsFirst);

    /// <summary>Parameters that a kernel is about to write to, as graphs that saved them and views of them are to know.</summary>
    private static Tensor[] Written(List<Tensor> parameters)
    {
        foreach (var parameter in parameters)
        {
            // These kernels raise no version. What raises one and changes nothing is to exchange a dimension for itself.
            NativeMethods.THSTensor_transpose_(parameter.Handle, 0, 0);
            NativeError.Check();
            if (parameter._writes is { } writes)
                writes.Count++;
        }
        return parameters.ToArray();
    }

    private static bool HasNoGaps(Tensor x)
    {
        if (NativeMethods.THSTensor_is_contiguous(x.Handle))
            return true;
        // Of a tensor without strides the question is an error, which no later call is to find.
        NativeError.Take();
        return false;
    }
}
