using System.Text.Json.Nodes;

namespace TwinGrad.Tests;

/// <summary>Modules compute what PyTorch's compute: results, gradients, buffers, text, keys and refusals.</summary>
public abstract class RecordedModuleSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Everything_recorded_is_there_and_nothing_else()
    {
        CollectionAssert.AreEqual(ModuleRecording.Modules.ToArray(), RecordedModules<T>.Modules.Keys.ToArray());
        CollectionAssert.AreEqual(ModuleRecording.Losses.ToArray(), RecordedModules<T>.Losses.Keys.ToArray());
        CollectionAssert.AreEqual(ModuleRecording.Inits.ToArray(), RecordedModules<T>.Inits.Keys.ToArray());
        CollectionAssert.AreEqual(ModuleRecording.Starts.ToArray(), RecordedModules<T>.Starts.Keys.ToArray());
        CollectionAssert.AreEqual(ModuleRecording.Errors.ToArray(), RecordedModules<T>.Errors.Keys.ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(ModuleRecording.Modules), typeof(ModuleRecording))]
    public void A_module_is_PyTorchs(string name)
    {
        var golden = ModuleRecording.Case("modules", name);
        var module = RecordedModules<T>.Modules[name]().To(DType.Float64);
        Assert.AreEqual((string)golden["repr"]!, module.ToString());
        CollectionAssert.AreEqual(golden["keys"]!.Strings(), module.StateDict().Keys.ToArray());
        using (new GradMode<T>(enabled: false))
        {
            foreach (var parameter in module.Parameters())
                parameter.Copy_(Formula(parameter.Shape, 29, 32));
        }
        var before = module.StateDict().ToDictionary(value => value.Key, value => value.Value.ToArray<double>());
        var shape = golden["input"]?.Integers();
        var x = shape is null ? TensorFactory<T>.Tensor<long>(ModuleRecording.Classes(8, 5), [2, 4]) : Formula(shape).RequiresGrad_();
        Runs(golden["train"]!, module, x, $"{name} in training");
        using (new GradMode<T>(enabled: false))
            module.Forward(shape is null ? (x + 2) % 5 : x * 0.5 + 0.25);
        foreach (var (key, value) in module.StateDict())
            ModuleRecording.AreClose(golden["after"]?[key]?.Numbers() ?? before[key], value.ToArray<double>(), $"{name} {key}");
        Runs(golden["eval"] ?? golden["train"]!, module.Eval(), x, $"{name} in evaluation");
    }

    [TestMethod]
    [DynamicData(nameof(ModuleRecording.Losses), typeof(ModuleRecording))]
    public void A_loss_is_PyTorchs(string name)
    {
        var golden = ModuleRecording.Case("losses", name);
        var plain = RecordedModules<T>.Losses[name](Reduction.Mean);
        Assert.AreEqual((string)golden["repr"]!, plain.ToString());
        CollectionAssert.AreEqual(golden["keys"]!.Strings(), plain.StateDict().Keys.ToArray());
        foreach (var (reduction, expected) in golden["reductions"]!.AsObject())
        {
            var (x, target) = Sample(name);
            x.RequiresGrad_();
            var loss = RecordedModules<T>.Losses[name](Enum.Parse<Reduction>(reduction, ignoreCase: true)).Forward(x, target);
            ModuleRecording.AreClose(expected!["output"]!.Numbers(), loss.ToArray<double>(), $"{name} {reduction}");
            (loss * Weights(loss)).Sum().Backward();
            ModuleRecording.AreClose(expected["gradient"]!.Numbers(), x.Grad!.ToArray<double>(), $"{name} {reduction}, gradient");
        }
    }

    /// <summary>In float32, which the reference engine does not round to, 1 - 1e-8 is 1, with what follows from that.</summary>
    [TestMethod]
    public void The_notebooks_loss_is_that_of_the_notebook()
    {
        foreach (var golden in ModuleRecording.All("clamped"))
        {
            var dtype = (string)golden["dtype"]! == "float64" ? DType.Float64 : DType.Float32;
            if (dtype == DType.Float32 && typeof(T) != typeof(Tensor))
                continue;
            var loss = new ClampedBCELoss<T>((double)golden["epsilon"]!, Reduction.None);
            foreach (var (target, expected) in golden["targets"]!.AsObject())
            {
                var x = TensorFactory<T>.Tensor([0, 1e-9, 1e-3, 0.25, 0.5, 0.9, 1 - 1e-9, 1], dtype, requiresGrad: true);
                var y = loss.Forward(x, TensorFactory<T>.Full([8], double.Parse(target, System.Globalization.CultureInfo.InvariantCulture), dtype));
                y.Sum().Backward();
                var tolerance = dtype == DType.Float64 ? 1e-13 : 1e-6;
                ModuleRecording.AreClose(expected!["output"]!.Numbers(), y.ToArray<double>(), $"{golden["epsilon"]} {target}", tolerance);
                ModuleRecording.AreClose(expected["gradient"]!.Numbers(), x.Grad!.ToArray<double>(), $"{golden["epsilon"]} {target} gradient", tolerance);
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(ModuleRecording.Errors), typeof(ModuleRecording))]
    public void A_refusal_is_in_PyTorchs_words(string name)
    {
        var golden = ModuleRecording.Case("errors", name);
        var error = Assert.Throws<Exception>(() => { RecordedModules<T>.Errors[name](); });
        Assert.IsInstanceOfType<ITorchException>(error, error.ToString());
        Assert.AreEqual((string)golden["sentence"]!, error.Message);
        Assert.AreEqual((string)golden["type"]!, ((ITorchException)error).PythonType);
    }

    [TestMethod]
    public void A_batch_that_is_refused_is_not_counted()
    {
        var norm = new BatchNorm1d<T>(3, momentum: null);
        Assert.Throws<TorchArgumentException>(() => norm.Forward(Ones(1, 3)));
        Assert.AreEqual(0, norm.NumBatchesTracked!.Item<int>());
        norm.Forward(Counting(2, 3));
        Assert.AreEqual(1, norm.NumBatchesTracked!.Item<int>());
        norm.ResetRunningStats();
        Assert.AreEqual(0, norm.NumBatchesTracked!.Item<int>());
        CollectionAssert.AreEqual(new double[] { 0, 0, 0 }, norm.RunningMean!.ToArray<double>());
        CollectionAssert.AreEqual(new double[] { 1, 1, 1 }, norm.RunningVar!.ToArray<double>());
    }

    private static void Runs(JsonNode expected, Module<T> module, T x, string what)
    {
        module.ZeroGrad();
        x.Grad = null;
        var y = module.Forward(x);
        Assert.AreEqual(Shape.Create(expected["shape"]!.Integers()), y.Shape, what);
        ModuleRecording.AreClose(expected["output"]!.Numbers(), y.ToArray<double>(), what);
        if (!y.RequiresGrad)
            return;
        (y * Weights(y)).Sum().Backward();
        if (x.DType.IsFloatingPoint)
            ModuleRecording.AreClose(expected["gradient"]!.Numbers(), x.Grad!.ToArray<double>(), $"{what}, gradient");
        var grads = expected["gradients"]?.AsObject() ?? [];
        CollectionAssert.AreEqual(grads.Select(grad => grad.Key).ToArray(), module.NamedParameters().Select(parameter => parameter.Key).ToArray());
        foreach (var (key, parameter) in module.NamedParameters())
            ModuleRecording.AreClose(grads[key]!.Numbers(), parameter.Grad!.ToArray<double>(), $"{what}, gradient of {key}");
    }

    private static (T X, T Target) Sample(string name)
    {
        var shares = TensorFactory<T>.Tensor<double>(ModuleRecording.Probabilities(12, 19), [3, 4], DType.Float64);
        return name switch
        {
            "BCELoss" or "BCELoss weight" => (TensorFactory<T>.Tensor<double>(ModuleRecording.Probabilities(12), [3, 4], DType.Float64), shares),
            "BCEWithLogitsLoss" or "BCEWithLogitsLoss weights" => (Formula([3, 4]), shares),
            "CrossEntropyLoss of maps" or "NLLLoss of maps" => (Formula([2, 3, 4]), TensorFactory<T>.Tensor<long>(ModuleRecording.Classes(8, 3), [2, 4])),
            "CrossEntropyLoss of probabilities" or "KLDivLoss" => (Formula([4, 3]), shares.View(4, 3)),
            "KLDivLoss of logarithms" => (Formula([4, 3]), Formula([4, 3], 19)),
            _ when name.StartsWith("CrossEntropyLoss", StringComparison.Ordinal) || name.StartsWith("NLLLoss", StringComparison.Ordinal)
                => (Formula([4, 3]), TensorFactory<T>.Tensor(ModuleRecording.Classes(4, 3))),
            _ => (Formula([3, 4]), Formula([3, 4], 19)),
        };
    }

    /// <summary>What a result is multiplied by before it is added up and differentiated.</summary>
    private static T Weights(T y) => Formula(y.Shape, 23, 32);

    private static T Formula(Shape shape, int factor = 37, double scale = 16)
        => TensorFactory<T>.Tensor<double>(ModuleRecording.Formula(shape.Numel, factor, scale), shape, DType.Float64);
}
