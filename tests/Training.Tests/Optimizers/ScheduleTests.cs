using System.Text.Json;
using System.Text.Json.Nodes;
using Leaves = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>Schedules give PyTorch's learning rates, and can be saved in the middle. No tensor takes part in them.</summary>
[TestClass]
public sealed class ScheduleTests
{
    private static readonly double[] Metrics = Recording.Problem.GetProperty("metrics").Numbers();

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Learning_rates_are_PyTorchs()
    {
        var (cases, greatest) = (0, 0.0);
        foreach (var line in Recording.OfKind("rates"))
        {
            var (optimizer, schedulers) = Made(line);
            double[] epochs = line.GetProperty("epochs").Numbers(), second = line.GetProperty("second").Numbers();
            var momentum = line.GetProperty("momentum").Numbers();
            foreach (var (epoch, expected) in Unpacked(line).Index())
            {
                greatest = Math.Max(greatest, Near(expected, optimizer.Groups[0].LearningRate, line, epoch));
                if (Array.IndexOf(epochs, epoch) is var place and >= 0)
                {
                    Near(second[place], optimizer.Groups[1].LearningRate, line, epoch);
                    Near(momentum[place], optimizer.Groups[0].Options.Momentum, line, epoch);
                }
                if (epoch < 100)
                    Step(schedulers, epoch);
            }
            cases++;
        }
        Assert.IsGreaterThan(20, cases);
        TestContext.WriteLine($"{cases} schedules, the greatest relative difference {greatest:E2}");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(37)]
    [DataRow(61)]
    public void What_was_saved_goes_on_bit_by_bit(int at)
    {
        foreach (var line in Recording.OfKind("rates"))
        {
            var (whole, all) = Made(line);
            var (first, saved) = Made(line);
            for (var epoch = 0; epoch < at; epoch++)
            {
                Step(all, epoch);
                Step(saved, epoch);
            }
            var (second, loaded) = Made(line);
            second.LoadState(first.State());
            foreach (var (scheduler, other) in loaded.Zip(saved))
                scheduler.LoadState(JsonNode.Parse(other.State().ToJsonString())!.AsObject());
            CollectionAssert.AreEqual(Rates(all), Rates(loaded), Recording.Label(line));
            for (var epoch = at; epoch < 100; epoch++)
            {
                Step(all, epoch);
                Step(loaded, epoch);
                CollectionAssert.AreEqual(Rates(all), Rates(loaded), Recording.Label(line));
                Assert.AreEqual(whole.Groups[0].LearningRate, second.Groups[0].LearningRate);
                Assert.AreEqual(whole.Groups[1].Options, second.Groups[1].Options);
            }
        }
    }

    [TestMethod]
    public void A_state_that_does_not_fit_changes_nothing()
    {
        foreach (var line in Recording.OfKind("rates"))
        {
            var (_, schedulers) = Made(line);
            var scheduler = schedulers[0];
            Step(schedulers, 0);
            var before = scheduler.State().ToJsonString();
            foreach (var key in scheduler.State().Select(entry => entry.Key))
            {
                var without = scheduler.State();
                without.Remove(key);
                var missing = Assert.Throws<TorchArgumentException>(() => scheduler.LoadState(without));
                Assert.Contains($"'{key}'", missing.Message);
                var spoilt = scheduler.State();
                spoilt[key] = new JsonObject();
                var wrong = Assert.Throws<TorchArgumentException>(() => scheduler.LoadState(spoilt));
                Assert.Contains(key, wrong.Message);
                Assert.AreEqual(before, scheduler.State().ToJsonString());
            }
            var foreign = scheduler.State();
            foreign["foreign"] = 1;
            Assert.Contains("foreign", Assert.Throws<TorchArgumentException>(() => scheduler.LoadState(foreign)).Message);
            Assert.Throws<ArgumentNullException>(() => scheduler.LoadState(null!));
        }
    }

