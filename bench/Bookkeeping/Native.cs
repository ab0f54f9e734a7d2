using System.Runtime.InteropServices;

namespace TwinGrad.Bench.Bookkeeping;

/// <summary>The functions behind <see cref="Tensor.Mul(Tensor, Tensor)"/>, declared as the wrapper declares them.</summary>
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
    private static partial nint THSTorch_float64_to_scalar(double value);

    [LibraryImport(Library)]
    private static partial void THSTorch_dispose_scalar(nint scalar);

    [LibraryImport(Library)]
    private static unsafe partial nint THSTensor_full(
        long* shape, int dims, nint value, sbyte dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mul(CountedHandle x, CountedHandle y);

    [LibraryImport(Library)]
    internal static partial nint THSTensor_mul(nint x, nint y);

    [LibraryImport(Library)]
    internal static partial void THSTensor_dispose(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSTensor_requires_grad(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSAutograd_isGradEnabled();
}
