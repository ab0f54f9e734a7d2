using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void THSTensor_dispose(nint tensor);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_alias(nint tensor);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_alias(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_data(TensorHandle tensor);

    // Makes a native number, to be owned by a ScalarHandle.
    [LibraryImport(Library)]
    internal static partial long THSTensor_is_neg(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_item(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial sbyte THSTensor_type(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial int THSTensor_device_type(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial int THSTensor_device_index(TensorHandle tensor);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSTensor_is_contiguous(TensorHandle tensor);

    // Of a tensor that this thread holds, or has just received, and nothing is done but to read a field.
    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial long THSTensor_ndimension(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial long THSTensor_size(nint tensor, long dim);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial long THSTensor_stride(nint tensor, long dim);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial long THSTensor_numel(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial sbyte THSTensor_type(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSTensor_requires_grad(nint tensor);
}
