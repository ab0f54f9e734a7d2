using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_tan(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_asin(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_acos(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_atan(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sinh(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_cosh(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_arcsinh(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_arccosh(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_arctanh(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_atan2(TensorHandle x, TensorHandle y);
}
