using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_flip(TensorHandle x, long* dims, int count);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_roll(TensorHandle x, long* shifts, int shiftCount, long* dims, int dimCount);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_repeat(TensorHandle x, long* repeats, int count);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_unfold(TensorHandle x, long dim, long size, long step);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_tril(TensorHandle x, long diagonal, [MarshalAs(UnmanagedType.U1)] bool inPlace);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_triu(TensorHandle x, long diagonal, [MarshalAs(UnmanagedType.U1)] bool inPlace);
}
