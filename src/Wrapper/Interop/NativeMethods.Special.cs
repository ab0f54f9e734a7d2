using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_sinc(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_logit(TensorHandle x, double* eps);

    [LibraryImport(Library)]
    internal static partial nint THSSpecial_gammaln(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_digamma(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_polygamma(TensorHandle x, long n);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mvlgamma(TensorHandle x, long p);

    [LibraryImport(Library)]
    internal static partial nint THSSpecial_zeta(TensorHandle x, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_erfinv(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSSpecial_ndtri(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSSpecial_entr(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_i0(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSSpecial_i0e(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSSpecial_i1(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSSpecial_i1e(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSSpecial_xlog1py(TensorHandle x, TensorHandle y);
}
