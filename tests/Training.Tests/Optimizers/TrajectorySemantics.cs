using System.Text.Json;

namespace TwinGrad.Tests;

/// <summary>A hundred steps lead where PyTorch's led.</summary>
public abstract class TrajectorySemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    // None where the tests are run on a device, outside of the test framework.
    public TestContext? TestContext { get; set; }

    [TestMethod]
    public void Steps_in_float64_are_PyTorchs() => Follow(Lines("steps", "float64"), DType.Float64, 1e-10);

    [TestMethod]
    public void Steps_in_float32_are_PyTorchs() => Follow(Lines("steps", "float32"), DType.Float32, 5e-6);

    [TestMethod]
    public void Groups_are_stepped_by_their_own_options_as_PyTorchs() => Follow(Recording.OfKind("groups"), DType.Float64, 1e-10);

    private static IEnumerable<JsonElement> Lines(string kind, string dtype)
        => Recording.OfKind(kind).Where(line => line.GetProperty("dtype").GetString() == dtype);

    private void Follow(IEnumerable<JsonElement> lines, DType dtype, double tolerance)
    {
        var (cases, greatest) = (0, 0.0);
        foreach (var line in lines)
        {
            cases++;
            var difference = Difference(line, dtype);
            Assert.IsLessThan(tolerance, difference, $"{Recording.Label(line)}");
            greatest = Math.Max(greatest, difference);
        }
        Assert.IsGreaterThan(3, cases);
        TestContext?.WriteLine($"{typeof(T).FullName}: {cases} trajectories in {dtype}, the greatest relative difference {greatest:E2}");
    }

    /// <summary>The greatest difference of a parameter from the recorded one, relative to those of 1 and more.</summary>
    private static double Difference(JsonElement line, DType dtype)
    {
        var problem = new RecordedProblem<T>(dtype);
        var optimizer = problem.Optimizer(line);
        int[] recorded = [.. line.GetProperty("steps").Numbers().Select(step => (int)step)];
        var difference = 0.0;
        for (var step = 1; step <= recorded[^1]; step++)
        {
            problem.Step(optimizer);
            if (Array.IndexOf(recorded, step) is var place and >= 0)
            {
                foreach (var (values, expected) in problem.Values.Zip(line.GetProperty("parameters")[place].EnumerateArray()))
                    foreach (var (value, wanted) in values.Zip(expected.Numbers()))
                        difference = Worse(difference, Math.Abs(value - wanted) / Math.Max(1, Math.Abs(wanted)));
            }
        }
        return difference;
    }

    // What is no number differs from everything.
    private static double Worse(double greatest, double difference) => difference <= greatest ? greatest : difference;
}
