using System.Runtime.InteropServices;

namespace TwinGrad.Bench;

/// <summary>Functions of TorchSharp's native library, called with bare pointers: what there is without a binding.</summary>
internal static partial class Native
{
    private const string Library = "LibTorchSharp";

    static Native()
    {
        var loaded = NativeLibrary.Load(Torch.LibTorch.LoadedFiles[^1]);
        NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, (name, _, _) => name == Library ? loaded : 0);
    }

    /// <summary>A native tensor that belongs to nobody yet.</summary>
    internal static unsafe nint NewOnes(long[] shape, bool requiresGrad)
    {
        var one = THSTorch_float64_to_scalar(1);
        fixed (long* lengths = shape)
        {
            var ones = THSTensor_full(
                lengths, shape.Length, one, DType.Float32.Code, (int)DeviceType.Cpu, deviceIndex: -1, requiresGrad);
            THSTorch_dispose_scalar(one);
            return Required(ones);
        }
    }

    internal static nint Required(nint result) => result != 0 ? result : throw new InvalidOperationException("libtorch returned no tensor");

    [LibraryImport(Library)]
    internal static partial nint THSTorch_float64_to_scalar(double value);

    [LibraryImport(Library)]
    private static partial void THSTorch_dispose_scalar(nint scalar);

    [LibraryImport(Library)]
    private static unsafe partial nint THSTensor_full(
        long* shape, int dims, nint value, sbyte dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mul(nint x, nint y);

    [LibraryImport(Library)]
    internal static partial void THSTensor_dispose(nint tensor);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_add(nint x, nint y, nint alpha);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sub(nint x, nint y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_neg(nint x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_log(nint x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_sigmoid(nint x);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_clamp(nint x, nint min, nint max);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_grad(nint x);

    [LibraryImport(Library)]
    internal static partial void THSInit_zeros_(nint x);

    [LibraryImport(Library)]
    internal static unsafe partial void THSAutograd_backward(
        nint* tensors, long tensorCount, nint* gradients, long gradientCount,
        [MarshalAs(UnmanagedType.U1)] bool retainGraph, [MarshalAs(UnmanagedType.U1)] bool createGraph, nint* inputs, long inputCount);
}
