using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_sign(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_floor(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_ceil(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_trunc(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_round(TensorHandle x, long decimals);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_div(TensorHandle x, TensorHandle y, byte* roundingMode);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_floor_divide(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_remainder(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_remainder_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_fmod(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_fmod_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_frac(TensorHandle x);
}
