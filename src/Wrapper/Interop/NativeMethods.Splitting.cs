using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    // What these give goes into the memory that the allocator returns: see ResultArray.
    [LibraryImport(Library)]
    internal static partial void THSTensor_split_with_size(TensorHandle x, delegate* unmanaged[Cdecl]<nuint, nint*> allocator, long size, long dim);

    [LibraryImport(Library)]
    internal static partial void THSTensor_split_with_sizes(TensorHandle x, delegate* unmanaged[Cdecl]<nuint, nint*> allocator, long* sizes, int count, long dim);

    [LibraryImport(Library)]
    internal static partial void THSTensor_unbind(TensorHandle x, delegate* unmanaged[Cdecl]<nuint, nint*> allocator, long dim);
}
