using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint THSJIT_compile(string script);

    // Who makes the values, NativeFunction, holds what they are of for the length of the call.
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void THSJIT_CompilationUnit_Invoke(
        nint module, string method, ScriptInterpreter.Value* values, int length,
        delegate* unmanaged<int, nuint, ScriptInterpreter.Value*> allocator, out sbyte typeCode, int idx);
}
