namespace TwinGrad.Tests;

/// <summary>The whole catalogue with libtorch on a GPU; and that run itself, tried without one.</summary>
[TestClass]
[DoNotParallelize]
public sealed class CudaParityTests
{
    /// <summary>Entries that are not compared on a GPU, each with the reason.</summary>
    private static readonly Dictionary<string, string> NotOnCuda = [];

    [TestMethod]
    [TestCategory(CudaDevice.Category)]
    public void The_catalogue_agrees_on_cuda()
    {
        var parity = new DeviceParity(CudaDevice.OrSkip(), NotOnCuda);
        var differences = parity.Differences(Catalogue.Entries.Values);
        Assert.IsEmpty(differences, $"{differences.Count} of {parity.Count} entries differ:\n{string.Join('\n', differences)}");
    }

    [TestMethod]
    public void What_agrees_on_the_cpu_agrees_so()
    {
        var parity = new DeviceParity(Device.Cpu, NotOnCuda);
        Assert.IsEmpty(parity.Differences([Catalogue.Entries["Sin"], Catalogue.Entries["MatMul"], Catalogue.Entries["Softmax"]]));
        Assert.AreEqual(3, parity.Count);
    }

    [TestMethod]
    public void A_planted_fault_is_found_and_an_exception_left_out()
    {
        var wrong = FuzzFaultTests.Planted("Sin", x => x[0].Sin() * 1.001);
        CollectionAssert.AreEqual(
            new[] { "Sin: regular: value, element 0" },
            new DeviceParity(Device.Cpu, NotOnCuda).Differences([wrong, Catalogue.Entries["Cos"]]).Select(line => line[..30]).ToArray());
        Assert.IsEmpty(new DeviceParity(Device.Cpu, new Dictionary<string, string> { ["Sin"] = "planted" }).Differences([wrong]));
    }

    /// <summary>An entry that agrees with its inputs on a device that is not there would say nothing about a GPU.</summary>
    [TestMethod]
    public void Every_entry_is_given_its_inputs_on_the_device()
    {
        var parity = new DeviceParity(Device.Cuda(99), NotOnCuda);
        var refused = parity.Differences(Catalogue.Entries.Values);

        Assert.HasCount(parity.Count, refused);
        Assert.IsGreaterThan(1000, parity.Count);
        Assert.IsTrue(refused.All(line => line.Contains("CUDA", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Every_exception_is_of_an_entry_and_has_a_reason()
    {
        Assert.IsEmpty(NotOnCuda.Keys.Except(Catalogue.Entries.Keys));
        Assert.DoesNotContain(reason => string.IsNullOrWhiteSpace(reason), NotOnCuda.Values);
    }
}
