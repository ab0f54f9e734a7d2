namespace TwinGrad.Tests;

/// <summary>Parameters start as PyTorch's do after the same seed.</summary>
/// <remarks>
/// Uniform draws are the same to the bit. Normal ones go through logarithms and cosines, and others through erfinv or QR, which libtorch
/// computes in ways of its own from version to version and processor to processor: their last bits differ.
/// </remarks>
public abstract class InitSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    [DynamicData(nameof(ModuleRecording.Inits), typeof(ModuleRecording))]
    public void A_way_to_start_is_PyTorchs(string name)
    {
        foreach (var run in ModuleRecording.Case("inits", name)["runs"]!.AsArray())
        {
            var dtype = (string)run!["dtype"]! == "float64" ? DType.Float64 : DType.Float32;
            var x = TensorFactory<T>.Full(run["shape"]!.Integers(), 7, dtype);
            TensorFactory<T>.ManualSeed(5);
            Assert.AreSame(x, RecordedModules<T>.Inits[name](x));
            ModuleRecording.AreClose(run["values"]!.Numbers(), x.ToArray<double>(), $"{name} {dtype} {x.Shape}", Tolerance(name, dtype));
        }
    }

    [TestMethod]
    [DynamicData(nameof(ModuleRecording.Starts), typeof(ModuleRecording))]
    public void A_module_starts_as_PyTorchs(string name)
    {
        TensorFactory<T>.ManualSeed(9);
        var module = RecordedModules<T>.Starts[name]();
        var golden = ModuleRecording.Case("starts", name)["state"]!.AsObject();
        CollectionAssert.AreEqual(golden.Select(state => state.Key).ToArray(), module.StateDict().Keys.ToArray());
        foreach (var (key, value) in module.StateDict())
            ModuleRecording.AreClose(golden[key]!.Numbers(), value.ToArray<double>(), $"{name} {key}", Tolerance(name, value.DType));
    }

    [TestMethod]
    [DynamicData(nameof(ModuleRecording.Gains), typeof(ModuleRecording))]
    public void A_gain_is_PyTorchs(string name)
    {
        var slope = name.Split(' ') is [_, var number] ? double.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : (double?)null;
        Assert.AreEqual(
            (double)ModuleRecording.Case("gains", name)["gain"]!, Init.CalculateGain(Enum.Parse<Nonlinearity>(name.Split(' ')[0]), slope));
    }

    private static double Tolerance(string name, DType dtype)
    {
        string[] inexact = ["normal_", "xavier_normal_", "kaiming_normal_", "trunc_normal_", "orthogonal_", "Embedding", "Embedding, 16 and more"];
        return !inexact.Contains(name) ? 0 : dtype == DType.Float64 ? 1e-14 : 2e-6;
    }
}
