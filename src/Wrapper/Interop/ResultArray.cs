using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>Receives the tensors of a native function that gives several: it calls back for the memory to put them into.</summary>
/// <remarks>The callback only takes memory. It must not throw, as no exception may cross native frames.</remarks>
internal static unsafe class ResultArray
{
    [ThreadStatic]
    private static nint* _memory;

    [ThreadStatic]
    private static nuint _count;

    internal delegate void Call(delegate* unmanaged[Cdecl]<nuint, nint*> allocator);

    /// <summary>The native tensors that the call gives; they are this thread's alone.</summary>
    internal static nint[] Of(Call call)
    {
        try
        {
            call(&Allocate);
            NativeError.Check();
            return new ReadOnlySpan<nint>(_memory, (int)_count).ToArray();
        }
        finally
        {
            NativeMemory.Free(_memory);
            _memory = null;
            _count = 0;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint* Allocate(nuint count)
    {
        _memory = (nint*)NativeMemory.Alloc(count, (nuint)sizeof(nint));
        _count = count;
        return _memory;
    }
}
