using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint THSJIT_compile(string script);

    // The values are NativeScript's, which holds their tensors for the length of the call.
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void THSJIT_CompilationUnit_Invoke(
        nint module, string method, NativeScript.Value* values, int length,
        delegate* unmanaged<int, nuint, NativeScript.Value*> allocator, out sbyte typeCode, int idx);
}
