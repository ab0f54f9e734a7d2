using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_hypot(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_copysign(TensorHandle x, TensorHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_deg2rad(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_rad2deg(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sgn(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_angle(TensorHandle x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_heaviside(TensorHandle x, TensorHandle values);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_signbit(TensorHandle x);
}
