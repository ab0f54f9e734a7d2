namespace TwinGrad;

internal static partial class Check
{
    internal static void Sub<T>(T x, T y)
        where T : ITensor<T>
        => Sub(Given(x).DType, Given(y).DType);

    internal static void Sub<T>(T x, Scalar y)
        where T : ITensor<T>
        => Sub(Given(x).DType, y.DefaultDType);

    private static void Sub(DType x, DType y)
    {
        if (x == DType.Bool && y == DType.Bool)
            throw Error.BoolSubtraction();
        if (x == DType.Bool || y == DType.Bool)
            throw Error.SubtractionOfBool();
    }

    /// <summary>Most arithmetic is not defined for truth values.</summary>
    internal static void HasKernel(string kernel, DType dtype)
    {
        if (dtype == DType.Bool)
            throw Error.NoKernel(kernel, dtype);
    }

    /// <summary>Some functions are defined for floating-point numbers alone.</summary>
    internal static void IsFloating(string kernel, DType dtype)
    {
        if (!dtype.IsFloatingPoint)
            throw Error.NoKernel(kernel, dtype);
    }

    internal static void Neg<T>(T x)
        where T : ITensor<T>
    {
        if (Given(x).DType == DType.Bool)
            throw Error.BoolNegation();
    }

    internal static void Where<T>(T condition)
        where T : ITensor<T>
    {
        if (Given(condition).DType != DType.Bool)
            throw Error.WhereCondition(condition.DType);
    }

    internal static void Clamp(Scalar? min, Scalar? max)
    {
        if (min is null && max is null)
            throw Error.ClampNeedsABound();
    }

    /// <summary>An integer base takes no negative integer exponent: the result would be no integer.</summary>
    internal static void Pow<T>(T x, Scalar y)
        where T : ITensor<T>
    {
        if (!Given(x).DType.IsFloatingPoint && y.Kind != DTypeCategory.Floating && y.ToInt64() < 0)
            throw Error.NegativeIntegerPower();
    }

    /// <summary>A number cast to the enumeration may be none of its members.</summary>
    internal static void RoundingMode(RoundingMode mode)
    {
        if (!Enum.IsDefined(mode))
            throw Error.NoRoundingMode(mode);
    }

    internal static void Lerp<T>(T x, T end, T? weight)
        where T : class, ITensor<T>
    {
        if (Given(end).DType != Given(x).DType)
            throw Error.LerpDTypes(x.DType, "end", end.DType);
        if (weight is not null && weight.DType != x.DType)
            throw Error.LerpDTypes(x.DType, "weight", weight.DType);
        IsFloating(weight is null ? "lerp_kernel_scalar" : "lerp_kernel_tensor", x.DType);
    }

    internal static void Addcdiv<T>(T tensor1, T tensor2)
        where T : ITensor<T>
    {
        if (!Given(tensor1).DType.IsFloatingPoint && !Given(tensor2).DType.IsFloatingPoint)
            throw Error.IntegerAddcdiv();
    }
}
