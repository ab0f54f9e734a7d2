namespace TwinGrad.Tests;

/// <summary><c>x[...]</c> read and written.</summary>
public abstract class IndexingSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void An_integer_takes_a_place_and_a_range_keeps_its_dimension()
    {
        var x = Counting(2, 3, 4);
        Prints("tensor([20., 21., 22., 23.])", x[1, ^1]);
        Prints("tensor([20., 21., 22., 23.])", x[-1, -1]);
        Prints("tensor(23.)", x[1, 2, 3]);
        Prints("tensor([[ 4.,  8.],\n        [16., 20.]])", x[.., 1..3, 0]);
        HasShape(x[0..1], 1, 3, 4);
        HasShape(x[^1..], 1, 3, 4);
        HasShape(x[..], 2, 3, 4);
    }

    [TestMethod]
    public void An_ellipsis_stands_for_what_is_left_and_a_new_axis_is_put_in()
    {
        var x = Counting(2, 3, 4);
        Prints("tensor([[ 2.,  6., 10.],\n        [14., 18., 22.]])", x[TensorIndex.Ellipsis, 2]);
        HasShape(x[0, TensorIndex.Ellipsis], 3, 4);
        HasShape(x[0, TensorIndex.Ellipsis, 1, 2]);
        HasShape(x[TensorIndex.NewAxis, 0, TensorIndex.Ellipsis, TensorIndex.NewAxis], 1, 3, 4, 1);
        Prints("tensor([1.])", Number(1.0)[TensorIndex.NewAxis]);
        Prints("tensor(1.)", Number(1.0)[TensorIndex.Ellipsis]);
    }

    [TestMethod]
    public void Ranges_step_and_are_cut_as_Pythons()
    {
        var x = Vector(1, 2, 3, 4, 5);
        Prints("tensor([1., 3., 5.])", x[TensorIndex.Slice(step: 2)]);
        Prints("tensor([2., 4.])", x[TensorIndex.Slice(1, step: 2)]);
        Prints("tensor([2.])", x[TensorIndex.Slice(1, 3, 2)]);
        Prints("tensor([3., 4., 5.])", x[2..10]);
        Prints("tensor([4., 5.])", x[^2..]);
        Prints("tensor([1., 2., 3., 4.])", x[^9..^1]);
        Prints("tensor([])", x[3..2]);
        Prints("tensor([])", x[7..9]);
        Refuses("slice step cannot be zero", () => x[TensorIndex.Slice(step: 0)]);
        Refuses("step must be greater than zero", () => x[TensorIndex.Slice(step: -1)]);
    }

    [TestMethod]
    public void Places_that_are_not_there_are_refused()
    {
        Refuses("index 3 is out of bounds for dimension 0 with size 3", () => Vector(1, 2, 3)[3]);
        Refuses("index -4 is out of bounds for dimension 0 with size 3", () => Vector(1, 2, 3)[-4]);
        Refuses("too many indices for tensor of dimension 1", () => Vector(1, 2, 3)[0, 0]);
        Refuses("an index can only have a single ellipsis ('...')", () => Zeros(2, 2)[TensorIndex.Ellipsis, TensorIndex.Ellipsis]);
        Refuses("select(): index 2 out of range for tensor of size [2] at dimension 0", () => Vector(1, 2).Select(0, 2));
        Refuses("select() cannot be applied to a 0-dim tensor.", () => Number(1.0).Select(0, 0));
        Refuses("slice() cannot be applied to a 0-dim tensor.", () => Number(1.0).Slice(0, 0, 1));
        Refuses("Dimension out of range (expected to be in range of [-1, 0], but got 1)", () => Vector(1, 2).Select(1, 0));
        Assert.ThrowsExactly<TorchIndexException>(() => Vector(1)[1]);
    }

    [TestMethod]
    public void Gradients_go_to_the_places_taken()
    {
        Prints("tensor([0., 1., 0., 1., 0.])", Gradient(Leaf(1, 2, 3, 4, 5), x => x[TensorIndex.Slice(1, step: 2)]));
        Prints("tensor([0., 2., 2.])", Gradient(Leaf(1, 2, 3), x => x[1..] + x[^1] + x[1] - x[^1..] - x[1..2] + x[1..]));
        var matrix = Zeros(2, 2).RequiresGrad_();
        Prints("tensor([[0., 1.],\n        [1., 2.]])", Gradient(matrix, x => x[1] + x[.., 1]));
    }

    [TestMethod]
    public void A_whole_range_is_a_view_and_not_the_tensor()
    {
        var x = Leaf(1, 2);
        Assert.AreNotSame(x, x[..]);
        Assert.AreEqual("SliceBackward0", x[..].GradFn?.Name);
    }

    [TestMethod]
    public void Writing_broadcasts_converts_and_drops_leading_ones()
    {
        var x = Zeros(2, 3);
        x[0] = Vector(1, 2, 3);
        x[1, 0..2] = Number(7);
        x[1, 2] = Ones(1, 1, 1);
        Prints("tensor([[1., 2., 3.],\n        [7., 7., 1.]])", x);

        x[..] = Ones(1, 1, 3);
        x[.., 0] = Doubles(8);
        Prints("tensor([[8., 1., 1.],\n        [8., 1., 1.]])", x);

        var n = Ints(1, 2);
        n[0] = Number(2.9);
        Prints("tensor([2, 2])", n);
        n[0..0] = Zeros(0);
        Prints("tensor([2, 2])", n);
    }

    [TestMethod]
    public void A_value_that_does_not_fit_is_refused_as_setitem_refuses_it()
    {
        Refuses(
            "The expanded size of the tensor (2) must match the existing size (3) at non-singleton dimension 0.  "
            + "Target sizes: [2].  Tensor sizes: [3]",
            () => Zeros(3)[0..2] = Zeros(3));
        Refuses(
            "expand(torch.FloatTensor{[3, 2]}, size=[2]): the number of sizes provided (1) must be greater or equal to the number of "
            + "dimensions in the tensor (2)",
            () => Zeros(3)[0..2] = Zeros(3, 2));
    }

    [TestMethod]
    public void Written_values_get_their_gradients()
    {
        var (w, v) = (Number(7.0, requiresGrad: true), Leaf(1, 2));
        var x = Zeros(2, 2);
        x[.., 0] = w;
        x[.., 1] = v;
        (x * Counting(2, 2)).Sum().Backward();

        Prints("tensor(2.)", w.Grad);
        Prints("tensor([1., 3.])", v.Grad);
    }
}
