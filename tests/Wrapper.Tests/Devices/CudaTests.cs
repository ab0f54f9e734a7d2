namespace TwinGrad.Tests;

/// <summary>What <see cref="Torch.Cuda"/> says of GPUs, and what tensors do on one.</summary>
[TestClass]
public sealed class CudaTests
{
    /// <summary>One test, and so one line of the skipped: each part is named where it fails.</summary>
    [TestMethod]
    [TestCategory(CudaDevice.Category)]
    public void On_a_gpu()
    {
        CudaDevice.GpuOrSkip();

        Facts();
        Moves();
        MixedDevices();
        Seeds();
    }

    [TestMethod]
    public void Without_a_gpu_all_is_refused_with_the_cure()
    {
        if (Torch.Cuda.IsAvailable)
            Assert.Inconclusive("there is a CUDA device");

        var sentence = Torch.Cuda.IsBuilt
            ? "No CUDA GPUs are available: device cuda needs an NVIDIA GPU and its driver"
            : "Torch not compiled with CUDA enabled: device cuda needs a build with LibTorch=cuda-12.8, cuda-12.1, or external and a libtorch with CUDA";
        Refuses(sentence, () => Torch.Zeros([2], device: Device.Cuda()));
        Refuses(sentence, () => Torch.Tensor([1.0], device: Device.Cuda()));
        Refuses(sentence, () => Torch.Zeros(2).Cuda());
        Refuses(sentence, () => Torch.Cuda.DeviceName());
        Refuses(sentence, () => Torch.Cuda.DeviceName(Device.Auto));
        Refuses(sentence, () => Torch.Cuda.Capability());
        Refuses(sentence, () => Torch.Cuda.MemoryInfo());
        Refuses(sentence, () => Torch.Cuda.MemoryAllocated());
        Refuses(sentence, () => Torch.Cuda.MemoryReserved());
        Refuses(sentence, () => Torch.Cuda.MaxMemoryAllocated());
        Refuses(sentence, Torch.Cuda.EmptyCache);
        Refuses(sentence, () => Torch.Cuda.Synchronize());
        Refuses(sentence.Replace("device cuda", "device cuda:3", StringComparison.Ordinal), () => Torch.Cuda.Synchronize(Device.Cuda(3)));
        Assert.AreEqual(0, Torch.Cuda.DeviceCount);
        Assert.AreEqual(Device.Cpu, Torch.Zeros([2], device: Device.Auto).Device);
    }

    [TestMethod]
    public void The_cpu_is_no_gpu()
    {
        Refuses("Expected a cuda device, but got: cpu", () => Torch.Cuda.DeviceName(Device.Cpu));
        Refuses("Expected a cuda device, but got: cpu", () => Torch.Cuda.Synchronize(Device.Cpu));
    }

    [TestMethod]
    public void Seeds_for_gpus_that_are_not_there_do_nothing()
    {
        Torch.ManualSeed(5);
        var expected = Torch.Rand(3).ToArray<float>();
        Torch.ManualSeed(5);
        Torch.Cuda.ManualSeed(1);
        Torch.Cuda.ManualSeedAll(2);
        CollectionAssert.AreEqual(expected, Torch.Rand(3).ToArray<float>());
    }

    /// <summary>libtorch's own check, beneath ours.</summary>
    [TestMethod]
    public void A_native_refusal_is_caught()
    {
        if (Torch.Cuda.IsAvailable)
            Assert.Inconclusive("there is a CUDA device");
        NativeMethods.THSTorchCuda_synchronize(0);
        Assert.Contains("No CUDA GPUs are available", NativeError.Take()!.Message);
    }

    [TestMethod]
    [DoNotParallelize]
    public void Tf32_is_allowed_or_not()
    {
        Assert.IsTrue(Torch.Backends.Cudnn.AllowTf32);
        Assert.IsFalse(Torch.Backends.Cuda.Matmul.AllowTf32);
        try
        {
            Torch.Backends.Cudnn.AllowTf32 = false;
            Torch.Backends.Cuda.Matmul.AllowTf32 = true;
            Assert.IsFalse(Torch.Backends.Cudnn.AllowTf32);
            Assert.IsTrue(Torch.Backends.Cuda.Matmul.AllowTf32);
        }
        finally
        {
            Torch.Backends.Cudnn.AllowTf32 = true;
            Torch.Backends.Cuda.Matmul.AllowTf32 = false;
        }
    }

    private static void Facts()
    {
        for (var index = 0; index < Torch.Cuda.DeviceCount; index++)
        {
            Assert.IsFalse(string.IsNullOrWhiteSpace(Torch.Cuda.DeviceName(Device.Cuda(index))));
            Assert.IsGreaterThan(0, Torch.Cuda.Capability(Device.Cuda(index)).Major);
            var (free, total) = Torch.Cuda.MemoryInfo(Device.Cuda(index));
            Assert.IsTrue(free > 0 && free <= total, $"{free} of {total}");
        }
        Torch.Cuda.Synchronize();
        Assert.ThrowsExactly<TorchNotImplementedException>(() => Torch.Cuda.MemoryAllocated());
        Assert.ThrowsExactly<TorchNotImplementedException>(Torch.Cuda.EmptyCache);
    }

    private static void Moves()
    {
        var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        var y = x.Cuda();
        Assert.AreEqual(Device.Cuda(0), y.Device);
        Assert.AreEqual("tensor([1., 2.], device='cuda:0', grad_fn=<ToCopyBackward0>)", y.ToString());
        Assert.AreSame(y, y.Cuda());
        Assert.AreSame(y, y.Cuda(0));
        Assert.AreEqual(Device.Cuda(0), Torch.Zeros([1], device: Device.Auto).Device);
        y.Pow(2).Sum().Cpu().Backward();
        Assert.AreEqual("tensor([2., 4.])", x.Grad!.ToString());
    }

    private static void MixedDevices()
    {
        var (onGpu, onCpu) = (Torch.Ones([2], device: Device.Cuda(0)), Torch.Ones(2));
        var exception = Assert.Throws<TorchException>(() => onGpu + onCpu);
        Assert.Contains("Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!", exception.Message);
        // A 0-dim tensor of the CPU is a number to a GPU.
        Assert.AreEqual(Device.Cuda(0), (onGpu + Torch.Tensor(1.0)).Device);
    }

    private static void Seeds()
    {
        float[] Drawn()
        {
            Torch.Cuda.ManualSeed(3);
            return Torch.Rand([5], device: Device.Cuda(0)).ToArray<float>();
        }
        CollectionAssert.AreEqual(Drawn(), Drawn());
    }

    private static void Refuses(string sentence, Action call)
    {
        var exception = Assert.Throws<Exception>(call);
        Assert.IsInstanceOfType<ITorchException>(exception, exception.ToString());
        Assert.AreEqual(sentence, exception.Message);
    }

    private static void Refuses(string sentence, Func<object?> call) => Refuses(sentence, () => { call(); });
}
