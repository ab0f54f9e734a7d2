namespace TwinGrad.Tests;

/// <summary>Modules: their parameters, and the values that are loaded into them.</summary>
public abstract class ModuleSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_linear_module_maps_the_last_dimension()
    {
        var layer = new Linear<T>(2, 3);
        layer.LoadStateDict(new Dictionary<string, T> { ["weight"] = Counting(3, 2), ["bias"] = Vector(1, 2, 3) });
        Prints(
            """
            tensor([[ 2.,  7., 12.],
                    [ 2.,  7., 12.]], grad_fn=<AddmmBackward0>)
            """, layer.Forward(Ones(2, 2)));
        HasShape(layer.Forward(Ones(4, 5, 2)), 4, 5, 3);
        Refuses("mat1 and mat2 shapes cannot be multiplied (2x5 and 2x3)", () => layer.Forward(Ones(2, 5)));
        Refuses("mat1 and mat2 must have the same dtype, but got Double and Float", () => layer.Forward(Ones(2, 2).To(DType.Float64)));
    }

    [TestMethod]
    public void Parameters_start_within_the_bound_and_require_grad()
    {
        var layer = new Linear<T>(100, 50);
        foreach (var (name, parameter) in layer.NamedParameters())
        {
            Assert.IsTrue(parameter.RequiresGrad && parameter.IsLeaf, name);
            Assert.AreEqual(1, parameter.Version, name);
            var values = parameter.ToArray<double>();
            Assert.IsTrue(values.All(value => Math.Abs(value) <= 0.1) && values.Any(value => Math.Abs(value) > 0.08), name);
        }
        Assert.HasCount(1, new Linear<T>(2, 3, bias: false).Parameters());
        Refuses("Trying to create tensor with negative dimension -1: [3, -1]", () => new Linear<T>(-1, 3));
    }

    [TestMethod]
    public void Paths_name_the_modules_inside()
    {
        var model = new Pair();
        string[] paths = ["scale", "first.weight", "first.bias", "second.weight", "second.bias"];
        CollectionAssert.AreEqual(paths, model.StateDict().Keys.ToArray());
        Assert.HasCount(5, model.Parameters());
    }

    [TestMethod]
    public void A_state_dict_shares_memory_but_not_the_graph()
    {
        var layer = new Linear<T>(2, 2);
        var state = layer.StateDict();
        Assert.IsFalse(state["weight"].RequiresGrad);
        state["weight"].Zero_();
        Assert.AreEqual(0, layer.Weight.Sum().Item<double>());
    }

    [TestMethod]
    public void Nothing_is_broadcast_and_nothing_half_loaded()
    {
        var layer = new Linear<T>(2, 2);
        var before = layer.Weight.ToArray<double>();
        Refuses(
            "Error(s) in loading state_dict for Linear:\n\tsize mismatch for bias: copying a param with shape torch.Size([1]) from checkpoint, "
            + "the shape in current model is torch.Size([2]).",
            () => layer.LoadStateDict(new Dictionary<string, T> { ["weight"] = Ones(2, 2), ["bias"] = Ones(1) }));
        CollectionAssert.AreEqual(before, layer.Weight.ToArray<double>());
    }

    [TestMethod]
    public void A_value_that_was_disposed_of_leaves_the_parameters_as_they_were()
    {
        var layer = new Linear<T>(2, 2);
        var before = layer.Weight.ToArray<double>();
        var gone = Ones(2);
        if (gone is not IDisposable disposable)
            return;
        _ = gone.Shape;
        disposable.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(
            () => layer.LoadStateDict(new Dictionary<string, T> { ["weight"] = Ones(2, 2), ["bias"] = gone }));
        CollectionAssert.AreEqual(before, layer.Weight.ToArray<double>());
    }

    [TestMethod]
    public void Every_problem_of_a_state_dict_is_named()
    {
        var layer = new Linear<T>(2, 2);
        var state = new Dictionary<string, T> { ["weight"] = Ones(3, 2), ["x"] = Ones(1) };
        Refuses(
            "Error(s) in loading state_dict for Linear:\n\tMissing key(s) in state_dict: \"bias\". \n\t"
            + "Unexpected key(s) in state_dict: \"x\". \n\t"
            + "size mismatch for weight: copying a param with shape torch.Size([3, 2]) from checkpoint, "
            + "the shape in current model is torch.Size([2, 2]).",
            () => layer.LoadStateDict(state));
        state["weight"] = Ones(2, 2);
        layer.LoadStateDict(state, strict: false);
        Assert.AreEqual(4, layer.Weight.Sum().Item<double>());
    }

    [TestMethod]
    public void A_state_dict_without_a_tensor_under_a_name_is_refused()
        => Refuses(
            "Error(s) in loading state_dict for Linear:\n\tWhile copying the parameter named \"weight\", "
            + "expected torch.Tensor or Tensor-like object from checkpoint but received <class 'NoneType'>",
            () => new Linear<T>(2, 2, bias: false).LoadStateDict(new Dictionary<string, T> { ["weight"] = null! }));

    [TestMethod]
    public void A_name_that_is_taken_or_no_name_is_refused()
    {
        Refuses("attribute 'scale' already exists", () => new Pair("scale"));
        Refuses("parameter name can't be empty string \"\"", () => new Pair(""));
        Refuses("parameter name can't contain \".\"", () => new Pair("a.b"));
    }

    private sealed class Pair : Module<T>
    {
        private readonly Linear<T> _first;
        private readonly Linear<T> _second;

        internal Pair(string? another = null)
        {
            Register("scale", Vector(2));
            _first = Register("first", new Linear<T>(2, 3));
            _second = Register("second", new Linear<T>(3, 1));
            if (another is not null)
                Register(another, Vector(1));
        }

        public override T Forward(T input) => _second.Forward(_first.Forward(input));
    }
}
