namespace TwinGrad.Examples.Tests;

/// <summary>What <c>doctor</c> says of a GPU.</summary>
[TestClass]
public sealed class GpuTests
{
    private static readonly Gpu Known = new(Device.Cuda(1))
    {
        Name = "NVIDIA H100 80GB HBM3",
        Capability = (9, 0),
        Memory = (42L << 30, 80L << 30),
        Works = "tensor([2., 4., 6.], device='cuda:1')",
    };

    [TestMethod]
    public void Its_name_capability_and_memory_are_told()
    {
        Assert.AreEqual(
            "NVIDIA H100 80GB HBM3, compute capability 9.0, 42.0 of 80.0 GiB free\nworks: tensor([2., 4., 6.], device='cuda:1')", Known.Text);
        Assert.AreEqual(
            """{"device":"cuda:1","name":"NVIDIA H100 80GB HBM3","capability":"9.0","memory_free":45097156608,"memory_total":85899345920,"works":"tensor([2., 4., 6.], device=\u0027cuda:1\u0027)","problem":null}""",
            Known.Json.ToJsonString());
    }

    [TestMethod]
    public void What_is_not_known_says_why()
    {
        var unknown = new Gpu(Device.Cuda(0)) { Problem = "the GPU's own library can't be asked" };
        Assert.AreEqual("the GPU's own library can't be asked", unknown.Text);
        Assert.AreEqual("the GPU's own library can't be asked", unknown.Json["problem"]!.GetValue<string>());
    }

    [TestMethod]
    public void There_is_one_for_every_device() => Assert.HasCount(Torch.Cuda.DeviceCount, Gpu.All());
}
