namespace TwinGrad.Tests;

/// <summary>Writing into tensors: what may be written, and what a pass says of values that were overwritten.</summary>
public abstract class InPlaceSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private const string LeafView = "a view of a leaf Variable that requires grad is being used in an in-place operation.";
    private const string Leafs = "a leaf Variable that requires grad is being used in an in-place operation.";

    [TestMethod]
    public void Every_operation_writes_and_returns_its_tensor()
    {
        var x = Vector(1, 2, 3);

        Assert.AreSame(x, x.Add_(1).Sub_(Vector(0, 1, 2)).Mul_(3).Div_(Vector(2, 3, 6)));
        Prints("tensor([3., 2., 1.])", x);
        Assert.AreSame(x, x.Fill_(4).Copy_(Vector(7, 8, 9)));
        Prints("tensor([7., 8., 9.])", x);
        Prints("tensor([0., 0., 0.])", x.Zero_());
    }

    [TestMethod]
    public void Gradients_flow_through_what_was_written()
    {
        var (x, w) = (Leaf(1, 2), Leaf(3, 4));
        var y = x * 1;
        y.Mul_(w).Add_(x).Div_(2).Sub_(w);
        y.Sum().Backward();

        Prints("tensor([2.0000, 2.5000])", x.Grad);
        Prints("tensor([-0.5000,  0.0000])", w.Grad);
    }

    [TestMethod]
    public void A_plain_tensor_that_a_tracked_one_is_written_to_is_tracked()
    {
        var x = Leaf(1, 2);
        var y = Zeros(2);
        y.Add_(x);

        Prints("tensor([1., 2.], grad_fn=<AddBackward0>)", y);
        Prints("tensor([3., 3.])", Gradient(x, _ => y * 3));
    }

    [TestMethod]
    public void What_was_overwritten_gets_no_gradient()
    {
        var (x, y) = (Leaf(1, 2), Leaf(5, 6));
        (x * 2).Copy_(y).Sum().Backward();
        (x * 2).Zero_().Sum().Backward();
        (x * 2).Fill_(3).Sum().Backward();

        Prints("tensor([0., 0.])", x.Grad);
        Prints("tensor([1., 1.])", y.Grad);
    }

    [TestMethod]
    public void A_leaf_that_requires_grad_is_not_written()
    {
        Refuses(Leafs, () => Leaf(1).Add_(1));
        Refuses(Leafs, () => Leaf(1).Zero_());
        Refuses(Leafs, () => Leaf(1).Fill_(1));
        Refuses(Leafs, () => Leaf(1).Copy_(Vector(2)));
        Refuses(Leafs, () => Zeros(1, 2).RequiresGrad_().Squeeze_(0));
        Refuses(LeafView, () => Leaf(1, 2)[0].Mul_(2));
        Refuses(LeafView, () => Leaf(1, 2).View(2, 1).Zero_());
        Refuses(LeafView, () => Leaf(1, 2)[..].Copy_(Vector(1, 2)));
    }

    [TestMethod]
    public void A_refused_write_changes_nothing()
    {
        var x = Leaf(1, 2);
        Assert.Throws<Exception>(() => x.Add_(1));
        var n = Ints(1, 2);
        Assert.Throws<Exception>(() => n.Add_(Vector(0.5, 0.5)));
        Assert.Throws<Exception>(() => n.Add_(Ints(1, 2, 3)));

        Prints("tensor([1., 2.], requires_grad=True)", x);
        Prints("tensor([1, 2])", n);
    }

    [TestMethod]
    public void A_saved_value_that_was_overwritten_stops_the_pass()
    {
        var x = Leaf(1, 2);
        var y = x * 1;
        var z = y * y;
        y.Mul_(2);

        Refuses(Modified("[torch.FloatTensor [2]], which is output 0 of MulBackward0,", 1), () => z.Sum().Backward());
    }

    [TestMethod]
    public void A_value_that_is_not_saved_may_be_overwritten()
    {
        var x = Leaf(1, 2);
        var y = x * 1;
        var sum = y.Sum() + y.Mean(0) + y[0] + y.Expand(3, 2).Sum() + y.Reshape(2, 1).Sum() + (y + 1).Sum() + y.Clone().Sum();
        y.Add_(100);
        sum.Backward();

        Prints("tensor([8.5000, 7.5000])", x.Grad);
    }

    [TestMethod]
    public void Writing_a_tensor_into_itself_overwrites_what_was_saved()
    {
        var x = Leaf(1, 2);
        var y = x * 1;
        y.Add_(y);
        Prints("tensor([2., 2.])", Gradient(x, _ => y));

        var z = Leaf(1, 2) * 1;
        z.Mul_(z);
        Refuses(Modified("[torch.FloatTensor [2]], which is output 0 of MulBackward0,", 1), () => z.Sum().Backward());
    }

    [TestMethod]
    public void Squeeze_in_place_changes_the_shape_and_the_version()
    {
        var x = Leaf(1, 2);
        var y = x.View(1, 2) * 2;
        Assert.AreSame(y, y.Squeeze_(0));
        HasShape(y, 2);
        (y * Vector(3, 4)).Sum().Backward();
        Prints("tensor([6., 8.])", x.Grad);

        var saved = x.View(1, 2).Exp();
        saved.Squeeze_(0);
        Refuses(Modified("[torch.FloatTensor [1, 2]], which is output 0 of ExpBackward0,", 1), () => saved.Sum().Backward());
    }

    [TestMethod]
    public void The_shape_of_what_is_written_decides()
    {
        Prints("tensor([[1., 2.],\n        [1., 2.]])", Zeros(2, 2).Add_(Vector(1, 2)));
        Prints("tensor([[1., 2.],\n        [1., 2.]])", Zeros(2, 2).Copy_(Vector(1, 2)));
        Refuses("output with shape [2] doesn't match the broadcast shape [3, 2]", () => Zeros(2).Add_(Zeros(3, 2)));
        Refuses("output with shape [] doesn't match the broadcast shape [1]", () => Number(1.0).Add_(Vector(1)));
        Refuses("output with shape [2] doesn't match the broadcast shape [1, 2]", () => Zeros(2).Copy_(Zeros(1, 2)));
        Refuses("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0", () => Zeros(2).Copy_(Zeros(3)));
    }

    [TestMethod]
    public void The_dtype_of_what_is_written_stays()
    {
        Prints("tensor([1., 2.])", Zeros(2).Add_(Doubles(1, 2)));
        Refuses("result type Float can't be cast to the desired output type Long", () => Ints(1, 2).Add_(1.5));
        Refuses("result type Float can't be cast to the desired output type Long", () => Ints(1, 2).Div_(2));
        Refuses("result type Float can't be cast to the desired output type Long", () => Ints(1, 2).Mul_(Vector(1, 2)));
        Refuses("result type Long can't be cast to the desired output type Bool", () => Bools(true).Add_(1));
    }

    [TestMethod]
    public void Copy_converts_and_passes_the_gradient_in_the_sources_dtype()
    {
        Prints("tensor([ 1, -1])", Ints(0, 0).Copy_(Vector(1.9, -1.9)));
        Prints("tensor([ True, False])", Bools(false, true).Copy_(Vector(0.5, 0)));
        Prints("tensor([ 44, 255], dtype=torch.uint8)", Ints(DType.UInt8, 1, 2).Copy_(Vector(300, -1)));
        var x = Doubles(1.5, 2).RequiresGrad_();
        Prints("tensor([1., 1.], dtype=torch.float64)", Gradient(x, x => Zeros(2).Copy_(x)));
    }

    [TestMethod]
    public void Memory_that_is_shared_in_another_order_is_not_written()
    {
        const string Overlap = "unsupported operation: some elements of the input tensor and the written-to tensor refer to a single "
            + "memory location. Please clone() the tensor before performing the operation.";
        var x = Vector(1, 2, 3, 4);

        Refuses(Overlap, () => x[1..].Add_(x[..3]));
        Refuses(Overlap, () => x[1..].Copy_(x[..3]));
        Refuses(Overlap, () => x.View(2, 2).Add_(x.View(2, 2).Transpose()));
        Prints("tensor([2., 4.])", x[..2].Add_(x[..2]));
        Prints("tensor([5., 8.])", x[..2].Add_(x[2..]));
        Prints("tensor([13.,  7.])", x[TensorIndex.Slice(step: 2)].Add_(x[TensorIndex.Slice(1, step: 2)]));
    }

    private static string Modified(string what, int version)
        => $"one of the variables needed for gradient computation has been modified by an inplace operation: {what} is at version {version}; "
            + "expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, "
            + "with torch.autograd.set_detect_anomaly(True).";
}
