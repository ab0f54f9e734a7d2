using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_sum(TensorHandle x, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sum_along_dimensions(TensorHandle x, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepDim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mean(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mean_along_dimensions(TensorHandle x, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepDim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_prod(TensorHandle x, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_prod_along_dimensions(TensorHandle x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepDim, [MarshalAs(UnmanagedType.U1)] bool hasType, sbyte dtype);

    // The variance alone is computed before the catch; this one computes it behind it. The mean is null after an error.
    [LibraryImport(Library)]
    internal static partial nint THSTensor_var_mean_along_dimensions(TensorHandle x, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepDim, nint* mean);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_std_along_dimensions(TensorHandle x, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepDim);

    [LibraryImport(Library)]
    internal static partial nint THSLinalg_vector_norm(TensorHandle x, ScalarHandle p, long* dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepDim);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_all(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_any(TensorHandle x);
}
