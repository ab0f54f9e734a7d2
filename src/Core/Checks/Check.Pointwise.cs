namespace TwinGrad;

internal static partial class Check
{
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
    }

    internal static void Addcdiv<T>(T tensor1, T tensor2)
        where T : ITensor<T>
    {
        if (!Given(tensor1).DType.IsFloatingPoint && !Given(tensor2).DType.IsFloatingPoint)
            throw Error.IntegerAddcdiv();
    }
}
