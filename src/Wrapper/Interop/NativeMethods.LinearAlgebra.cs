using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_dot(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mv(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mm(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_bmm(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_addmm(TensorHandle x, TensorHandle mat1, TensorHandle mat2, float beta, float alpha);
}
