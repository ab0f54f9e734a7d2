namespace TwinGrad;

internal static partial class Error
{
    internal const string KlDivMean = "reduction: 'mean' divides the total loss by both the batch size and the support size."
        + "'batchmean' divides only by the batch size, and aligns with the KL div math definition."
        + "'mean' will be changed to behave the same as 'batchmean' in the next major release.";

    internal static TorchArgumentException NoReduction(Reduction reduction)
        => new($"{(reduction == Reduction.BatchMean ? "batchmean" : reduction)} is not a valid value for reduction", "ValueError");

    internal static string TargetSize(Shape target, Shape input)
        => $"Using a target size ({Sizes(target)}) that is different to the input size ({Sizes(input)}). This will likely lead to "
            + "incorrect results due to broadcasting. Please ensure they have the same size.";

    internal static TorchArgumentException BceTargetSize(Shape target, Shape input)
        => new($"Using a target size ({Sizes(target)}) that is different to the input size ({Sizes(input)}) is deprecated. "
            + "Please ensure they have the same size.", "ValueError");

    internal static TorchArgumentException BceLogitsTargetSize(Shape target, Shape input)
        => new($"Target size ({Sizes(target)}) must be the same as input size ({Sizes(input)})", "ValueError");

    internal static TorchArgumentException BceDType(DType found, DType expected)
        => new($"Found dtype {ScalarTypeName(found)} but expected {ScalarTypeName(expected)}");

    internal static TorchException BceRange() => new("all elements of input should be between 0 and 1");

    internal static TorchArgumentException NllDims(int dims) => dims < 1
        ? new($"Expected 1 or more dimensions (got {dims})", "ValueError")
        : new("input tensor should be 1D or 2D");

    internal static TorchArgumentException NllBatch(long input, long target)
        => new($"Expected input batch_size ({input}) to match target batch_size ({target}).", "ValueError");

    internal static TorchArgumentException NllTargetDims() => new("0D or 1D target tensor expected, multi-target not supported");

    internal static TorchArgumentException NllTargetDType(DType found)
        => new($"expected scalar type Long but found {ScalarTypeName(found)}");

    internal static TorchArgumentException NllWeight(long classes, Shape weight)
        => new($"weight tensor should be defined either for all {classes} classes or no classes but got weight tensor of shape: {weight}");

    internal static TorchArgumentException NllTargetSize(Shape expected, Shape target)
        => new($"Expected target size {expected}, got {target}");

    internal static TorchIndexException NllClass(double target) => new($"Target {target} is out of bounds.");

    internal static TorchArgumentException VarSize() => new("var is of incorrect size", "ValueError");

    internal static TorchArgumentException NegativeVar() => new("var has negative entry/entries", "ValueError");

    internal static TorchArgumentException SmoothL1Beta() => new("smooth_l1_loss does not support negative values for beta.");

    internal static TorchArgumentException HuberDelta() => new("huber_loss does not support non-positive values for delta.");

    internal static TorchArgumentException LossWeight() => new("Weights and input must have the same size.", "ValueError");

    internal static TorchArgumentException ProbabilitiesDType(DType target)
        => new($"Expected floating point type for target with class probabilities, got {ScalarTypeName(target)}");

    internal static TorchArgumentException IgnoredProbabilities() => new("ignore_index is not supported for floating point target");

    internal static TorchArgumentException CrossEntropyWeight(long classes, Shape weight)
        => new($"cross_entropy: weight tensor should be defined either for all {classes} classes or no classes but got weight tensor of shape: {weight}");

    internal static TorchArgumentException LabelSmoothing(double labelSmoothing)
        => new($"label_smoothing must be between 0.0 and 1.0. Got: {CppNumber(labelSmoothing)}");
}
