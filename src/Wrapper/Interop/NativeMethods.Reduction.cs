using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_sum(TensorHandle x, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sum_along_dimensions(TensorHandle x, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepDim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mean(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mean_along_dimensions(TensorHandle x, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepDim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);
}
