using System.Runtime.InteropServices;

namespace TwinGrad.Tests;

/// <summary>What is asked of NVIDIA's driver, asked of one that is played: two GPUs, the second of which has no memory left for a context.</summary>
[TestClass]
[DoNotParallelize]
public sealed unsafe class CudaDriverTests
{
    private const int InvalidDevice = 101, OutOfMemory = 2, NotInitialized = 3;

    private static readonly CudaDriver Driver = new(Export);

    private static bool _initialized;
    private static int _retained;
    private static readonly Stack<nint> Contexts = [];

    [TestInitialize]
    public void Begin()
    {
        (_initialized, _retained) = (false, 0);
        Contexts.Clear();
    }

    [TestMethod]
    public void A_gpu_has_a_name_a_capability_and_memory()
    {
        Assert.AreEqual("Played GPU 0", Driver.Name(0));
        Assert.AreEqual((9, 1), Driver.Capability(1));
        Assert.AreEqual((3L << 32, 5L << 32), Driver.Memory(0));
        Assert.AreEqual(0, _retained);
        Assert.IsEmpty(Contexts);
    }

    [TestMethod]
    public void A_refusal_names_the_function_and_the_error()
    {
        var exception = Assert.ThrowsExactly<TorchException>(() => Driver.Name(2));
        Assert.AreEqual("CUDA driver error: CUDA_ERROR_INVALID_DEVICE (101) from cuDeviceGet", exception.Message);

        exception = Assert.ThrowsExactly<TorchException>(() => Driver.Memory(1));
        Assert.AreEqual("CUDA driver error: an error without a name (2) from cuMemGetInfo", exception.Message);
        Assert.AreEqual(0, _retained);
        Assert.IsEmpty(Contexts);
    }

    [TestMethod]
    public void A_function_that_the_driver_lacks_is_named()
    {
        var old = new CudaDriver(name => name == "cuDeviceGetName" ? 0 : Export(name));
        var exception = Assert.ThrowsExactly<TorchNotImplementedException>(() => old.Name(0));
        Assert.Contains("has no cuDeviceGetName", exception.Message);
    }

    [TestMethod]
    public void A_machine_without_the_driver_says_so()
    {
        if (NativeLibrary.TryLoad("libcuda.so.1", out _) || NativeLibrary.TryLoad("nvcuda.dll", out _))
            Assert.Inconclusive("NVIDIA's driver is there");
        Assert.Contains("was not found", Assert.ThrowsExactly<TorchNotImplementedException>(CudaDriver.Load).Message);
    }

    private static nint Export(string name) => name switch
    {
        "cuInit" => (nint)(delegate* unmanaged<uint, int>)&Init,
        "cuDeviceGet" => (nint)(delegate* unmanaged<int*, int, int>)&DeviceGet,
        "cuDeviceGetName" => (nint)(delegate* unmanaged<byte*, int, int, int>)&DeviceGetName,
        "cuDeviceGetAttribute" => (nint)(delegate* unmanaged<int*, int, int, int>)&DeviceGetAttribute,
        "cuDevicePrimaryCtxRetain" => (nint)(delegate* unmanaged<nint*, int, int>)&Retain,
        "cuDevicePrimaryCtxRelease_v2" => (nint)(delegate* unmanaged<int, int>)&Release,
        "cuCtxPushCurrent_v2" => (nint)(delegate* unmanaged<nint, int>)&Push,
        "cuCtxPopCurrent_v2" => (nint)(delegate* unmanaged<nint*, int>)&Pop,
        "cuMemGetInfo_v2" => (nint)(delegate* unmanaged<nuint*, nuint*, int>)&MemGetInfo,
        "cuGetErrorName" => (nint)(delegate* unmanaged<int, byte**, int>)&ErrorName,
        _ => 0,
    };

    [UnmanagedCallersOnly]
    private static int Init(uint flags)
    {
        _initialized = flags == 0;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int DeviceGet(int* device, int number)
    {
        if (!_initialized)
            return NotInitialized;
        *device = 40 + number;
        return number is 0 or 1 ? 0 : InvalidDevice;
    }

    [UnmanagedCallersOnly]
    private static int DeviceGetName(byte* name, int length, int device)
    {
        var text = "Played GPU "u8;
        text.CopyTo(new Span<byte>(name, length));
        name[text.Length] = (byte)('0' + device - 40);
        name[text.Length + 1] = 0;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int DeviceGetAttribute(int* value, int attribute, int device)
    {
        *value = attribute switch { 75 => 9, 76 => device - 40, _ => -1 };
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int Retain(nint* context, int device)
    {
        _retained++;
        *context = 1000 + device;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int Release(int device)
    {
        _retained--;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int Push(nint context)
    {
        Contexts.Push(context);
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int Pop(nint* context)
    {
        *context = Contexts.Pop();
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int MemGetInfo(nuint* free, nuint* total)
    {
        (*free, *total) = ((nuint)3 << 32, (nuint)5 << 32);
        return Contexts.Peek() == 1040 ? 0 : OutOfMemory;
    }

    [UnmanagedCallersOnly]
    private static int ErrorName(int code, byte** name)
    {
        *name = code == InvalidDevice ? (byte*)Marshal.StringToCoTaskMemUTF8("CUDA_ERROR_INVALID_DEVICE") : null;
        return code == InvalidDevice ? 0 : 1;
    }
}