    [TestMethod]
    public void What_makes_no_sense_is_refused_before_anything_changes()
    {
        var optimizer = new Sgd<Leaves>([Leaves.Full([1], 1, DType.Float32, Device.Cpu, requiresGrad: true)], new() { LearningRate = 0.5 });
        Refuses("Expected positive integer step_size, but got 0", () => new StepLR(optimizer, 0));
        Refuses("Expected positive integer T_max, but got 0", () => new CosineAnnealingLR(optimizer, 0));
        Refuses("Starting multiplicative factor expected to be greater than 0 and less or equal to 1, but got 0.0.", () => new LinearLR(optimizer, 0));
        Refuses("Ending multiplicative factor expected to be between 0 and 1, but got nan.", () => new LinearLR(optimizer, endFactor: double.NaN));
        Refuses("Expected positive integer total_iters, but got 0", () => new LinearLR(optimizer, totalIters: 0));
        Refuses("Expected 1 lr_lambdas, but got 2", () => new LambdaLR(optimizer, [_ => 1, _ => 1]));
        Refuses("Invalid learning rate: -0.5", () => new LambdaLR(optimizer, _ => -1));
        Refuses("Expected positive integer total_steps, but got -1", () => new OneCycleLR(optimizer, 1, -1));
        Refuses("Expected float between 0 and 1 pct_start, but got 1.5", () => new OneCycleLR(optimizer, 1, 10, pctStart: 1.5));
        Refuses("Factor should be < 1.0 and not negative, but got 1.0.", () => new ReduceLROnPlateau(optimizer, factor: 1));
        Assert.Contains("a phase of the cycle ends where it starts", Assert.Throws<TorchArgumentException>(
            () => new OneCycleLR(optimizer, 1, 10, pctStart: 0.1)).Message);
        Assert.AreEqual(0.5, optimizer.Groups[0].LearningRate);

        var other = new Sgd<Leaves>([Leaves.Full([1], 1, DType.Float32, Device.Cpu, requiresGrad: true)]);
        Assert.Contains("the scheduler at index 1 belongs to another", Assert.Throws<TorchArgumentException>(
            () => new SequentialLR(optimizer, [new StepLR(optimizer, 1), new StepLR(other, 1)], [3])).Message);
        Assert.Contains("one more than the number of milestone points", Assert.Throws<TorchArgumentException>(
            () => new SequentialLR(optimizer, [new StepLR(optimizer, 1)], [3])).Message);
        Assert.Contains("milestones have to ascend", Assert.Throws<TorchArgumentException>(
            () => new SequentialLR(optimizer, [new StepLR(optimizer, 1), new StepLR(optimizer, 1), new StepLR(optimizer, 1)], [3, 2])).Message);
        var lbfgs = new Lbfgs<Leaves>([Leaves.Full([1], 1, DType.Float32, Device.Cpu, requiresGrad: true)]);
        Refuses("optimizer must support momentum or beta1 with `cycle_momentum` option enabled", () => new OneCycleLR(lbfgs, 1, 10));
        Assert.Contains("'metrics'", Assert.Throws<TorchArgumentException>(() => new ReduceLROnPlateau(optimizer).Step()).Message);
    }

    [TestMethod]
    public void A_cycle_does_not_go_on_beyond_its_end()
    {
        var optimizer = new Sgd<Leaves>([Leaves.Full([1], 1, DType.Float32, Device.Cpu, requiresGrad: true)]);
        var cycle = new OneCycleLR(optimizer, 1, 3);
        for (var step = 0; step < 3; step++)
            cycle.Step();
        var last = cycle.State().ToJsonString();
        Refuses("Tried to step 5 times. The specified number of total steps is 3", cycle.Step);
        Assert.AreEqual(last, cycle.State().ToJsonString());

        void Refuses(string sentence, Action<double?> step)
            => Assert.AreEqual(sentence, Assert.Throws<TorchArgumentException>(() => step(null)).Message);
    }

    [TestMethod]
    public void A_cycle_turns_the_first_beta_of_Adam()
    {
        var adam = new Adam<Leaves>([Leaves.Full([1], 1, DType.Float32, Device.Cpu, requiresGrad: true)]);
        var cycle = new OneCycleLR(adam, 1, 10);
        Assert.AreEqual((0.95, 0.999), adam.Groups[0].Options.Betas);
        cycle.Step();
        cycle.Step();
        Assert.AreEqual(0.85, adam.Groups[0].Options.Betas.Beta1, 1e-15);
        Assert.AreEqual(1, adam.Groups[0].LearningRate, 1e-15);
    }

    [TestMethod]
    public void A_group_that_came_later_keeps_its_learning_rate()
    {
        var optimizer = new Sgd<Leaves>([Leaves.Full([1], 1, DType.Float32, Device.Cpu, requiresGrad: true)], new() { LearningRate = 0.5 });
        var schedule = new StepLR(optimizer, 1);
        optimizer.AddParameterGroup(new([Leaves.Full([1], 1, DType.Float32, Device.Cpu, requiresGrad: true)]));
        schedule.Step();
        Assert.AreEqual(0.05, optimizer.Groups[0].LearningRate, 1e-16);
        Assert.AreEqual(0.5, optimizer.Groups[1].LearningRate);
    }

