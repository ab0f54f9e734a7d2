using System.Runtime.InteropServices;
using System.Text;

namespace TwinGrad;

/// <summary>What NVIDIA's driver knows of its GPUs. LibTorchSharp passes nothing of that on.</summary>
/// <remarks>
/// The driver's C interface is versioned by the functions' names and kept; the library is part of the driver, so it is there wherever a GPU
/// can be used, under one name, and it numbers the GPUs as libtorch does. It throws no exceptions: every function gives a code, 0 for success.
/// </remarks>
/// <param name="export">The address of a function of the driver; 0 where it has none.</param>
internal sealed unsafe class CudaDriver(Func<string, nint> export)
{
    private const int MajorAttribute = 75, MinorAttribute = 76, LongestName = 256;

    private static readonly string LibraryName = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    /// <summary>The driver of this machine.</summary>
    /// <exception cref="TorchNotImplementedException">There is none.</exception>
    internal static CudaDriver Load()
        => NativeLibrary.TryLoad(LibraryName, typeof(CudaDriver).Assembly, DllImportSearchPath.System32, out var library)
            ? new(name => NativeLibrary.TryGetExport(library, name, out var address) ? address : 0)
            : throw Error.NoCudaDriver($"{LibraryName} was not found");

    /// <summary>A GPU's name.</summary>
    internal string Name(int number)
    {
        var device = Device(number);
        var name = stackalloc byte[LongestName];
        Check("cuDeviceGetName", ((delegate* unmanaged<byte*, int, int, int>)Function("cuDeviceGetName"))(name, LongestName, device));
        return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
    }

    /// <summary>A GPU's compute capability.</summary>
    internal (int Major, int Minor) Capability(int number)
    {
        var device = Device(number);
        return (Attribute(MajorAttribute, device), Attribute(MinorAttribute, device));
    }

    /// <summary>A GPU's memory in bytes.</summary>
    internal (long Free, long Total) Memory(int number)
    {
        var device = Device(number);
        // The context that libtorch computes in too: one a GPU and program.
        nint context, popped;
        Check("cuDevicePrimaryCtxRetain", ((delegate* unmanaged<nint*, int, int>)Function("cuDevicePrimaryCtxRetain"))(&context, device));
        try
        {
            Check("cuCtxPushCurrent", ((delegate* unmanaged<nint, int>)Function("cuCtxPushCurrent_v2"))(context));
            try
            {
                nuint free, total;
                Check("cuMemGetInfo", ((delegate* unmanaged<nuint*, nuint*, int>)Function("cuMemGetInfo_v2"))(&free, &total));
                return ((long)free, (long)total);
            }
            finally
            {
                Check("cuCtxPopCurrent", ((delegate* unmanaged<nint*, int>)Function("cuCtxPopCurrent_v2"))(&popped));
            }
        }
        finally
        {
            Check("cuDevicePrimaryCtxRelease", ((delegate* unmanaged<int, int>)Function("cuDevicePrimaryCtxRelease_v2"))(device));
        }
    }

    private int Attribute(int attribute, int device)
    {
        int value;
        Check("cuDeviceGetAttribute", ((delegate* unmanaged<int*, int, int, int>)Function("cuDeviceGetAttribute"))(&value, attribute, device));
        return value;
    }

    /// <summary>The driver's handle of a GPU.</summary>
    private int Device(int number)
    {
        Check("cuInit", ((delegate* unmanaged<uint, int>)Function("cuInit"))(0));
        int device;
        Check("cuDeviceGet", ((delegate* unmanaged<int*, int, int>)Function("cuDeviceGet"))(&device, number));
        return device;
    }

    private nint Function(string name)
        => export(name) is not 0 and var address ? address : throw Error.NoCudaDriver($"{LibraryName} has no {name}");

    private void Check(string function, int code)
    {
        if (code == 0)
            return;
        byte* name = null;
        if (export("cuGetErrorName") is not 0 and var naming)
            _ = ((delegate* unmanaged<int, byte**, int>)naming)(code, &name);
        var said = name is null ? "an error without a name" : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        throw Error.CudaDriver(function, said, code);
    }
}
