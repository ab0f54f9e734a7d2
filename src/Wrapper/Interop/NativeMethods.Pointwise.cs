using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_add(TensorHandle x, TensorHandle y, ScalarHandle alpha);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sub(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mul(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_pow(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_div(TensorHandle x, TensorHandle y, nint noRounding);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_add_scalar(TensorHandle x, ScalarHandle y, ScalarHandle alpha);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sub_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mul_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_pow_scalar(TensorHandle x, ScalarHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_div_scalar(TensorHandle x, ScalarHandle y, nint noRounding);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_neg(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_abs(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_reciprocal(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_exp(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_log(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sin(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_cos(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_tanh(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sqrt(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sigmoid(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_relu(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_clamp(TensorHandle x, ScalarHandle min, ScalarHandle max);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_clamp_min(TensorHandle x, ScalarHandle min);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_clamp_max(TensorHandle x, ScalarHandle max);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_clamp_tensor(TensorHandle x, TensorHandle min, TensorHandle max);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_clamp_tensor(TensorHandle x, TensorHandle min, nint noMax);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_clamp_tensor(TensorHandle x, nint noMin, TensorHandle max);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_lerp(TensorHandle x, TensorHandle end, TensorHandle weight);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_addcmul(TensorHandle x, TensorHandle tensor1, TensorHandle tensor2, ScalarHandle value);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_addcdiv(TensorHandle x, TensorHandle tensor1, TensorHandle tensor2, ScalarHandle value);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_nan_to_num(TensorHandle x, double* nan, double* posinf, double* neginf);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_where(TensorHandle condition, TensorHandle x, TensorHandle y);
}
