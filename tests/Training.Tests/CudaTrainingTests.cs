namespace TwinGrad.Tests;

/// <summary>Modules and optimizers on a GPU: what both engines are held to.</summary>
[TestClass]
[DoNotParallelize]
public sealed class CudaTrainingTests
{
    private static readonly Dictionary<string, string> NotOnCuda = [];

    /// <summary>Classes whose tensors a default device does not move, and why.</summary>
    private static readonly Dictionary<string, string> OnTheCpu = new()
    {
        ["WrapperDatasetsTests"] = "data sets are read into the CPU's memory",
        ["WrapperFileTests"] = "files are read into the CPU's memory",
    };

    public static IEnumerable<object[]> Classes => DeviceRun.Classes(typeof(CudaTrainingTests).Assembly).Select(tests => new object[] { tests.Name });

    public static IEnumerable<object[]> MovedClasses => Classes.Where(row => !OnTheCpu.ContainsKey((string)row[0]));

    public static IEnumerable<object[]> ClassesOnCuda => CudaDevice.Rows(Classes.Select(row => (string)row[0]), "every class of training");

    [TestMethod]
    [TestCategory(CudaDevice.Category)]
    [DynamicData(nameof(ClassesOnCuda))]
    public void On_cuda(string tests)
    {
        var failures = new DeviceRun(CudaDevice.OrSkip(), NotOnCuda).Failures(Named(tests));
        Assert.IsEmpty(failures, string.Join('\n', failures));
    }

    /// <summary>A class that passes on a device that is not there would say nothing about a GPU.</summary>
    [TestMethod]
    [DynamicData(nameof(MovedClasses))]
    public void Tests_make_their_tensors_on_the_default_device(string tests)
        => Assert.IsGreaterThan(0, new DeviceRun(Device.Cuda(99), NotOnCuda).Failures(Named(tests)).Count);

    private static Type Named(string name) => DeviceRun.Classes(typeof(CudaTrainingTests).Assembly).Single(type => type.Name == name);
}
