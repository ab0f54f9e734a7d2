namespace TwinGrad.Tests;

/// <summary>libtorch's kernels that step many parameters at once, beside the rule, which is what a step is out of operators.</summary>
/// <remarks>
/// The kernels keep the running means by other operations of the same value (b m + (1 - b) g for m + (1 - b)(g - m)), so they round otherwise:
/// over these steps by up to a unit in the last place of 1; the bound is 8.
/// </remarks>
[TestClass]
public sealed class FusedStepTests
{
    private const int Steps = 6;

    public static IEnumerable<object[]> Options =>
    [
        ["Adam", new AdamOptions { LearningRate = 0.05 }],
        ["Adam, betas", new AdamOptions { LearningRate = 0.05, Betas = (0.5, 0.75) }],
        ["Adam, eps", new AdamOptions { LearningRate = 0.05, Eps = 0.25 }],
        ["Adam, decay", new AdamOptions { LearningRate = 0.05, WeightDecay = 0.125 }],
        ["Adam, amsgrad", new AdamOptions { LearningRate = 0.05, Amsgrad = true, Betas = (0.9, 0.5) }],
        ["Adam, maximize", new AdamOptions { LearningRate = 0.05, Maximize = true }],
        ["Adam, all", new AdamOptions { LearningRate = 0.05, Betas = (0.5, 0.75), Eps = 0.25, WeightDecay = 0.125, Amsgrad = true, Maximize = true }],
        ["AdamW", new AdamWOptions { LearningRate = 0.05 }],
        ["AdamW, no decay", new AdamWOptions { LearningRate = 0.05, WeightDecay = 0 }],
        ["AdamW, all", new AdamWOptions { LearningRate = 0.05, Betas = (0.5, 0.75), Eps = 0.25, WeightDecay = 0.5, Amsgrad = true, Maximize = true }],
        ["SGD, momentum", new SgdOptions { LearningRate = 0.05, Momentum = 0.75 }],
        ["SGD, dampening", new SgdOptions { LearningRate = 0.05, Momentum = 0.75, Dampening = 0.25 }],
        ["SGD, nesterov", new SgdOptions { LearningRate = 0.05, Momentum = 0.75, Nesterov = true }],
        ["SGD, decay", new SgdOptions { LearningRate = 0.05, Momentum = 0.75, WeightDecay = 0.125 }],
        ["SGD, all", new SgdOptions { LearningRate = 0.05, Momentum = 0.75, Nesterov = true, WeightDecay = 0.125, Maximize = true }],
    ];

    [TestMethod]
    [DynamicData(nameof(Options))]
    public void A_kernel_steps_as_the_rule_does(string name, GradientOptions options)
    {
        foreach (var (dtype, unit) in new[] { (DType.Float32, Math.Pow(2, -23)), (DType.Float64, Math.Pow(2, -52)) })
        {
            var difference = Difference(Trained(options, dtype, byRule: false), Trained(options, dtype, byRule: true));
            Assert.IsLessThan(8 * unit, difference, $"{name}, {dtype}: {difference / unit} units");
        }
    }

    /// <summary>The comparison is one that finds an option that a kernel is not told.</summary>
    [TestMethod]
    [DynamicData(nameof(Options))]
    public void An_option_that_a_kernel_ignored_would_be_found(string name, GradientOptions options)
    {
        foreach (var without in WithoutOne(options))
        {
            var difference = Difference(Trained(without, DType.Float32, byRule: false), Trained(options, DType.Float32, byRule: true));
            Assert.IsGreaterThan(1e-3, difference, $"{name} beside {without}");
        }
    }

