using System.Text.Json;
using System.Text.Json.Nodes;

namespace TwinGrad.Tests;

/// <summary>What an optimizer knows can be saved and loaded, wholly and bit by bit or not at all.</summary>
public abstract class OptimizerStateSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private static IEnumerable<JsonElement> Cases => Recording.OfKind("steps").Concat(Recording.OfKind("groups"));

    [TestMethod]
    public void Half_of_the_steps_saved_and_the_other_half_are_all_of_them_bit_by_bit()
    {
        var cases = 0;
        foreach (var line in Cases)
        {
            var dtype = line.TryGetProperty("dtype", out var name) && name.GetString() == "float32" ? DType.Float32 : DType.Float64;
            var half = line.GetProperty("optimizer").GetString() == "LBFGS" ? 3 : 50;
            var (whole, first, second) = (new RecordedProblem<T>(dtype), new RecordedProblem<T>(dtype), new RecordedProblem<T>(dtype));
            var uninterrupted = whole.Optimizer(line);
            Steps(whole, uninterrupted, 2 * half);

            var saved = first.Optimizer(line);
            Steps(first, saved, half);
            Copy(first, second);
            var loaded = second.Optimizer(line);
            loaded.LoadState(Written(saved.State()));
            Steps(second, loaded, half);

            AreBitwiseEqual(whole.Values, second.Values, line);
            AreEqual(uninterrupted.State(), loaded.State());
            cases++;
        }
        Assert.IsGreaterThan(35, cases);
    }

    [TestMethod]
    public void Options_that_were_changed_are_saved()
    {
        var (first, second) = (new RecordedProblem<T>(), new RecordedProblem<T>());
        var saved = Optim.Adam(first.Parameters);
        _ = new ExponentialLR(saved, 0.5);
        saved.Groups[0].Options = saved.Groups[0].Options with
        {
            LearningRate = Infinity,
            Betas = (0.1 + 0.2, 1.0 / 3),
            Eps = double.Epsilon,
            WeightDecay = double.MaxValue,
            Maximize = true,
        };
        var loaded = Optim.Adam(second.Parameters);
        loaded.LoadState(Written(saved.State()));
        Assert.AreEqual(saved.Groups[0].Options, loaded.Groups[0].Options);
        Assert.AreEqual(1e-3, loaded.Groups[0].InitialLearningRate);
    }

    [TestMethod]
    public void A_state_shares_memory_and_what_was_loaded_does_not()
    {
        var (first, second) = (new RecordedProblem<T>(), new RecordedProblem<T>());
        var saved = Optim.Sgd(first.Parameters, lr: 0.1, momentum: 0.9);
        Steps(first, saved, 1);
        var state = saved.State();
        var before = state.Tensors["0.momentum_buffer"].ToArray<double>();
        var loaded = Optim.Sgd(second.Parameters);
        loaded.LoadState(state);

        Steps(first, saved, 1);

        CollectionAssert.AreNotEqual(before, state.Tensors["0.momentum_buffer"].ToArray<double>());
        CollectionAssert.AreEqual(before, loaded.State().Tensors["0.momentum_buffer"].ToArray<double>());
        (state.Tensors["0.momentum_buffer"] as IDisposable)?.Dispose();
        Steps(first, saved, 1);
    }

    [TestMethod]
    public void The_names_are_PyTorchs()
    {
        var problem = new RecordedProblem<T>();
        var optimizer = Optim.AdamW(problem.Parameters, amsgrad: true);
        Steps(problem, optimizer, 2);
        var state = optimizer.State();
        Assert.AreEqual("AdamW", state.Name);
        Assert.AreEqual(
            """
            {"param_groups":[{"lr":0.001,"weight_decay":0.01,"maximize":false,"betas":[0.9,0.999],"eps":1E-08,"amsgrad":true,"params":[0,1,2]}],
            "state":{"0":{"step":2,"tensors":["exp_avg","exp_avg_sq","max_exp_avg_sq"]},"1":{"step":2,"tensors":["exp_avg","exp_avg_sq","max_exp_avg_sq"]}}}
            """.ReplaceLineEndings(""),
            state.Options.ToJsonString());
        CollectionAssert.AreEquivalent(
            new[] { "0.exp_avg", "0.exp_avg_sq", "0.max_exp_avg_sq", "1.exp_avg", "1.exp_avg_sq", "1.max_exp_avg_sq" },
            state.Tensors.Keys.ToArray());
    }

    [TestMethod]
    public void A_state_that_does_not_fit_is_refused_by_name_and_changes_nothing()
    {
        var problem = new RecordedProblem<T>();
        var optimizer = Optim.Adam(problem.Parameters, lr: 0.05);
        Steps(problem, optimizer, 3);
        var good = optimizer.State();

        Refuse("the state is that of AdamW, this optimizer is Adam", good with { Name = "AdamW" });
        Refuse("different number of parameter groups: 2, Adam has 1", Edited(options =>
            options["param_groups"]!.AsArray().Add(options["param_groups"]![0]!.DeepClone())));
        Refuse("group 0 of Adam has 3 parameters, the loaded one 2", Edited(options => options["param_groups"]![0]!["params"] = new JsonArray(0, 1)));
        Refuse("group 0 of Adam has 3 parameters, the loaded one 3, or the same in another order",
            Edited(options => options["param_groups"]![0]!["params"] = new JsonArray(1, 0, 2)));
        Refuse("the state of Adam.param_groups[0] has no 'eps'", Edited(options => options["param_groups"]![0]!.AsObject().Remove("eps")));
        Refuse("\"foreign\"", Edited(options => options["param_groups"]![0]!["foreign"] = 1));
        Refuse("has 'lr': \"fast\" where a number should be", Edited(options => options["param_groups"]![0]!["lr"] = "fast"));
        Refuse("Invalid learning rate: -1", Edited(options => options["param_groups"]![0]!["lr"] = -1));
        Refuse("the state of Adam has no 'state'", Edited(options => options.Remove("state")));
        Refuse("the state of Adam has what is not known: \"more\"", Edited(options => options["more"] = 1));
        Refuse("the state of Adam.state has what is not known: \"7\"", Edited(options => options["state"]!["7"] = new JsonObject()));
        Refuse("the state of Adam.state.0 has no 'step'", Edited(options => options["state"]!["0"]!.AsObject().Remove("step")));
        Refuse("Missing tensor in state_dict: \"1.exp_avg_sq\"", Tensors(tensors => tensors.Remove("1.exp_avg_sq")));
        Refuse("Missing tensor in state_dict: \"1.exp_avg_sq\"", Tensors(tensors => tensors["1.exp_avg_sq"] = null!));
        Refuse("Unexpected tensor in state_dict: \"2.exp_avg\"", Tensors(tensors => tensors["2.exp_avg"] = tensors["0.exp_avg"]));
        Refuse("size mismatch for 1.exp_avg: the state has shape torch.Size([1, 2]), the parameter asks for torch.Size([2])",
            Tensors(tensors => tensors["1.exp_avg"] = tensors["1.exp_avg"].Unsqueeze(0)));
        Refuse("dtype mismatch for 0.exp_avg: the state has torch.float32, the parameter torch.float64",
            Tensors(tensors => tensors["0.exp_avg"] = tensors["0.exp_avg"].To(DType.Float32)));
        Assert.Throws<ArgumentNullException>(() => optimizer.LoadState(null!));

        void Refuse(string sentence, OptimizerState<T> state)
        {
            var (options, tensors) = Snapshot(optimizer.State());
            var exception = Assert.Throws<TorchArgumentException>(() => optimizer.LoadState(state));
            Assert.Contains(sentence, exception.Message);
            var (optionsAfter, tensorsAfter) = Snapshot(optimizer.State());
            Assert.AreEqual(options, optionsAfter);
            CollectionAssert.AreEqual(tensors, tensorsAfter);
        }

        OptimizerState<T> Edited(Action<JsonObject> edit)
        {
            var options = good.Options.DeepClone().AsObject();
            edit(options);
            return good with { Options = options };
        }

        OptimizerState<T> Tensors(Action<Dictionary<string, T>> edit)
        {
            var tensors = new Dictionary<string, T>(good.Tensors);
            edit(tensors);
            return good with { Tensors = tensors };
        }
    }

    [TestMethod]
    public void The_lists_of_LBFGS_have_the_same_places()
    {
        var problem = new RecordedProblem<T>();
        var optimizer = Optim.Lbfgs(problem.Parameters, lr: 0.1, maxIter: 5);
        Steps(problem, optimizer, 1);
        var state = optimizer.State();
        var options = state.Options.DeepClone().AsObject();
        options["state"]!["0"]!.AsObject().Remove("ro.1");
        var exception = Assert.Throws<TorchArgumentException>(() => optimizer.LoadState(state with { Options = options }));
        Assert.Contains("0.old_dirs.", exception.Message);
        optimizer.LoadState(state);
    }

    private static void Steps(RecordedProblem<T> problem, IOptimizer<T> optimizer, int count)
    {
        for (var step = 0; step < count; step++)
            problem.Step(optimizer);
    }

    private static void Copy(RecordedProblem<T> from, RecordedProblem<T> to)
    {
        using var mode = new GradMode<T>(enabled: false);
        foreach (var (source, target) in from.Parameters.Zip(to.Parameters))
            target.Copy_(source);
    }

    /// <summary>As a file would bring it back: text, and tensors in memory of their own.</summary>
    private static OptimizerState<T> Written(OptimizerState<T> state) => new(
        state.Name, JsonNode.Parse(state.Options.ToJsonString())!.AsObject(),
        state.Tensors.ToDictionary(entry => entry.Key, entry => entry.Value.Clone()));

    private static void AreBitwiseEqual(double[][] expected, double[][] actual, JsonElement line)
    {
        foreach (var (values, others) in expected.Zip(actual))
            foreach (var (value, other) in values.Zip(others))
                Assert.AreEqual(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(other), Recording.Label(line));
    }

    private static void AreEqual(OptimizerState<T> expected, OptimizerState<T> actual)
    {
        var (options, tensors) = Snapshot(expected);
        var (otherOptions, otherTensors) = Snapshot(actual);
        Assert.AreEqual(options, otherOptions);
        CollectionAssert.AreEqual(tensors, otherTensors);
    }

    private static (string Options, string[] Tensors) Snapshot(OptimizerState<T> state) => (
        state.Options.ToJsonString(),
        [.. state.Tensors.Select(entry => $"{entry.Key}: {string.Join(", ", entry.Value.ToArray<double>().Select(BitConverter.DoubleToInt64Bits))}")]);
}
