using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_view(TensorHandle x, long* shape, int dims);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_expand(TensorHandle x, long* shape, int dims, [MarshalAs(UnmanagedType.U1)] bool isImplicit);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_permute(TensorHandle x, long* dims, int count);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_transpose(TensorHandle x, long dim0, long dim1);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_t(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_unsqueeze(TensorHandle x, long dim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_squeeze(TensorHandle x, long dim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_squeeze_no_dim(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_select(TensorHandle x, long dim, long index);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_slice(TensorHandle x, long dim, long start, long end, long step);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_diagonal(TensorHandle x, long offset, long dim1, long dim2);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_diag_embed(TensorHandle x, long offset, long dim1, long dim2);
}
