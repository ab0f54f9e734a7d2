using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    [SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSAutograd_isGradEnabled();

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial void THSAutograd_setGrad([MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSAutograd_isInferenceModeEnabled();

    [LibraryImport(Library)]
    internal static partial nint THSAutograd_getInferenceModeGuard([MarshalAs(UnmanagedType.U1)] bool mode);

    [LibraryImport(Library)]
    internal static partial void THSAutograd_deleteInferenceModeGuard(nint guard);

    [LibraryImport(Library)]
    internal static partial void THSTensor_set_requires_grad(TensorHandle tensor, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSTensor_is_leaf(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial void THSTensor_retain_grad(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_detach(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_grad(TensorHandle tensor);

    [LibraryImport(Library)]
    internal static partial void THSTensor_set_grad(TensorHandle tensor, TensorHandle grad);

    [LibraryImport(Library)]
    internal static partial void THSTensor_set_grad(TensorHandle tensor, nint none);

    // The arrays are those of a HandleArray, which holds its tensors for the length of the call.
    [LibraryImport(Library)]
    internal static partial void THSAutograd_backward(
        nint* tensors, long tensorCount, nint* gradients, long gradientCount,
        [MarshalAs(UnmanagedType.U1)] bool retainGraph, [MarshalAs(UnmanagedType.U1)] bool createGraph, nint* inputs, long inputCount);
}
