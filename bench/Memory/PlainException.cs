using System.Runtime.CompilerServices;

namespace TwinGrad.Bench.Memory;

/// <summary>What .NET itself takes for an error, thrown under as many methods as an error of this library is.</summary>
internal static class PlainException
{
    internal static void ThrowAndCatch()
    {
        try
        {
            Throw(under: 4);
        }
        catch (InvalidOperationException)
        {
            // That is all.
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Throw(int under)
        => under == 0 ? throw new InvalidOperationException("thrown to be caught") : 1 + Throw(under - 1);
}
