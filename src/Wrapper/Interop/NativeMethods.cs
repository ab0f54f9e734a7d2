using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>The one gate to native code: the functions that LibTorchSharp exports, declared for calls that cannot free what they use.</summary>
/// <remarks>
/// Every tensor and number goes in as a <see cref="SafeHandle"/>. The marshaller holds a reference for as long as the call lasts, so
/// neither the garbage collector nor another thread's Dispose can free memory under native code. A bare pointer goes in only where this
/// thread has just received it and nobody else can know it. Only functions that catch C++ exceptions are declared, or such as throw none.
/// A test compares each declaration with TorchSharp's own, so that an upgrade that changes a signature is seen.
/// </remarks>
internal static unsafe partial class NativeMethods
{
    private const string Library = "LibTorchSharp";

    static NativeMethods() => LibTorchLoader.Register();

    [LibraryImport(Library)]
    internal static partial nint THSTorch_get_and_reset_last_err();

    [LibraryImport(Library)]
    internal static partial int THSTorch_get_num_threads();

    [LibraryImport(Library)]
    internal static partial void THSTorch_set_num_threads(int threads);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSTorchCuda_is_available();

    [LibraryImport(Library)]
    internal static partial int THSTorchCuda_device_count();

    [LibraryImport(Library)]
    internal static partial void THSTorchCuda_synchronize(long device);

    [LibraryImport(Library)]
    internal static partial void THSCuda_manual_seed(long seed);

    [LibraryImport(Library)]
    internal static partial void THSCuda_manual_seed_all(long seed);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSBackend_cudnn_get_allow_tf32();

    [LibraryImport(Library)]
    internal static partial void THSBackend_cudnn_set_allow_tf32([MarshalAs(UnmanagedType.U1)] bool allow);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool THSBackend_cublas_get_allow_tf32();

    [LibraryImport(Library)]
    internal static partial void THSBackend_cublas_set_allow_tf32([MarshalAs(UnmanagedType.U1)] bool allow);

    [LibraryImport(Library)]
    internal static partial nint THSTorch_bool_to_scalar([MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    internal static partial nint THSTorch_int64_to_scalar(long value);

    [LibraryImport(Library)]
    internal static partial nint THSTorch_float64_to_scalar(double value);

    [LibraryImport(Library)]
    internal static partial void THSTorch_dispose_scalar(nint scalar);
}
