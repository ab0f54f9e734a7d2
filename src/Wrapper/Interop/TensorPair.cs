using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>The two results of functions that ask for a place to put them into.</summary>
/// <remarks>The call asks on the thread it came from, so the thread can remember the place: the caller's stack.</remarks>
internal static unsafe class TensorPair
{
    [ThreadStatic]
    private static nint* _place;

    /// <summary>What to pass as the function that gives memory for two tensors.</summary>
    internal static delegate* unmanaged[Cdecl]<nuint, nint*> Into(nint* place)
    {
        _place = place;
        return &Place;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint* Place(nuint count) => _place;
}
