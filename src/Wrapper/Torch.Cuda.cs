namespace TwinGrad;

public sealed partial class Torch
{
    /// <summary>NVIDIA GPUs: <c>torch.cuda</c>. Where a device is asked for, none is the current CUDA device, and so is <c>auto</c>.</summary>
    /// <remarks>
    /// What a GPU is called and how much memory it has free is asked of NVIDIA's driver, which comes with it. See
    /// <see href="https://docs.pytorch.org/docs/stable/cuda.html"/>.
    /// </remarks>
    public static class Cuda
    {
        private static readonly Lazy<CudaDriver> Driver = new(CudaDriver.Load);

        /// <summary>Whether the loaded libtorch can compute on a GPU of this machine: <c>torch.cuda.is_available()</c>.</summary>
        public static bool IsAvailable => NativeMethods.THSTorchCuda_is_available();

        /// <summary>How many GPUs there are: <c>torch.cuda.device_count()</c>.</summary>
        public static int DeviceCount => IsAvailable ? NativeMethods.THSTorchCuda_device_count() : 0;

        /// <summary>Whether the loaded libtorch was built with CUDA, be there a GPU or not: <c>torch.backends.cuda.is_built()</c>.</summary>
        public static bool IsBuilt
            => LibTorchLoader.Info.LoadedFiles.Any(file => Path.GetFileName(file).Contains("torch_cuda", StringComparison.Ordinal));

        /// <summary>The GPU's name, such as <c>NVIDIA H100 80GB HBM3</c>: <c>torch.cuda.get_device_name()</c>.</summary>
        /// <exception cref="TorchException">There is no such device; the message says what to do.</exception>
        /// <exception cref="TorchNotImplementedException">NVIDIA's driver is not there to be asked.</exception>
        public static string DeviceName(Device? device = null) => Ask(device, static (driver, number) => driver.Name(number));

        /// <summary>The GPU's compute capability, such as 9 and 0: <c>torch.cuda.get_device_capability()</c>.</summary>
        /// <inheritdoc cref="DeviceName(Device)"/>
        public static (int Major, int Minor) Capability(Device? device = null)
            => Ask(device, static (driver, number) => driver.Capability(number));

        /// <summary>The GPU's memory in bytes, what is free of it and all of it: <c>torch.cuda.mem_get_info()</c>.</summary>
        /// <remarks>Free is what no program has taken. Memory that libtorch keeps for its next tensors is not free in this sense.</remarks>
        /// <inheritdoc cref="DeviceName(Device)"/>
        public static (long Free, long Total) MemoryInfo(Device? device = null)
            => Ask(device, static (driver, number) => driver.Memory(number));

        /// <summary>How many bytes the tensors on a GPU take: <c>torch.cuda.memory_allocated()</c>. Not to be had yet.</summary>
        /// <exception cref="TorchNotImplementedException">Always: TorchSharp passes none of the figures of libtorch's allocator on.</exception>
        public static long MemoryAllocated(Device? device = null) => throw NoFigures("torch.cuda.memory_allocated()", device);

        /// <summary>How many bytes of a GPU libtorch holds, for tensors and for later ones: <c>torch.cuda.memory_reserved()</c>. Not to be had yet.</summary>
        /// <inheritdoc cref="MemoryAllocated(Device)"/>
        public static long MemoryReserved(Device? device = null) => throw NoFigures("torch.cuda.memory_reserved()", device);

        /// <summary>The most that <see cref="MemoryAllocated"/> ever was: <c>torch.cuda.max_memory_allocated()</c>. Not to be had yet.</summary>
        /// <inheritdoc cref="MemoryAllocated(Device)"/>
        public static long MaxMemoryAllocated(Device? device = null) => throw NoFigures("torch.cuda.max_memory_allocated()", device);

        /// <summary>Gives memory that libtorch keeps for later tensors back to the GPU: <c>torch.cuda.empty_cache()</c>. Not to be had yet.</summary>
        /// <remarks>libtorch does so by itself before it says that a GPU's memory is used up.</remarks>
        /// <inheritdoc cref="MemoryAllocated(Device)"/>
        public static void EmptyCache() => throw NoFigures("torch.cuda.empty_cache()", device: null);

        /// <summary>Waits until a GPU has done all that it was told to do: <c>torch.cuda.synchronize()</c>. What is timed needs it.</summary>
        /// <exception cref="TorchException">There is no such device, or what it was told to do has failed.</exception>
        public static void Synchronize(Device? device = null)
        {
            NativeMethods.THSTorchCuda_synchronize(Number(device));
            NativeError.Check();
        }

        /// <summary>Seeds the draws on the current CUDA device: <c>torch.cuda.manual_seed(0)</c>. Where there is none, it does nothing.</summary>
        /// <remarks><see cref="TensorFactory{T}.ManualSeed"/> seeds the CPU and every GPU.</remarks>
        public static void ManualSeed(long seed)
        {
            NativeMethods.THSCuda_manual_seed(seed);
            NativeError.Check();
        }

        /// <summary>Seeds the draws on every GPU: <c>torch.cuda.manual_seed_all(0)</c>. Where there is none, it does nothing.</summary>
        public static void ManualSeedAll(long seed)
        {
            NativeMethods.THSCuda_manual_seed_all(seed);
            NativeError.Check();
        }

        /// <summary>The CUDA device that work goes to for which none is named, by its number.</summary>
        internal static Device Current
        {
            get
            {
                if (DeviceCount == 1)
                    return Device.Cuda(0);
                // libtorch says where it has made a tensor.
                using var nothing = TwinGrad.Tensor.Unscoped(() => TwinGrad.Tensor.Full([0], 0, DType.UInt8, Device.Cuda(), requiresGrad: false));
                return nothing.Device;
            }
        }

        /// <summary>A device that is there: the best one for <c>auto</c>. libtorch would find out too late to say it well.</summary>
        internal static Device Resolve(Device device)
        {
            ArgumentNullException.ThrowIfNull(device);
            switch (device.Type)
            {
                case DeviceType.Auto:
                    return IsAvailable ? Device.Cuda() : Device.Cpu;
                case DeviceType.Cuda:
                    Require(device);
                    return device;
                default:
                    return device;
            }
        }

        private static void Require(Device device)
        {
            if (!IsAvailable)
                throw Error.NoCudaDevice(device, IsBuilt);
            if (device.Index >= DeviceCount)
                throw Error.InvalidCudaDevice(device, DeviceCount);
        }

        /// <summary>Asks the driver, once it is known that the GPU is there.</summary>
        private static TAnswer Ask<TAnswer>(Device? device, Func<CudaDriver, int, TAnswer> question)
        {
            var number = Number(device);
            return question(Driver.Value, number);
        }

        /// <summary>The number of a GPU that is there.</summary>
        private static int Number(Device? device)
        {
            if (device?.Type == DeviceType.Cpu)
                throw Error.NoCudaDeviceGiven(device);
            Require(device is { Type: DeviceType.Cuda } ? device : Device.Cuda());
            return device?.Index ?? Current.Index!.Value;
        }

        private static TorchNotImplementedException NoFigures(string function, Device? device)
        {
            _ = Number(device);
            return Error.NoCudaMemoryFigures(function, BuildChoice.TorchSharpVersion);
        }
    }
}
