using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_max(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial void THSTensor_max_along_dimension(TensorHandle x, delegate* unmanaged[Cdecl]<nuint, nint*> allocator, long dim, [MarshalAs(UnmanagedType.U1)] bool keepDim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_min(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial void THSTensor_min_along_dimension(TensorHandle x, delegate* unmanaged[Cdecl]<nuint, nint*> allocator, long dim, [MarshalAs(UnmanagedType.U1)] bool keepDim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_amax(TensorHandle x, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepDim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_amin(TensorHandle x, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepDim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_argmax(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_argmax_along_dimension(TensorHandle x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepDim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_argmin(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_argmin_along_dimension(TensorHandle x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepDim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_median(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_max_elementwise(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_min_elementwise(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_fmax(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_fmin(TensorHandle x, TensorHandle y);
}