    [TestMethod]
    public void Which_parameters_a_kernel_takes()
    {
        var x = Torch.Ones([2, 3]);
        Assert.IsTrue(Fuses(x, x));
        Assert.IsTrue(Fuses(x.To(DType.Float64), x.To(DType.Float64)));
        Assert.IsTrue(Fuses(Torch.Tensor(1.5f), Torch.Tensor(1.5f)));
        Assert.IsTrue(Fuses(Torch.Ones([0]), Torch.Ones([0])));
        Assert.IsFalse(Fuses(x.To(DType.Float16), x.To(DType.Float16)));
        Assert.IsFalse(Fuses(x.To(DType.BFloat16), x.To(DType.BFloat16)));
        Assert.IsFalse(Fuses(x, x.To(DType.Float64)));
        Assert.IsFalse(Fuses(x, Torch.Ones([6])));
        Assert.IsFalse(Fuses(x, Torch.Ones([3])));
        var transposed = Torch.Ones([3, 2]).Transpose(0, 1);
        Assert.IsFalse(Fuses(transposed, transposed));
        Assert.IsFalse(Fuses(x, transposed));
        Assert.IsFalse(Fuses(x, Torch.Ones([1, 1]).Expand(2, 3)));
        using (Autograd.DetectAnomaly())
            Assert.IsFalse(Fuses(x, x));
        Assert.IsFalse(Fuses(Reference.Torch.Ones([2, 3]), Reference.Torch.Ones([2, 3])));
    }

    [TestMethod]
    [DynamicData(nameof(Options))]
    public void What_no_kernel_takes_is_stepped_beside_what_one_does(string name, GradientOptions options)
    {
        var (x, transposed, half) = (Leaf([2, 3], DType.Float32), Torch.Ones([3, 2]).Transpose(0, 1), Torch.Ones([2, 3]).To(DType.Float16));
        var (y, empty) = (Leaf([2, 3], DType.Float64), Torch.Ones([0, 3], requiresGrad: true));
        var optimizer = Make([x, transposed.RequiresGrad_(), half.RequiresGrad_(), y, empty], options);
        for (var step = 0; step < Steps; step++)
        {
            // The gradient of one is an expanded number.
            (x.Sum() + (transposed.Pow(2) / 2).Sum() + half.Sum().To(DType.Float32) + (y.Pow(2) / 2).Sum().To(DType.Float32) + empty.Sum()).Backward();
            optimizer.Step();
            optimizer.ZeroGrad();
        }
        foreach (var (value, other) in transposed.ToArray<double>().Zip(y.ToArray<double>()))
            Assert.AreEqual(other, value, 1e-6, name);
        foreach (var (value, other) in half.ToArray<double>().Zip(x.ToArray<double>()))
            Assert.AreEqual(other, value, 2e-2, name);
    }

    [TestMethod]
    [DynamicData(nameof(Options))]
    public void A_step_makes_graphs_and_views_of_a_parameter_stale(string name, GradientOptions options)
    {
        foreach (var shape in new long[][] { [], [1], [1, 1], [2, 3] })
        {
            var x = Leaf(shape, DType.Float32);
            var y = x.Pow(2).Sum();
            x.Grad = Torch.Ones(shape);
            var (version, view) = (x.Version, x.Detach());
            Make([x], options).Step();
            Assert.IsGreaterThan(version, x.Version, name);
            Assert.AreEqual(x.Version, view.Version, name);
            CollectionAssert.AreEqual(shape, x.Shape.ToArray(), name);
            Assert.Throws<TorchException>(() => y.Backward());
            Assert.IsTrue(x.IsLeaf);
        }
    }

    [TestMethod]
    public void Gradients_stay_as_they_are()
    {
        foreach (var entry in Options)
        {
            var x = Leaf([2, 3], DType.Float32);
            var gradient = x.Grad = Torch.Ones([2, 3]);
            var version = gradient.Version;
            Make([x], (GradientOptions)entry[1]).Step();
            Assert.AreEqual(version, gradient.Version);
            CollectionAssert.AreEqual(Enumerable.Repeat(1f, 6).ToArray(), gradient.ToArray<float>());
        }
    }

