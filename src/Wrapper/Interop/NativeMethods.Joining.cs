using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    // The arrays are those of a HandleArray, which holds its tensors for the length of the call.
    [LibraryImport(Library)]
    internal static partial nint THSTensor_cat(nint* tensors, int count, long dim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_stack(nint* tensors, int count, long dim);
}
