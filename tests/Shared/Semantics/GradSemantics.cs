namespace TwinGrad.Tests;

/// <summary>Gradients as values, and backward passes from and to chosen tensors.</summary>
public abstract class GradSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private const string Freed =
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
        + "Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). "
        + "Specify retain_graph=True if you need to backward through the graph a second time "
        + "or if you need to access saved tensors after calling backward.";

    [TestMethod]
    public void Grad_gives_the_gradient_and_leaves_Grad_alone()
    {
        var x = Leaf(1, 2, 3);

        Prints("tensor([2., 4., 6.])", Autograd.Grad(x.Pow(2).Sum(), x));

        Assert.IsNull(x.Grad);
    }

    [TestMethod]
    public void Grad_differentiates_by_several_inputs_leaves_or_not()
    {
        var (x, w) = (Leaf(1, 2), Leaf(3, 4));
        var h = x * w;

        var gradients = Autograd.Grad(h.Pow(2).Sum(), [x, h, w]);

        Prints("tensor([18., 64.])", gradients[0]);
        Prints("tensor([ 6., 16.])", gradients[1]);
        Prints("tensor([ 6., 32.])", gradients[2]);
        Assert.IsFalse(h.RetainsGrad);
    }

    [TestMethod]
    public void An_input_named_twice_gets_its_gradient_twice()
    {
        var x = Leaf(1, 2);

        var gradients = Autograd.Grad((x * 3).Sum(), [x, x]);

        Prints("tensor([3., 3.])", gradients[0]);
        Prints("tensor([3., 3.])", gradients[1]);
    }

    [TestMethod]
    public void The_output_itself_can_be_an_input()
    {
        var y = Leaf(1, 2).Pow(2).Sum();

        Prints("tensor(1.)", Autograd.Grad(y, y));
    }

    [TestMethod]
    public void Several_outputs_add_up_each_with_its_own_gradient()
    {
        var x = Leaf(1, 2);

        Prints("tensor([2., 5.])", Autograd.Grad([x * 2, x.Sum()], [x], [Vector(0.5, 2), null])[0]);
    }

    [TestMethod]
    public void Grad_of_a_recorded_pass_goes_to_any_order()
    {
        var x = Number(2.0, requiresGrad: true);

        var first = Autograd.Grad(x.Pow(4), x, createGraph: true);
        var second = Autograd.Grad(first, x, createGraph: true);
        var third = Autograd.Grad(second, x);

        Assert.AreEqual(32, first.Item<double>());
        Assert.AreEqual(48, second.Item<double>());
        Prints("tensor(48.)", third);
        Refuses("element 0 of tensors does not require grad and does not have a grad_fn", () => Autograd.Grad(third, x));
    }

    [TestMethod]
    public void An_input_that_is_not_in_the_graph_is_refused_or_null()
    {
        var (x, unused) = (Number(3.0, requiresGrad: true), Number(1.0, requiresGrad: true));

        Refuses(
            "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.",
            () => Autograd.Grad(x.Pow(2), [x, unused]));
        var gradients = Autograd.Grad(x.Pow(2), [x, unused], allowUnused: true);
        Prints("tensor(6.)", gradients[0]);
        Assert.IsNull(gradients[1]);
    }

    [TestMethod]
    public void What_cannot_be_differentiated_is_refused()
    {
        var x = Leaf(1, 2, 3);
        Refuses("One of the differentiated Tensors does not require grad", () => Autograd.Grad((x * 2).Sum(), Vector(1)));
        Refuses("element 0 of tensors does not require grad and does not have a grad_fn", () => Autograd.Grad(Vector(1), x));
        Refuses("grad can be implicitly created only for scalar outputs", () => Autograd.Grad(x * 2, x));
        Refuses("grad requires non-empty inputs.", () => Autograd.Grad(x.Sum(), []));
        Prints("tensor([2., 2., 2.])", Autograd.Grad([x * 2], [x], [Ones(3), Ones(3)])[0]); // one too many is ignored
        Refuses("got 2 tensors and 1 gradients", () => Autograd.Grad([x * 2, x * 3], [x], [Ones(3)]));
        Refuses(
            "Mismatch in shape: grad_output[0] has a shape of torch.Size([2]) and output[0] has a shape of torch.Size([3]).",
            () => Autograd.Grad(x * 2, x, Ones(2)));
    }

    [TestMethod]
    public void A_second_pass_needs_the_graph_retained()
    {
        var x = Number(3.0, requiresGrad: true);
        var y = x.Pow(2);
        Autograd.Grad(y, x, retainGraph: true);
        Autograd.Grad(y, x);
        Refuses(Freed, () => Autograd.Grad(y, x));
    }

    [TestMethod]
    public void A_value_overwritten_since_is_found()
    {
        var x = Leaf(1, 2);
        var h = x.Exp();
        var y = h.Sum();
        h.Add_(1);
        var exception = Assert.Throws<TorchException>(() => Autograd.Grad(y, x));
        Assert.StartsWith(
            "one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is "
            + "output 0 of ExpBackward0, is at version 1; expected version 0 instead.", exception.Message);
    }

    [TestMethod]
    public void A_pass_frees_only_what_it_went_through()
    {
        var (x, w) = (Leaf(2), Leaf(3));
        var (left, right) = (x.Exp(), w.Exp());
        var y = (left + right).Sum();

        Autograd.Grad(y, x);

        Prints("tensor([20.0855])", Autograd.Grad(right.Sum(), w));
        Refuses(Freed, () => Autograd.Grad(left.Sum(), x));
    }

    [TestMethod]
    public void A_tensor_that_retains_its_gradient_gets_it_from_Grad_too()
    {
        var x = Leaf(1, 2);
        var h = x * 2;
        h.RetainGrad();

        Autograd.Grad(h.Pow(2).Sum(), x);

        Prints("tensor([4., 8.])", h.Grad);
    }

    [TestMethod]
    public void Backward_adds_onto_the_named_inputs_alone()
    {
        var (x, w) = (Leaf(1, 2), Leaf(3, 4));
        var h = x * w;

        h.Pow(2).Sum().Backward(inputs: [x, h]);

        Prints("tensor([18., 64.])", x.Grad);
        Prints("tensor([ 6., 16.])", h.Grad);
        Assert.IsNull(w.Grad);
    }

    [TestMethod]
    public void Backward_starts_from_several_tensors()
    {
        var x = Leaf(1, 2);

        Autograd.Backward([x.Pow(2).Sum(), x * 3], [null, Vector(1, 10)]);

        Prints("tensor([ 5., 34.])", x.Grad);
    }

    [TestMethod]
    public void Backward_refuses_what_PyTorch_refuses()
    {
        var x = Number(3.0, requiresGrad: true);
        Refuses("`inputs` argument to `backward()` cannot be empty.", () => x.Pow(2).Backward(inputs: []));
        Refuses("can't retain_grad on Tensor that has requires_grad=False", () => x.Pow(2).Backward(inputs: [Number(1.0)]));
        Refuses(
            "element 1 of tensors does not require grad and does not have a grad_fn",
            () => Autograd.Backward([x.Pow(2), Number(1.0)]));
    }

    [TestMethod]
    public void RequiresGrad_can_be_set_as_a_property()
    {
        var x = Vector(1, 2);
        x.RequiresGrad = true;
        Prints("tensor([2., 2.])", Gradient(x, x => x * 2));
        x.RequiresGrad = false;
        Assert.IsFalse((x * 2).RequiresGrad);

        Refuses("only Tensors of floating point and complex dtype can require gradients", () => Ints(1, 2).RequiresGrad = true);
        Refuses(
            "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph "
            + "that doesn't require differentiation use var_no_grad = var.detach().",
            () => (Leaf(1, 2) * 2).RequiresGrad = false);
    }

    [TestMethod]
    public void A_version_counts_writes_to_the_memory()
    {
        var x = Vector(1, 2, 3);
        Assert.AreEqual(0, x.Version);
        x.Add_(1);
        x[0..2].Mul_(2);
        Assert.AreEqual(2, x.Version);
        Assert.AreEqual(2, x.Detach().Version);
        Assert.AreEqual(0, x.Clone().Version);
    }
}
