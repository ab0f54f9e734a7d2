namespace TwinGrad.Tests;

/// <summary>Leaves, their gradients and what becomes of them between passes.</summary>
public abstract class AccumulationSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_created_tensor_is_a_leaf_and_a_computed_one_is_not()
    {
        var x = Leaf(1, 2);
        var y = x * 2;

        Assert.IsTrue(x.IsLeaf && x.RequiresGrad);
        Assert.IsTrue(!y.IsLeaf && y.RequiresGrad);
        Assert.IsNull(x.GradFn);
        Assert.AreEqual("MulBackward0", y.GradFn?.Name);
    }

    [TestMethod]
    public void What_is_computed_of_plain_tensors_is_a_leaf()
    {
        var y = Vector(1, 2) * 2;

        Assert.IsTrue(y.IsLeaf);
        Assert.IsFalse(y.RequiresGrad);
    }

    [TestMethod]
    public void There_is_no_gradient_before_a_pass() => Assert.IsNull(Leaf(1).Grad);

    [TestMethod]
    public void Gradients_of_several_passes_add_up()
    {
        var x = Leaf(1, 2);
        x.Pow(2).Sum().Backward();
        x.Pow(2).Sum().Backward();

        Prints("tensor([4., 8.])", x.Grad);
    }

    [TestMethod]
    public void A_leaf_used_several_times_gets_the_sum()
    {
        var x = Leaf(2, 3);

        Prints("tensor([17., 34.])", Gradient(x, x => x * x + x.Pow(3) + x));
    }

    [TestMethod]
    public void Who_holds_the_gradient_sees_it_grow()
    {
        var x = Leaf(1, 2);
        x.Sum().Backward();
        var held = x.Grad!;
        x.Sum().Backward();

        Prints("tensor([2., 2.])", held);
    }

    [TestMethod]
    public void Zero_keeps_the_gradient_and_ZeroGrad_forgets_it()
    {
        var x = Leaf(1, 2);
        x.Sum().Backward();
        x.Grad!.Zero_();
        Prints("tensor([0., 0.])", x.Grad);
        x.Sum().Backward();
        Prints("tensor([1., 1.])", x.Grad);

        x.ZeroGrad();
        Assert.IsNull(x.Grad);
        x.Sum().Backward();
        Prints("tensor([1., 1.])", x.Grad);
    }

    [TestMethod]
    public void An_assigned_gradient_is_added_to()
    {
        var x = Leaf(1, 2);
        x.Grad = Vector(5, 6);
        x.Sum().Backward();

        Prints("tensor([6., 7.])", x.Grad);
    }

    [TestMethod]
    public void A_gradient_of_another_dtype_or_the_tensor_itself_is_refused()
    {
        var x = Leaf(1, 2);

        Refuses(
            "attempting to assign a gradient with dtype 'double' to a tensor with dtype 'float'. "
            + "Please ensure that the gradient and the tensor have the same dtype",
            () => x.Grad = Doubles(1, 2));
        Refuses("can't assign Variable as its own grad", () => x.Grad = x);
    }

    [TestMethod]
    public void The_gradient_given_to_backward_is_not_taken_over()
    {
        var x = Leaf(1, 2);
        var gradient = Vector(1, 2);
        x.Backward(gradient);
        x.Backward(gradient);

        Prints("tensor([1., 2.])", gradient);
        Prints("tensor([2., 4.])", x.Grad);
    }

    [TestMethod]
    public void A_non_leaf_keeps_its_gradient_if_it_is_told_to()
    {
        var x = Leaf(1, 2);
        var y = x * 3;
        y.RetainGrad();
        y.Pow(2).Sum().Backward();

        Assert.IsTrue(y.RetainsGrad);
        Prints("tensor([ 6., 12.])", y.Grad);
        Prints("tensor([18., 36.])", x.Grad);
    }

    [TestMethod]
    public void Retained_gradients_add_up_over_passes()
    {
        var x = Leaf(1, 2);
        var y = x * 3;
        y.RetainGrad();
        y.Sum().Backward(retainGraph: true);
        y.Sum().Backward();

        Prints("tensor([2., 2.])", y.Grad);
    }

    [TestMethod]
    public void The_root_of_a_pass_retains_its_gradient_too()
    {
        var y = Leaf(3) * 1;
        y.RetainGrad();
        y.Backward();

        Prints("tensor([1.])", y.Grad);
    }

    [TestMethod]
    public void A_retained_gradient_is_that_of_the_tensor_as_it_was_written_last()
    {
        var x = Leaf(1, 2);
        var y = x * 1;
        y.RetainGrad();
        y.Mul_(2);
        (y * 3).Sum().Backward();

        Prints("tensor([3., 3.])", y.Grad);
        Prints("tensor([6., 6.])", x.Grad);

        var z = x * 1;
        z.RetainGrad();
        z[0].Mul_(2);
        (z * 3).Sum().Backward();
        Prints("tensor([3., 3.])", z.Grad);
    }

    [TestMethod]
    public void A_gradient_comes_in_the_dtype_of_its_tensor()
    {
        var x = Leaf(1, 2);
        x.Backward(Doubles(1, 2));
        (x * 1).Backward(Ints(1, 2));
        (x.To(DType.Float64) * 2).Sum().Backward();

        Prints("tensor([4., 6.])", x.Grad);
    }

    [TestMethod]
    public void A_leaf_that_no_longer_asks_for_a_gradient_gets_none()
    {
        var x = Leaf(1, 2);
        var y = (x * 2).Sum();
        x.RequiresGrad_(false);
        y.Backward();

        Assert.IsNull(x.Grad);
    }

    [TestMethod]
    public void Detach_shares_memory_and_leaves_the_graph()
    {
        var x = Leaf(1, 2);
        var detached = x.Detach();
        detached[0] = Number(9.0);

        Assert.IsTrue(detached.IsLeaf);
        Assert.IsFalse(detached.RequiresGrad);
        Prints("tensor([9., 2.], requires_grad=True)", x);
        Prints("tensor([2., 2.])", Gradient(x, x => x * 2 + x.Detach()));
    }
}
