namespace TwinGrad.Tests;

/// <summary>Views share memory and graph: a write through one is seen by all, and gradients find their way.</summary>
public abstract class ViewSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Views_share_memory_in_both_directions()
    {
        var x = Counting(2, 3);
        var (row, column, transposed, flat) = (x[1], x[.., 0], x.Transpose(), x.View(6));
        row.Mul_(10);
        flat[0] = Number(-1.0);

        Prints("tensor([[-1.,  1.,  2.],\n        [30., 40., 50.]])", x);
        Prints("tensor([-1., 30.])", column);
        Prints("tensor([[-1., 30.],\n        [ 1., 40.],\n        [ 2., 50.]])", transposed);
    }

    [TestMethod]
    public void A_write_through_a_view_is_an_operation_of_its_root()
    {
        var x = Leaf(1, 2, 3);
        var y = x * 1;
        var view = y[1..];
        view.Mul_(10);

        Prints("tensor([ 1., 20., 30.], grad_fn=<CopySlices>)", y);
        Prints("tensor([20., 30.], grad_fn=<AsStridedBackward0>)", view);
        (y * Vector(1, 2, 3)).Sum().Backward();
        Prints("tensor([ 1., 20., 30.])", x.Grad);
    }

    [TestMethod]
    public void A_gradient_that_lies_expanded_or_transposed_in_memory_passes_a_write_through_a_view()
    {
        var (x, w) = (Leaf(1, 2, 3, 4), Leaf(2));
        var expanded = x * 1;
        expanded[1..].Mul_(w);
        expanded.Sum().Backward();
        Prints("tensor([1., 2., 2., 2.])", x.Grad);
        Prints("tensor([9.])", w.Grad);

        x.ZeroGrad();
        w.ZeroGrad();
        var transposed = x.View(2, 2) * 1;
        transposed[1].Mul_(w);
        (transposed.Transpose() * Vector(1, 10)).Sum().Backward();
        Prints("tensor([ 1.,  1., 20., 20.])", x.Grad);
        Prints("tensor([70.])", w.Grad);
    }

    [TestMethod]
    public void A_view_taken_before_the_write_passes_gradients_of_the_new_values()
    {
        var x = Leaf(1, 2, 3);
        var y = x * 1;
        var (first, last) = (y[..2], y[1..]);
        last.Mul_(10);
        (first * Vector(1, 100)).Sum().Backward();

        Prints("tensor([ 1., 20.], grad_fn=<AsStridedBackward0>)", first);
        Prints("tensor([   1., 1000.,    0.])", x.Grad);
    }

    [TestMethod]
    public void A_write_to_the_root_is_seen_by_its_views()
    {
        var x = Leaf(1, 2, 3);
        var y = x * 1;
        var view = y[1..];
        y.Mul_(5);
        view.Sum().Backward();

        Prints("tensor([10., 15.], grad_fn=<AsStridedBackward0>)", view);
        Prints("tensor([0., 5., 5.])", x.Grad);
    }

    [TestMethod]
    public void A_view_of_a_view_writes_to_the_root()
    {
        var x = Leaf(1, 2, 3, 4);
        var y = x * 1;
        y.View(2, 2).Transpose()[1].Mul_(10);

        Prints("tensor([ 1., 20.,  3., 40.], grad_fn=<CopySlices>)", y);
        Prints("tensor([ 1., 10.,  1., 10.])", Gradient(x, _ => y));
    }

    [TestMethod]
    public void A_tracked_value_written_into_a_plain_tensors_view_is_tracked()
    {
        var w = Leaf(7);
        var x = Zeros(2, 2);
        x[.., 0] = w;

        Prints("tensor([[7., 0.],\n        [7., 0.]], grad_fn=<CopySlices>)", x);
        Prints("tensor([28.])", Gradient(w, _ => x.Pow(2)));
    }

    [TestMethod]
    public void Several_writes_are_passed_in_order()
    {
        var (x, w) = (Leaf(1, 2, 3), Leaf(5));
        var y = x * 1;
        y[0].Mul_(2);
        y[..2].Mul_(w);
        y.Add_(1);
        y[2] = Number(0.0);
        (y * y).Sum().Backward();

        Prints("tensor([11., 11.,  0.], grad_fn=<CopySlices>)", y);
        Prints("tensor([220., 110.,   0.])", x.Grad);
        Prints("tensor([88.])", w.Grad);
    }

    [TestMethod]
    public void A_write_through_a_view_can_be_differentiated_twice()
    {
        var x = Leaf(1, 2);
        var y = x * 1;
        y[0].Mul_(x[1]);
        y.Pow(2).Sum().Backward(createGraph: true);
        var gradient = x.Grad!;
        Prints("tensor([8., 8.])", gradient.Detach());
        x.ZeroGrad();
        gradient.Sum().Backward();

        // f = x0^2 x1^2 + x1^2: f00 = 2 x1^2, f01 = 4 x0 x1, f11 = 2 x0^2 + 2.
        Prints("tensor([16., 12.])", x.Grad);
    }

    [TestMethod]
    public void A_write_inside_NoGrad_or_to_the_detached_memory_rebuilds_views_too()
    {
        var x = Leaf(1, 2);
        var (ofLeaf, y) = (x[..1], x * 1);
        var (view, detached) = (y[..1], y[..1]);
        using (TensorFactory<T>.NoGrad())
            x.Add_(1);
        y.Detach().Add_(1);

        Prints("tensor([2.], grad_fn=<AsStridedBackward0>)", ofLeaf);
        Prints("tensor([2.], grad_fn=<AsStridedBackward0>)", view);
        Prints("tensor([1., 0.])", Gradient(x, _ => ofLeaf));
        Prints("tensor([2.], grad_fn=<AsStridedBackward0>)", detached);
    }

    [TestMethod]
    public void A_view_taken_inside_NoGrad_is_not_written_outside()
    {
        const string Ambiguous = "A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given that this use "
            + "case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either "
            + "both inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want the inplace to be tracked).";
        Refuses(Ambiguous, () => ViewTakenInside(Leaf(1, 2) * 1).Add_(1));
        Refuses(Ambiguous, () => ViewTakenInside(Leaf(1, 2)).Add_(1));
        Refuses(Ambiguous, () => ViewTakenInside(Vector(1, 2)).Add_(Leaf(1)));
        Prints("tensor([2.])", ViewTakenInside(Vector(1, 2)).Add_(1));

        static T ViewTakenInside(T x)
        {
            using (TensorFactory<T>.NoGrad())
                return x[..1];
        }
    }

    [TestMethod]
    public void An_expanded_tensor_is_read_but_not_written()
    {
        var x = Leaf(1, 2);
        Prints("tensor([3., 3.])", Gradient(x, x => x.Expand(3, 2)));
        Refuses(
            "unsupported operation: more than one element of the written-to tensor refers to a single memory location. "
            + "Please clone() the tensor before performing the operation.",
            () => Vector(1).Expand(3).Mul_(2));
    }

    [TestMethod]
    public void Reshape_is_a_view_where_strides_allow_it_and_else_a_copy()
    {
        var x = Counting(2, 3);
        x.Reshape(6)[0] = Number(9.0);
        x.Transpose().Reshape(6)[1] = Number(9.0);

        Prints("tensor([[9., 1., 2.],\n        [3., 4., 5.]])", x);
        Refuses(
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). "
            + "Use .reshape(...) instead.",
            () => x.Transpose().View(6));
    }
}
