using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_gather(TensorHandle x, long dim, TensorHandle index);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_scatter(TensorHandle x, long dim, TensorHandle index, TensorHandle source);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_scatter_add(TensorHandle x, long dim, TensorHandle index, TensorHandle source);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_index_select(TensorHandle x, long dim, TensorHandle index);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_take(TensorHandle x, TensorHandle index);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_masked_fill(TensorHandle x, TensorHandle mask, ScalarHandle value);

    [LibraryImport(Library)]
    internal static partial void THSTensor_masked_fill_(TensorHandle x, TensorHandle mask, ScalarHandle value);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_masked_select(TensorHandle x, TensorHandle mask);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_nonzero(TensorHandle x);

    // The tensors are those of a HandleArray, which holds them for the length of the call.
    [LibraryImport(Library)]
    internal static partial nint THSTensor_index(TensorHandle x, long* starts, long* ends, long* steps, nint* tensors, int count);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sort(TensorHandle x, long dim, [MarshalAs(UnmanagedType.U1)] bool descending, [MarshalAs(UnmanagedType.U1)] bool stable, nint* indices);

    [LibraryImport(Library)]
    internal static partial void THSTensor_topk(TensorHandle x, delegate* unmanaged[Cdecl]<nuint, nint*> allocator, int k, long dim, [MarshalAs(UnmanagedType.U1)] bool largest, [MarshalAs(UnmanagedType.U1)] bool sorted);
}
