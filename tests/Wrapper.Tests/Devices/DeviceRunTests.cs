namespace TwinGrad.Tests;

/// <summary>The runs on a GPU can be tried without one: on the CPU, with planted faults, and on a device that is not there.</summary>
[TestClass]
[DoNotParallelize]
public sealed class DeviceRunTests
{
    private static readonly Dictionary<string, string> NoExceptions = [];

    public static IEnumerable<object[]> Classes => DeviceRun.Classes(typeof(DeviceRunTests).Assembly).Select(tests => new object[] { tests });

    [TestMethod]
    [DataRow(typeof(ReductionTests))]
    [DataRow(typeof(MatMulTests))]
    [DataRow(typeof(GradModeTests))]
    public void On_the_cpu_all_passes_that_passes(Type tests)
    {
        var run = new DeviceRun(Device.Cpu, NoExceptions);

        Assert.IsEmpty(run.Failures(tests));
        Assert.IsGreaterThanOrEqualTo(tests.GetMethods().Count(method => method.IsDefined(typeof(TestMethodAttribute), inherit: true)), run.Count);
    }

    [TestMethod]
    public void What_fails_is_told()
    {
        var run = new DeviceRun(Device.Cpu, NoExceptions);
        var failures = run.Failures(typeof(Planted));

        CollectionAssert.AreEqual(
            new[] { "Fails_by_an_assertion", "Fails_for_one_row(2)", "Fails_in_its_task", "Leaves_recording_off", "Throws" },
            failures.Select(failure => failure.Split(':')[0].Replace("()", "", StringComparison.Ordinal)).ToArray());
        Assert.AreEqual(8, run.Count);
        Assert.Contains("IsTrue", failures[0]);
        Assert.AreEqual("Throws(): UserException: thrown", failures[^1]);
        Assert.AreEqual(Device.Cpu, Torch.DefaultDevice);
    }

    [TestMethod]
    public void What_is_excepted_is_not_run()
    {
        var run = new DeviceRun(Device.Cpu, new Dictionary<string, string> { ["Planted.Throws"] = "planted", ["Planted.Passes"] = "planted" });

        Assert.HasCount(4, run.Failures(typeof(Planted)));
        Assert.AreEqual(6, run.Count);
    }

    /// <summary>A test that passes on a device that is not there makes no tensor on it: on a GPU it would say nothing about the GPU.</summary>
    [TestMethod]
    [DynamicData(nameof(Classes))]
    public void Tests_make_their_tensors_on_the_default_device(Type tests)
    {
        var run = new DeviceRun(Device.Cuda(99), NoExceptions);
        var failures = run.Failures(tests);

        Console.WriteLine($"{tests.Name}: {failures.Count} of {run.Count}");
        Assert.IsGreaterThan(0, failures.Count);
    }

    [TestMethod]
    public void Every_exception_is_of_a_test_and_has_a_reason()
    {
        var tests = DeviceRun.Classes(typeof(DeviceRunTests).Assembly).SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"));
        Assert.IsEmpty(CudaExceptions.Tests.Keys.Except(tests));
        Assert.DoesNotContain(reason => string.IsNullOrWhiteSpace(reason), CudaExceptions.Tests.Values);
    }

    [TestMethod]
    public void A_gpus_text_is_compared_without_its_device()
    {
        Assert.AreEqual(
            "tensor([[1., 2.], [3., 4.]], dtype=torch.float64, grad_fn=<MulBackward0>)",
            DeviceText.Plain("tensor([[1., 2.],\n        [3., 4.]], device='cuda:0',\n       dtype=torch.float64, grad_fn=<MulBackward0>)"));
        Assert.AreEqual("tensor([[1.],\n        [2.]])", DeviceText.Plain("tensor([[1.],\n        [2.]])"));
        Assert.AreEqual("tensor([], size=(0, 3))", DeviceText.Plain("tensor([], device='cuda:1', size=(0, 3))"));
    }

#pragma warning disable MSTEST0030 // No test class: its tests are to fail.
    public sealed class Planted : EngineTests<Tensor>
    {
        [TestMethod]
        public void Fails_by_an_assertion() => Assert.IsTrue(Zeros(1).RequiresGrad);

        [TestMethod]
        [DataRow(1)]
        [DataRow(2)]
        public void Fails_for_one_row(int row) => Assert.AreEqual(1, row);

        [TestMethod]
        public async Task Fails_in_its_task()
        {
            await Task.Yield();
            Assert.Fail("late");
        }

        [TestMethod]
        public void Is_inconclusive() => Assert.Inconclusive("does not apply");

        [TestMethod]
        public void Leaves_recording_off() => Tensor.GradEnabled = false;

        [TestMethod]
        public void Passes() => Prints("tensor([0.])", Zeros(1));

        [TestMethod]
        public void Throws() => throw new UserException("thrown");
    }
#pragma warning restore MSTEST0030
}
