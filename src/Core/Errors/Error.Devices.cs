namespace TwinGrad;

internal static partial class Error
{
    internal static TorchNotImplementedException NoStridedMemory(string reason)
        => new($"only dense tensors have a place here: {reason}. Call to_dense() on it first");

    internal static TorchNotImplementedException NegativeView()
        => new("a tensor with its negative bit set has other elements than lie in its memory. Call resolve_neg() on it first");

    internal static TorchNotImplementedException NoCuda(string engine)
        => new($"{engine} computes on the CPU only: use device cpu");

    internal static TorchNotImplementedException UnknownDevice(int type)
        => new($"device type number {type} is neither cpu nor cuda");

    internal static TorchException EmptyDevice() => new("Device string must not be empty");

    internal static TorchArgumentException NegativeDeviceIndex()
        => new("Device index must not be negative");

    internal static TorchException NoCudaDevice(Device device, string libTorch) => new(libTorch == "cpu"
        ? $"Torch not compiled with CUDA enabled: device {device} needs a build with LibTorch=cuda-12.8, cuda-12.1 or external"
        : $"No CUDA GPUs are available: device {device} needs an NVIDIA GPU and its driver");

    internal static TorchException InvalidCudaDevice(Device device, int count)
        => new($"CUDA error: invalid device ordinal: there is no {device}, only {count} device{(count == 1 ? "" : "s")} from cuda:0 on");

    internal static TorchException NumThreads(int value)
        => new($"set_num_threads expects a positive integer, but got {value}");

    internal static TorchException TooManyThreads(int value, int most)
        => new($"set_num_threads expects at most {most} threads on this machine, but got {value}");
}
