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

    internal static TorchArgumentException IndexOfAuto(int index)
        => new($"device auto is one that is there, whichever: it has no index, but got {index}. Use cuda:{index} or cpu");

    internal static TorchException NoCudaDevice(Device device, bool isCompiled) => new(isCompiled
        ? $"No CUDA GPUs are available: device {device} needs an NVIDIA GPU and its driver"
        : $"Torch not compiled with CUDA enabled: device {device} needs a build with LibTorch=cuda-12.8, cuda-12.1, or external and a libtorch with CUDA");

    internal static TorchArgumentException NoCudaDeviceGiven(Device device) => new($"Expected a cuda device, but got: {device}");

    internal static TorchNotImplementedException NoCudaMemoryFigures(string function, string torchSharp)
        => new($"{function} is not to be had from libtorch through TorchSharp {torchSharp}: Torch.Cuda.MemoryInfo() says how much memory of the GPU is free");

    internal static TorchNotImplementedException NoCudaDriver(string what)
        => new($"the GPU's own library can't be asked: {what}. Install NVIDIA's driver, and have the system's loader find its library");

    internal static TorchException CudaDriver(string function, string name, int code)
        => new($"CUDA driver error: {name} ({code}) from {function}");

    internal static TorchException InvalidCudaDevice(Device device, int count)
        => new($"CUDA error: invalid device ordinal: there is no {device}, only {count} device{(count == 1 ? "" : "s")} from cuda:0 on");

    internal static TorchException NumThreads(int value)
        => new($"set_num_threads expects a positive integer, but got {value}");

    internal static TorchException TooManyThreads(int value, int most)
        => new($"set_num_threads expects at most {most} threads on this machine, but got {value}");
}
