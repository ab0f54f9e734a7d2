namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException MarginRankingDims(Shape input1, Shape input2, Shape target)
        => new("margin_ranking_loss : All input tensors should have same dimension but got sizes: "
            + $"input1: {Sizes(input1)}, input2: {Sizes(input2)}, target: {Sizes(target)} ");

    internal static TorchArgumentException CosineEmbeddingInputs(int targetDims, Shape input1, Shape input2)
        => new($"{targetDims}D target tensor expects {targetDims + 1}D input tensors, but found inputs with sizes {input1} and {input2}.");

    internal static TorchArgumentException TripletMargin(double margin)
        => new($"margin must be greater than 0, got {PythonFloat.Repr(margin)}", "ValueError");

    internal static TorchArgumentException TripletDims(int anchor, int positive, int negative)
        => new($"All inputs should have same dimension but got {anchor}D, {positive}D and {negative}D inputs.");

    internal static TorchArgumentException TripletWithDistanceDims(int anchor, int positive, int negative)
        => new("The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: "
            + $"anchor {anchor}D, positive {positive}D, and negative {negative}D inputs");

    internal static TorchArgumentException MarginInput(Shape input)
        => new($"Expected non-empty vector or matrix with optional 0-dim batch size, but got: {input}");

    internal static TorchArgumentException MultiMarginTarget(Shape target) => new($"inconsistent target size, got: {target}");

    internal static TorchArgumentException MultiMarginPower() => new("only p == 1 and p == 2 supported", "ValueError");

    internal static TorchArgumentException MultiMarginWeightDims() => new("weight must be one-dimensional", "ValueError");

    internal static TorchArgumentException MultiMarginWeight(long classes, Shape weight)
        => new($"inconsistent weight size, expected {classes} but got {weight}");

    internal static TorchArgumentException MultiMarginClass() => new("target out of range");

    internal static TorchArgumentException MultilabelTarget(Shape target) => new($"inconsistent target size: {target} for argument #2 'target'");

    internal static TorchArgumentException MultilabelClass() => new("argument #2 'target' is out of range");

    internal static TorchArgumentException ExpectedDType(DType expected, DType found)
        => new($"expected scalar type {ScalarTypeName(expected)} but found {ScalarTypeName(found)}");

    /// <summary>An argument that no gradient flows to, by PyTorch's name.</summary>
    internal static TorchException NotDifferentiable(string function, string argument)
        => new($"The function '{function}' is not differentiable with respect to argument '{argument}'. This input cannot have requires_grad True.");
}
