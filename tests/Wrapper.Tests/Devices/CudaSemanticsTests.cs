namespace TwinGrad.Tests;

/// <summary>What both engines are held to holds for libtorch on a GPU too.</summary>
[TestClass]
[DoNotParallelize]
public sealed class CudaSemanticsTests
{
    public static IEnumerable<object[]> Classes => CudaDevice.Rows(All.Select(tests => tests.Name), "every class of semantics");

    private static IReadOnlyList<Type> All => DeviceRun.Classes(typeof(CudaSemanticsTests).Assembly);

    [TestMethod]
    [TestCategory(CudaDevice.Category)]
    [DynamicData(nameof(Classes))]
    public void On_cuda(string tests)
    {
        var failures = new DeviceRun(CudaDevice.OrSkip(), CudaExceptions.Tests).Failures(All.Single(type => type.Name == tests));
        Assert.IsEmpty(failures, string.Join('\n', failures));
    }
}
