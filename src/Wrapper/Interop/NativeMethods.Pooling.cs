using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void THSTensor_max_pool2d_with_indices(
        TensorHandle x, delegate* unmanaged[Cdecl]<nuint, nint*> allocator,
        long* kernelSize, int kernelSizes, long* stride, int strides, long* padding, int paddings, long* dilation, int dilations,
        [MarshalAs(UnmanagedType.U1)] bool ceilMode);

    [LibraryImport(Library)]
    internal static partial void THSTensor_max_pool3d_with_indices(
        TensorHandle x, delegate* unmanaged[Cdecl]<nuint, nint*> allocator,
        long* kernelSize, int kernelSizes, long* stride, int strides, long* padding, int paddings, long* dilation, int dilations,
        [MarshalAs(UnmanagedType.U1)] bool ceilMode);
}
