using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_cumsum(TensorHandle x, long dim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_cumprod(TensorHandle x, long dim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);
}
