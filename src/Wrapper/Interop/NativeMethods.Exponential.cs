using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_rsqrt(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_exp2(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_expm1(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_log1p(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_log2(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_log10(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_erf(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_erfc(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_logaddexp(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_xlogy(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_xlogy_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_logaddexp2(TensorHandle x, TensorHandle y);
}
