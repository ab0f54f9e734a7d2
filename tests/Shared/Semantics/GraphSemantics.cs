namespace TwinGrad.Tests;

/// <summary>Backward passes over one graph: what a pass frees, and derivatives of higher order.</summary>
public abstract class GraphSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private const string Freed =
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
        + "Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you "
        + "need to backward through the graph a second time or if you need to access saved tensors after calling backward.";

    private static readonly Dictionary<string, Func<T, T>> WithoutSavedValues = new()
    {
        ["sum"] = x => x.Sum(),
        ["sum along a dimension"] = x => x.Sum(0),
        ["mean"] = x => x.Mean(),
        ["mean along a dimension"] = x => x.Mean(0),
        ["add and subtract"] = x => (3 - (x - 2) + x + 1).Neg().Sum(),
        ["views"] = x => x.View(2, 1)[0, 0].Unsqueeze(0).Expand(3).Permute(0).Squeeze().Transpose()[1..].Sum(),
        ["reshape"] = x => x.Reshape(2, 1).Flatten().Sum(),
        ["clone and convert"] = x => x.Clone().To(DType.Float64).Sum(),
        ["in-place addition"] = x => (x - 1).Add_(1).Sum(),
        ["zero_"] = x => (x - 1).Zero_().Sum(),
        ["copy_"] = x => (x - 1).Copy_(x).Sum(),
    };

    private static readonly Dictionary<string, Func<T, T>> WithSavedValues = new()
    {
        ["multiply by a number"] = x => (x * 2).Sum(),
        ["divide by a number"] = x => (x / 2).Sum(),
        ["multiply by a tensor"] = x => (x * Vector(1, 2)).Sum(),
        ["power"] = x => x.Pow(2).Sum(),
        ["power of exponent 0"] = x => x.Pow(0).Sum(),
        ["exp"] = x => x.Exp().Sum(),
        ["relu"] = x => x.Relu().Sum(),
        ["clamp"] = x => x.Clamp(0, 1).Sum(),
        ["where"] = x => x.Where(Bools(true, false), x).Sum(),
        ["dot"] = x => x.Dot(x),
    };

    public static IEnumerable<object[]> NamesWithoutSavedValues => WithoutSavedValues.Keys.Select(name => new object[] { name });

    public static IEnumerable<object[]> NamesWithSavedValues => WithSavedValues.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(NamesWithoutSavedValues))]
    public void A_graph_that_saved_nothing_can_be_passed_again(string name)
    {
        var x = Leaf(1, 2);
        var y = WithoutSavedValues[name](x);
        y.Backward();
        var once = x.Grad!.ToArray<double>();
        y.Backward();

        CollectionAssert.AreEqual(once.Select(value => 2 * value).ToArray(), x.Grad!.ToArray<double>());
    }

    [TestMethod]
    [DynamicData(nameof(NamesWithSavedValues))]
    public void A_graph_that_saved_values_cannot_unless_it_is_retained(string name)
    {
        var x = Leaf(1, 2);
        var y = WithSavedValues[name](x);
        y.Backward(retainGraph: true);
        var once = x.Grad!.ToArray<double>();
        y.Backward();

        CollectionAssert.AreEqual(once.Select(value => 2 * value).ToArray(), x.Grad!.ToArray<double>());
        Refuses(Freed, () => y.Backward());
    }

    [TestMethod]
    public void Backward_takes_the_gradient_of_what_follows()
    {
        var x = Leaf(1, 2, 3);
        x.Pow(2).Backward(Vector(1, 10, 100));

        Prints("tensor([  2.,  40., 600.])", x.Grad);
    }

    [TestMethod]
    public void A_gradient_is_not_broadcast()
        => Refuses(
            "Mismatch in shape: grad_output[0] has a shape of torch.Size([]) and output[0] has a shape of torch.Size([2]).",
            () => (Leaf(1, 2) * 1).Backward(Number(1.0)));

    [TestMethod]
    public void Second_and_third_derivatives_come_from_recorded_passes()
    {
        var x = Leaf(2);
        string[] expected = ["tensor([32.])", "tensor([48.])", "tensor([48.])", "tensor([24.])"];
        var y = x.Pow(4).Sum();
        foreach (var derivative in expected)
        {
            y.Backward(createGraph: true);
            var gradient = x.Grad!;
            Prints(derivative, gradient.Detach());
            x.ZeroGrad();
            y = gradient.Sum();
        }
    }

    [TestMethod]
    public void A_recorded_pass_keeps_the_graph_and_adds_up()
    {
        var x = Leaf(3);
        var y = x.Pow(2).Sum();
        y.Backward(createGraph: true);
        y.Backward(createGraph: true);

        Assert.IsTrue(x.Grad!.RequiresGrad);
        Prints("tensor([12.])", x.Grad!.Detach());
    }

    [TestMethod]
    public void A_constant_derivative_has_no_graph()
    {
        var x = Leaf(1, 2);
        (x.Sum() + (x * 2).Sum() + x.Pow(0).Sum() + x.Clamp(0, 1).Sum()).Backward(createGraph: true);

        Assert.IsFalse(x.Grad!.RequiresGrad);
    }

    [TestMethod]
    public void The_second_derivative_of_kinks_is_that_of_their_pieces()
    {
        var x = Leaf(0, 1, 2, -1);
        (x.Clamp(0, 1) * x + x.Abs() * x + x.Relu() * x).Sum().Backward(createGraph: true);
        var gradient = x.Grad!;
        x.ZeroGrad();
        gradient.Sum().Backward();

        // At 0: clamp 2, abs 0, relu 0. At 1: 2 each. At 2: clamp's piece is constant. At -1: only abs, -2.
        Prints("tensor([ 2.,  6.,  4., -2.])", x.Grad);
    }

    [TestMethod]
    public void Relus_gradient_depends_on_its_result_even_if_with_derivative_0()
    {
        var x = Leaf(-1, 2);
        x.Relu().Sum().Backward(createGraph: true);
        var gradient = x.Grad!;
        Assert.IsTrue(gradient.RequiresGrad);
        x.ZeroGrad();
        gradient.Sum().Backward();

        Prints("tensor([0., 0.])", x.Grad);
    }

    [TestMethod]
    public void A_deep_graph_is_passed_without_recursion()
    {
        var x = Leaf(1);
        var y = x * 1;
        for (var i = 0; i < 20_000; i++)
            y = y + 0;
        y.Backward();

        Prints("tensor([1.])", x.Grad);
    }
}
