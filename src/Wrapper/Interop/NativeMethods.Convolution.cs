using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSTensor_conv1d(
        TensorHandle x, TensorHandle weight, TensorHandle bias,
        long* stride, int strides, long* padding, int paddings, long* dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_conv1d(
        TensorHandle x, TensorHandle weight, nint noBias,
        long* stride, int strides, long* padding, int paddings, long* dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_conv2d(
        TensorHandle x, TensorHandle weight, TensorHandle bias,
        long* stride, int strides, long* padding, int paddings, long* dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_conv2d(
        TensorHandle x, TensorHandle weight, nint noBias,
        long* stride, int strides, long* padding, int paddings, long* dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_conv3d(
        TensorHandle x, TensorHandle weight, TensorHandle bias,
        long* stride, int strides, long* padding, int paddings, long* dilation, int dilations, long groups);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_conv3d(
        TensorHandle x, TensorHandle weight, nint noBias,
        long* stride, int strides, long* padding, int paddings, long* dilation, int dilations, long groups);
}
