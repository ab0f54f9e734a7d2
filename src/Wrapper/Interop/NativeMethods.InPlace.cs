using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void THSInit_zeros_(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial void THSTensor_add_(TensorHandle x, TensorHandle y, ScalarHandle alpha);

    [LibraryImport(Library)]
    internal static partial void THSTensor_sub_(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial void THSTensor_mul_(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial void THSTensor_div_(TensorHandle x, TensorHandle y, nint noRounding);

    [LibraryImport(Library)]
    internal static partial void THSTensor_add_scalar_(TensorHandle x, ScalarHandle y, ScalarHandle alpha);

    [LibraryImport(Library)]
    internal static partial void THSTensor_sub_scalar_(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial void THSTensor_mul_scalar_(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial void THSTensor_div_scalar_(TensorHandle x, ScalarHandle y, nint noRounding);

    [LibraryImport(Library)]
    internal static partial void THSTensor_lerp_(TensorHandle x, TensorHandle end, TensorHandle weight);

    [LibraryImport(Library)]
    internal static partial void THSTensor_addcmul_(TensorHandle x, TensorHandle tensor1, TensorHandle tensor2, ScalarHandle value);

    [LibraryImport(Library)]
    internal static partial void THSTensor_addcdiv_(TensorHandle x, TensorHandle tensor1, TensorHandle tensor2, ScalarHandle value);

    [LibraryImport(Library)]
    internal static partial void THSTensor_fill_(TensorHandle x, ScalarHandle value);

    [LibraryImport(Library)]
    internal static partial void THSTensor_copy_(TensorHandle x, TensorHandle y, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library)]
    internal static partial void THSTensor_squeeze_(TensorHandle x, long dim);

    [LibraryImport(Library)]
    internal static partial void THSTensor_transpose_(TensorHandle x, long dim0, long dim1);
}