    private static void Refuses(string sentence, Func<object> call)
        => Assert.AreEqual(sentence, Assert.Throws<TorchArgumentException>(() => call()).Message);

    private static double Near(double expected, double actual, JsonElement line, int epoch)
    {
        var difference = Math.Abs(expected - actual) / Math.Max(Math.Abs(expected), 1e-12);
        Assert.IsLessThan(1e-12, difference, $"epoch {epoch} of {Recording.Label(line)}: {actual} for {expected}");
        return difference;
    }

    private static double[] Rates(IScheduler[] schedulers) => [.. schedulers.SelectMany(scheduler => scheduler.LastLearningRates)];

    private static void Step(IScheduler[] schedulers, int epoch)
    {
        foreach (var scheduler in schedulers)
            scheduler.Step(Metrics[epoch]);
    }

    private static IEnumerable<double> Unpacked(JsonElement line)
        => line.GetProperty("first").EnumerateArray().SelectMany(run => Enumerable.Repeat(run[0].GetDouble(), run[1].GetInt32()));

    private static (Sgd<Leaves> Optimizer, IScheduler[] Schedulers) Made(JsonElement line)
    {
        static Leaves Leaf() => Leaves.Full([1], 1, DType.Float32, Device.Cpu, requiresGrad: true);
        var options = new SgdOptions { LearningRate = 0.5, Momentum = 0.6 };
        var optimizer = new Sgd<Leaves>([new ParameterGroup<Leaves, SgdOptions>([Leaf()]), new([Leaf()], options with { LearningRate = 0.05 })], options);
        return (optimizer, [.. line.GetProperty("schedulers").EnumerateArray().Select(spec => Scheduler(optimizer, spec))]);
    }

    private static IScheduler Scheduler(IOptimizer optimizer, JsonElement spec) => spec.GetProperty("name").GetString() switch
    {
        "StepLR" => new StepLR(optimizer, spec.GetProperty("step_size").GetInt32(), spec.Number("gamma", 0.1)),
        "MultiStepLR" => new MultiStepLR(
            optimizer, [.. spec.GetProperty("milestones").Numbers().Select(epoch => (int)epoch)], spec.Number("gamma", 0.1)),
        "ExponentialLR" => new ExponentialLR(optimizer, spec.GetProperty("gamma").GetDouble()),
        "CosineAnnealingLR" => new CosineAnnealingLR(optimizer, spec.GetProperty("T_max").GetInt32(), spec.Number("eta_min", 0)),
        "LinearLR" => new LinearLR(
            optimizer, spec.Number("start_factor", 1.0 / 3), spec.Number("end_factor", 1), spec.Integer("total_iters", 5)),
        "LambdaLR" => new LambdaLR(optimizer, spec.Text("lr_lambda") switch
        {
            "0.95 ** epoch" => epoch => Math.Pow(0.95, epoch),
            "1 / (1 + epoch)" => epoch => 1.0 / (1 + epoch),
            var other => throw new InvalidOperationException(other),
        }),
        "SequentialLR" => new SequentialLR(
            optimizer, [.. spec.GetProperty("schedulers").EnumerateArray().Select(inner => (LRScheduler)Scheduler(optimizer, inner))],
            [.. spec.GetProperty("milestones").Numbers().Select(epoch => (int)epoch)]),
        "OneCycleLR" => new OneCycleLR(
            optimizer, spec.GetProperty("max_lr").GetDouble(), spec.GetProperty("total_steps").GetInt32(), spec.Number("pct_start", 0.3),
            spec.Text("anneal_strategy") == "linear" ? AnnealStrategy.Linear : AnnealStrategy.Cos,
            !spec.TryGetProperty("cycle_momentum", out _), spec.Number("base_momentum", 0.85), spec.Number("max_momentum", 0.95),
            spec.Number("div_factor", 25), spec.Number("final_div_factor", 1e4), spec.Flag("three_phase")),
        "ReduceLROnPlateau" => new ReduceLROnPlateau(
            optimizer, spec.Text("mode") == "max" ? PlateauMode.Max : PlateauMode.Min, spec.Number("factor", 0.1), spec.Integer("patience", 10),
            spec.Number("threshold", 1e-4), spec.Text("threshold_mode") == "abs" ? ThresholdMode.Abs : ThresholdMode.Rel,
            spec.Integer("cooldown", 0), spec.Number("min_lr", 0), spec.Number("eps", 1e-8)),
        var name => throw new InvalidOperationException(name),
    };
}
