namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException ZeroDivision() => new("ZeroDivisionError");

    internal static TorchArgumentException NoRoundingMode(RoundingMode mode)
        => new($"div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '{mode}'");

    internal static TorchArgumentException InversionOfFloats()
        => new("~ (operator.invert) is only implemented on integer and Boolean-type tensors", "TypeError");

    internal static TorchArgumentException LerpDTypes(DType x, string argument, DType y)
        => new($"expected dtype {CppName(x)} for `{argument}` but got dtype {CppName(y)}");

    internal static TorchArgumentException IntegerAddcdiv()
        => new("Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of "
            + "tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / tensor2))"
            + ".to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future addcdiv "
            + "behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.");
}
