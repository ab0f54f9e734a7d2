namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException BoolAlpha() => new("Boolean alpha only supported for Boolean results.");

    internal static TorchException FractionalAlpha()
        => new("For integral input tensors, argument alpha must not be a floating point number.");

    internal static TorchException HeavisideDTypes() => new("heaviside is not yet implemented for tensors with different dtypes.");

    internal static TorchException FrexpOf() => new("torch.frexp() only supports floating-point dtypes");
}
