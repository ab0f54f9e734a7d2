using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_empty(long* shape, int dims, sbyte dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_zeros(
        long* shape, int dims, sbyte dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_full(long* shape, int dims, ScalarHandle value, sbyte dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_arange(ScalarHandle start, ScalarHandle end, ScalarHandle step, sbyte dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_linspace(double start, double end, long steps, sbyte dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_eye(long n, long m, sbyte dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_contiguous(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_clone(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_to_type(TensorHandle tensor, sbyte dtype, [MarshalAs(UnmanagedType.U1)] bool copy, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_to_device(TensorHandle tensor, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool copy, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);
}
