using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_eq(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_eq_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_ne(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_ne_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_lt(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_lt_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_le(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_le_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_gt(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_gt_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_ge(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_ge_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_isnan(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_isinf(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_isfinite(TensorHandle x);
}
