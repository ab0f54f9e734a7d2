namespace TwinGrad.Tests;

/// <summary>Broadcasting, comparisons, selection by a condition, and what happens at kinks and beyond a function's domain.</summary>
public abstract class ElementwiseSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private static readonly Dictionary<string, Func<T, T, T>> Binary = new()
    {
        ["add"] = T.Add,
        ["sub"] = T.Sub,
        ["mul"] = T.Mul,
        ["div"] = T.Div,
        ["pow"] = T.Pow,
        ["eq"] = T.Eq,
        ["ne"] = T.Ne,
        ["lt"] = T.Lt,
        ["le"] = T.Le,
        ["gt"] = T.Gt,
        ["ge"] = T.Ge,
        ["where"] = (x, y) => x.Where(x > y, y),
    };

    public static IEnumerable<object[]> BinaryNames => Binary.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(BinaryNames))]
    public void Shapes_broadcast(string name)
    {
        var f = Binary[name];
        HasShape(f(Ones(2, 3), Ones(3)), 2, 3);
        HasShape(f(Ones(2, 1), Ones(1, 3)), 2, 3);
        HasShape(f(Ones(4, 1, 3), Ones(2, 1)), 4, 2, 3);
        HasShape(f(Number(1.0), Ones(2)), 2);
        HasShape(f(Number(1.0), Number(1.0)));
        HasShape(f(Zeros(0), Number(1.0)), 0);
        HasShape(f(Zeros(0), Zeros(1)), 0);
        HasShape(f(Zeros(2, 0, 3), Zeros(1, 3)), 2, 0, 3);
        Refuses("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 1", () => f(Zeros(3, 2), Zeros(3)));
        Refuses("The size of tensor a (0) must match the size of tensor b (2) at non-singleton dimension 0", () => f(Zeros(0), Zeros(2)));
    }

    [TestMethod]
    public void Gradients_are_summed_over_what_was_broadcast()
    {
        var (x, y, z) = (Leaf(1, 2, 3), Zeros(2, 1).RequiresGrad_(), Number(2.0, requiresGrad: true));
        ((x + y) * z).Sum().Backward();

        Prints("tensor([4., 4., 4.])", x.Grad);
        Prints("tensor([[6.],\n        [6.]])", y.Grad);
        Prints("tensor(12.)", z.Grad);
    }

    [TestMethod]
    public void Comparisons_are_false_of_nan_except_unequal()
    {
        var x = Vector(NaN, 1, 2);
        Prints("tensor([False,  True, False])", x.Eq(Vector(NaN, 1, 1)));
        Prints("tensor([ True, False,  True])", x.Ne(1));
        Prints("tensor([False, False, False])", x < 1);
        Prints("tensor([False,  True, False])", x <= 1);
        Prints("tensor([False, False,  True])", x > 1);
        Prints("tensor([False,  True,  True])", x >= 1);
        Prints("tensor([False, False,  True])", 1 < x);
        Prints("tensor([False,  True, False])", 1 >= x);
    }

    [TestMethod]
    public void A_number_is_compared_as_an_element()
    {
        Prints("tensor([True])", Vector(0.1).Eq(0.1));
        Prints("tensor([False])", Doubles(0.1).Eq(Vector(0.1)));
        Prints("tensor([False,  True])", Ints(2, 3) > 2.5);
        Prints("tensor([ True, False])", Bools(true, false).Eq(1));
        Prints("tensor([ True, False])", Bools(true, false) > Bools(false, false));
    }

    [TestMethod]
    public void Conditions_combine_by_multiplying_and_adding()
    {
        var x = Vector(-1, 0.5, 2);
        Prints("tensor([False,  True, False])", (x > 0) * (x < 1));
        Prints("tensor([ True, False,  True])", (x < 0) + (x > 1));
        Prints("tensor([0.0000, 0.5000, 2.0000])", x.Where((x > 0) + (x > 1), Number(0.0)));
    }

    [TestMethod]
    public void Where_takes_both_sides_gradients_and_none_of_the_condition()
    {
        var (x, y) = (Leaf(1, 2), Number(3.0, requiresGrad: true));
        var z = x.Where(Bools(true, false).View(2, 1), y);
        z.Sum().Backward();

        Prints("tensor([[1., 2.],\n        [3., 3.]], grad_fn=<WhereBackward0>)", z);
        Prints("tensor([1., 1.])", x.Grad);
        Prints("tensor(2.)", y.Grad);
        Assert.HasCount(2, z.GradFn!.NextFunctions);
        Refuses("where expected condition to be a boolean tensor, but got a tensor with dtype Float", () => x.Where(x, x));
    }

    [TestMethod]
    public void A_condition_that_was_overwritten_stops_the_pass()
    {
        var condition = Bools(true, false);
        var y = Leaf(1, 2).Where(condition, Vector(0, 0));
        condition.Fill_(true);

        Assert.Contains("[torch.BoolTensor [2]] is at version 1", Assert.Throws<Exception>(() => y.Sum().Backward()).Message);
    }

    [TestMethod]
    public void Where_lets_no_infinite_or_nan_gradient_through_the_side_it_did_not_take()
    {
        Prints("tensor([0.0000, 0.2500])", Gradient(Leaf(-1, 4), x => x.Clamp(0).Sqrt()));
        Prints("tensor([0.0000, 0.2500])", Gradient(Leaf(0, 4), x => x.Relu().Sqrt()));
        Prints("tensor([0.0000, 0.2500])", Gradient(Leaf(0, 4), x => Vector(0, 1).Where(Bools(true, false), x).Sqrt()));
        Prints("tensor([0., 0.])", Gradient(Leaf(0, 4), x => (x.Pow(0) - 1).Sqrt()));
    }

    [TestMethod]
    public void Clamp_passes_the_gradient_at_both_bounds()
    {
        Prints("tensor([0., 1., 1., 1., 0.])", Gradient(Leaf(-1, 0, 0.5, 1, 2), x => x.Clamp(0, 1)));
        Prints("tensor([0., 1., 1.])", Gradient(Leaf(-1, 0, 1), x => x.Clamp(min: 0)));
        Prints("tensor([1., 1., 0.])", Gradient(Leaf(-1, 0, 1), x => x.Clamp(max: 0)));
    }

    [TestMethod]
    public void Clamp_of_nan_is_nan_and_of_crossed_bounds_the_upper()
    {
        Prints("tensor([nan, 1.])", Vector(NaN, 9).Clamp(0, 1));
        Prints("tensor([nan, nan])", Vector(1, 2).Clamp(0, NaN));
        Prints("tensor([1., 1., 1.])", Vector(0, 1, 2).Clamp(5, 1));
        Prints("tensor([0., 0.])", Gradient(Leaf(NaN, 2), x => x.Clamp(0, 1)));
        Prints("tensor([0., 0.])", Gradient(Leaf(1, 2), x => x.Clamp(NaN)));
        Prints("tensor([0., 0., 0., 0.])", Gradient(Leaf(0, 1, 3, 6), x => x.Clamp(5, 1)));
    }

    [TestMethod]
    public void Clamp_promotes_as_its_bounds_say()
    {
        Prints("tensor([0.5000, 9.0000])", Ints(-4, 9).Clamp(0.5));
        Prints("tensor([0, 2])", Ints(-4, 9).Clamp(0, 2));
        Prints("tensor([nan, nan])", Ints(-4, 9).Clamp(NaN));
        Refuses("torch.clamp: At least one of 'min' or 'max' must not be None", () => Vector(1).Clamp());
        Refuses("value cannot be converted to type uint8_t without overflow", () => Ints(DType.UInt8, 1).Clamp(max: 300));
        Refuses("value cannot be converted to type float without overflow", () => Vector(1).Clamp(max: 1e300));
    }

    [TestMethod]
    public void Gradients_at_kinks_are_PyTorchs()
    {
        Prints("tensor([0., 1., 0., 1.])", Gradient(Leaf(0, 2, -1, NaN), x => x.Relu()));
        Prints("tensor([ 0.,  0.,  1., -1.,  0.])", Gradient(Leaf(0, -0.0, 4, -3, NaN), x => x.Abs()));
        Prints("tensor([   inf, 0.2500,    nan])", Gradient(Leaf(0, 4, -1), x => x.Sqrt()));
        Prints("tensor([inf, -1.])", Gradient(Leaf(0, -1), x => x.Log()));
        Prints("tensor([-inf, -1.])", Gradient(Leaf(0, -1), x => x.Reciprocal()));
        Prints("tensor([-inf, -1.])", Gradient(Leaf(0, 1), x => Vector(1, 1) / x));
    }

    [TestMethod]
    public void Powers_of_and_to_0_have_PyTorchs_gradients()
    {
        Prints("tensor([0., 0., 0.])", Gradient(Leaf(0, 4, NaN), x => x.Pow(0)));
        Prints("tensor([1., 1., 1.])", Gradient(Leaf(0, 4, -1), x => x.Pow(1)));
        Prints("tensor([   inf, 0.2500,    nan])", Gradient(Leaf(0, 4, -1), x => x.Pow(0.5)));
        Prints("tensor([ 0.,  1., 12., nan, -inf])",
            Gradient(Leaf(0, 0, 2, -2, 0), x => x.Pow(Vector(0, 1, 3, 2.5, -1))));
        Prints("tensor([0., 0., -inf])", Gradient(Leaf(0, 1, -1), y => Vector(0, 0, 0).Pow(y)));
        Prints("tensor([0., 0., -inf])", Gradient(Leaf(0, 1, -1), y => T.Pow(0, y)));
        Prints("tensor([nan, nan])", Gradient(Leaf(0, 1), y => T.Pow(-1.5, y)));
    }

    [TestMethod]
    public void Nan_and_infinity_go_through()
    {
        Prints("tensor([nan, 0.])", Vector(NaN, -1).Relu());
        Prints("tensor([0., 1., nan, 1., 0.])", Vector(-1000, 1000, NaN, Infinity, -Infinity).Sigmoid());
        Prints("tensor([-1.,  1., nan])", Vector(-1000, 1000, NaN).Tanh());
        Prints("tensor([inf, -inf, nan])", Vector(1, -1, 0) / 0);
        Prints("tensor([nan])", Vector(-1).Sqrt());
        Prints("tensor([-inf, nan])", Vector(0, -1).Log());
        Prints("tensor([1., 1.])", Vector(NaN, 0).Pow(0));
    }

    [TestMethod]
    public void Null_operand_is_refused_in_Pythons_words()
    {
        T none = null!;
        Refuses("unsupported operand type(s) for +: 'Tensor' and 'NoneType'", () => Ones(2) + none);
        Refuses("unsupported operand type(s) for -: 'NoneType' and 'Tensor'", () => none - Ones(2));
        Refuses("unsupported operand type(s) for *: 'Tensor' and 'NoneType'", () => Ones(2) * none);
        Refuses("unsupported operand type(s) for /: 'NoneType' and 'NoneType'", () => none / none);
    }
}
