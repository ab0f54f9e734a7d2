using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_gelu(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_silu(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_log_sigmoid(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_softplus(TensorHandle x, ScalarHandle beta, ScalarHandle threshold);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_leaky_relu(TensorHandle x, ScalarHandle negativeSlope);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_elu(TensorHandle x, ScalarHandle alpha, ScalarHandle scale, ScalarHandle inputScale);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_celu(TensorHandle x, ScalarHandle alpha);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_selu(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_hardtanh(TensorHandle x, ScalarHandle min, ScalarHandle max);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_hardsigmoid(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_hardswish(TensorHandle x);

    // The dtype is one that x is converted to before: its own.
    [LibraryImport(Library)]
    internal static partial nint THSSpecial_softmax(TensorHandle x, long dim, sbyte dtype);

    [LibraryImport(Library)]
    internal static partial nint THSSpecial_log_softmax(TensorHandle x, long dim, sbyte dtype);
}
