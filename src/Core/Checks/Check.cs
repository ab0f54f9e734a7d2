namespace TwinGrad;

/// <summary>Argument checks that both engines make before they compute, so that both refuse the same and in PyTorch's words.</summary>
internal static partial class Check
{
    /// <summary>The tensor, if there is one: for members that ask it for something before anything else could notice that it is null.</summary>
    internal static T Given<T>(T? x)
        where T : ITensor<T>
        => x is not null ? x : throw Error.NoTensor();

    /// <summary>A null beside an operator, which C# compiles with no more than a warning.</summary>
    internal static void Operands<T>(string symbol, T left, T right)
        where T : ITensor<T>
    {
        if (left is null || right is null)
            throw Error.OperandIsNull(symbol, left is null, right is null);
    }
}