    [TestMethod]
    public void Beyond_what_a_float32_counts_the_rule_goes_on()
    {
        var x = Leaf([2], DType.Float64);
        var optimizer = Optim.Adam([x], lr: 0.5, betas: (0.5, 1 - 1e-8));
        var state = Stepped(optimizer, x).State();
        foreach (var start in new[] { (1 << 24) - 2.0, (1 << 24) + 100.0 })
        {
            state.Options["state"]!["0"]!["step"] = start;
            var (fused, ruled) = (Leaf([2], DType.Float64), Leaf([2], DType.Float64));
            var (first, second) = (Optim.Adam([fused]), Optim.Adam([ruled]));
            first.LoadState(state);
            second.LoadState(state);
            for (var step = 0; step < 4; step++)
            {
                Stepped(first, fused);
                using (Autograd.DetectAnomaly())
                    Stepped(second, ruled);
            }
            Assert.AreEqual(start + 4, first.State().Options["state"]!["0"]!["step"]!.GetValue<double>());
            foreach (var (value, other) in fused.ToArray<double>().Zip(ruled.ToArray<double>()))
                Assert.AreEqual(other, value, 1e-14);
        }
    }

    private static Adam<Tensor> Stepped(Adam<Tensor> optimizer, Tensor x)
    {
        x.Grad = x.Detach().Clone();
        optimizer.Step();
        return optimizer;
    }

    /// <summary>Parameters after some steps; one has no gradient in every other.</summary>
    private static double[][] Trained(GradientOptions options, DType dtype, bool byRule)
    {
        Tensor[] parameters = [Leaf([5, 7], dtype), Leaf([], dtype), Leaf([67], dtype), Leaf([1, 0], dtype)];
        var optimizer = Make(parameters, options);
        Assert.IsTrue(Fuses(parameters[0], parameters[0]));
        for (var step = 0; step < Steps; step++)
        {
            foreach (var (parameter, place) in parameters.Zip(Enumerable.Range(0, parameters.Length)))
            {
                var far = Torch.Arange(parameter.Shape.Numel, dtype: dtype).View(parameter.Shape.ToArray());
                parameter.Grad = place == 2 && step % 2 == 0 ? null : ((far * 0.75 + step).Sin() * (step + 1) + parameter.Detach() / 2).Detach();
            }
            if (byRule)
                using (Autograd.DetectAnomaly())
                    optimizer.Step();
            else
                optimizer.Step();
        }
        return [.. parameters.Select(parameter => parameter.ToArray<double>())];
    }

    private static Tensor Leaf(long[] shape, DType dtype) => Torch.Ones(shape, dtype).RequiresGrad_();

    /// <summary>The greatest difference, relative to numbers of 1 and more.</summary>
    private static double Difference(double[][] values, double[][] others)
        => values.Zip(others).SelectMany(pair => pair.First.Zip(pair.Second, (value, other) => Math.Abs(value - other) / Math.Max(1, Math.Abs(other)))).Max();

    private static IOptimizer<Tensor> Make(Tensor[] parameters, GradientOptions options) => options switch
    {
        AdamOptions adam => new Adam<Tensor>(parameters, adam),
        AdamWOptions adamW => new AdamW<Tensor>(parameters, adamW),
        SgdOptions sgd => new Sgd<Tensor>(parameters, sgd),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };

    /// <summary>The options with one of them left as it is by default.</summary>
    private static IEnumerable<GradientOptions> WithoutOne(GradientOptions options)
    {
        GradientOptions[] others = options switch
        {
            AdamFamilyOptions adam => [
                adam with { Betas = (0.9, adam.Betas.Beta2) }, adam with { Betas = (adam.Betas.Beta1, 0.999) }, adam with { Eps = 1e-8 },
                adam with { Amsgrad = false }, adam with { LearningRate = 0.001 }],
            SgdOptions sgd => [
                sgd with { Dampening = 0 }, sgd with { Nesterov = false }, sgd with { Momentum = sgd.Momentum / 2 }, sgd with { LearningRate = 0.001 }],
            _ => [],
        };
        return [.. others.Append(options with { WeightDecay = 0 }).Append(options with { Maximize = false }).Where(other => other != options)];
    }

    private static bool Fuses<T>(T parameter, T other)
        where T : ITensor<T>
        => T.Fuses(parameter, [other]);
}
