using System.Globalization;

namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException OperandIsNull(string symbol, bool left, bool right)
        => new($"unsupported operand type(s) for {symbol}: '{PythonType(left)}' and '{PythonType(right)}'", "TypeError");

    internal static TorchArgumentException ClampNeedsABound()
        => new("torch.clamp: At least one of 'min' or 'max' must not be None");

    internal static TorchArgumentException WhereCondition(DType dtype)
        => new($"where expected condition to be a boolean tensor, but got a tensor with dtype {ScalarTypeName(dtype)}");

    internal static TorchArgumentException MeanOf(DType dtype)
        => new("mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. "
            + $"Got: {ScalarTypeName(dtype)}");

    internal static TorchArgumentException MeanInto(DType dtype)
        => new("mean(): could not infer output dtype. Optional dtype must be either a floating point or complex dtype. "
            + $"Got: {ScalarTypeName(dtype)}");

    internal static TorchArgumentException BoolSubtraction()
        => new("Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.");

    internal static TorchArgumentException SubtractionOfBool()
        => new("Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
            + "`logical_not()` operator instead.");

    internal static TorchArgumentException BoolNegation()
        => new("Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
            + "`logical_not()` operator instead.");

    internal static TorchException BoolPositive() => new("The `+` operator, on a bool tensor is not supported.");

    internal static TorchArgumentException NegativeIntegerPower()
        => new("Integers to negative integer powers are not allowed.");

    internal static TorchException ResultDoesNotFit(DType result, DType into)
        => new($"result type {ScalarTypeName(result)} can't be cast to the desired output type {ScalarTypeName(into)}");

    internal static TorchException OutputShape(Shape output, Shape broadcast)
        => new($"output with shape {output} doesn't match the broadcast shape {broadcast}");

    internal static TorchException OverlappingWrite()
        => new("unsupported operation: more than one element of the written-to tensor refers to a single memory location. "
            + "Please clone() the tensor before performing the operation.");

    internal static TorchArgumentException ArangeStepZero() => new("step must be nonzero");

    internal static TorchArgumentException ArangeDirection()
        => new("upper bound and lower bound inconsistent with step sign");

    internal static TorchArgumentException ArangeBounds(double start, double end)
        => new($"unsupported range: {PythonFloat.Repr(start)} -> {PythonFloat.Repr(end)}");

    internal static TorchArgumentException LinspaceSteps() => new("number of steps must be non-negative");

    internal static TorchArgumentException NegativeEye(char name, long value)
        => new($"{name} must be greater or equal to 0, got {value}");

    internal static TorchException PartialOverlap()
        => new("unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. "
            + "Please clone() the tensor before performing the operation.");

    internal static TorchException BoolRelu() => new("Boolean inputs not supported for relu");

    internal static TorchNotImplementedException NoKernel(string kernel, DType dtype)
        => new($"\"{kernel}\" not implemented for '{ScalarTypeName(dtype)}'");

    /// <summary>The name that libtorch gives a dtype as a <c>c10::ScalarType</c>.</summary>
    internal static string ScalarTypeName(DType dtype) => dtype.Name switch
    {
        "float32" => "Float",
        "float64" => "Double",
        "float16" => "Half",
        "bfloat16" => "BFloat16",
        "int64" => "Long",
        "int32" => "Int",
        "int16" => "Short",
        "int8" => "Char",
        "uint8" => "Byte",
        _ => "Bool",
    };

    /// <summary>A number as C++ writes it: of six digits those that count.</summary>
    internal static string CppNumber(double value)
        => double.IsFinite(value) ? value.ToString("G6", CultureInfo.InvariantCulture).Replace('E', 'e') : PythonFloat.Repr(value);

    private static string PythonType(bool isNull) => isNull ? "NoneType" : "Tensor";
}
