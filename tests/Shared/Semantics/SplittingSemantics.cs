namespace TwinGrad.Tests;

/// <summary>Tensors split into parts, and what may be done with one of several views.</summary>
public abstract class SplittingSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private const string OneOfMany = " This view is the output of a function that returns multiple views. Such functions do not allow the "
        + "output views to be modified inplace. You should replace the inplace operation by an out-of-place one.";

    [TestMethod]
    public void Parts_have_the_size_asked_for_and_the_last_one_the_rest()
    {
        Print(["tensor([0., 1., 2.])", "tensor([3., 4., 5.])", "tensor([6.])"], Counting(7).Split(3));
        Print(["tensor([[0.],\n        [2.]])", "tensor([[1.],\n        [3.]])"], Counting(2, 2).Split(1, dim: -1));
        Print(["tensor([0., 1.])"], Counting(2).Split(long.MaxValue));
        Print(["tensor([])"], Zeros(0).Split(0));
    }

    [TestMethod]
    public void Parts_have_the_sizes_asked_for()
    {
        Print(["tensor([0.])", "tensor([])", "tensor([1., 2.])"], Counting(3).Split([1, 0, 2]));
        Assert.IsEmpty(Zeros(0).Split([]));
    }

    [TestMethod]
    public void Chunks_are_at_most_as_many_as_asked_for()
    {
        Print(["tensor([0., 1.])", "tensor([2., 3.])"], Counting(4).Chunk(3));
        Print(["tensor([0., 1.])", "tensor([2.])"], Counting(3).Chunk(2));
        Assert.HasCount(3, Zeros(0, 3).Chunk(3));
        Assert.HasCount(1, Zeros(3).Chunk(1));
    }

    [TestMethod]
    public void Unbinding_drops_the_dimension()
    {
        Print(["tensor([0., 2.])", "tensor([1., 3.])"], Counting(2, 2).Unbind(1));
        Assert.IsEmpty(Zeros(0, 3).Unbind());
    }

    [TestMethod]
    public void A_narrowed_dimension_has_the_places_asked_for()
    {
        Prints("tensor([1., 2.])", Counting(4).Narrow(0, 1, 2));
        Prints("tensor([3.])", Counting(4).Narrow(0, -1, 1));
        Prints("tensor([])", Counting(4).Narrow(0, 4, 0));
        Assert.AreEqual("SliceBackward0", Leaf(1, 2).Narrow(0, 0, 1).GradFn?.Name);
    }

    [TestMethod]
    public void Parts_are_views()
    {
        var x = Counting(4);
        x.Split(2)[1].Add_(10);
        x.Unbind()[0].Fill_(7);
        x.Chunk(4)[1].Mul_(5);
        Prints("tensor([ 7.,  5., 12., 13.])", x);
    }

    [TestMethod]
    public void Each_part_gets_its_gradient()
    {
        var x = Leaf(1, 2, 3, 4, 5);
        var parts = x.Split([2, 3]);
        (parts[0].Sum() + (parts[1] * parts[1]).Sum()).Backward();
        Prints("tensor([ 1.,  1.,  6.,  8., 10.])", x.Grad);

        var y = Leaf(1, 2);
        (y.Unbind()[1] * 3).Backward();
        Prints("tensor([0., 3.])", y.Grad);
    }

    [TestMethod]
    public void One_of_several_views_is_not_written_while_recording()
    {
        var h = Leaf(1, 2, 3) * 1;
        Refuses("Output 2 of UnbindBackward0 is a view and is being modified inplace." + OneOfMany, () => h.Unbind()[2].Add_(1));
        Refuses("Output 0 of SplitBackward0 is a view and is being modified inplace." + OneOfMany, () => h.Chunk(3)[0].Mul_(2));
        Refuses("Output 1 of SplitWithSizesBackward0 is a view and is being modified inplace." + OneOfMany, () => h.Split([1, 2])[1].Zero_());
        Refuses("Output 0 of ViewBackward0 is a view and is being modified inplace." + OneOfMany, () => h.Split(3)[0].View(3, 1).Zero_());
        Refuses(
            "A view was created in no_grad mode and is being modified inplace with grad mode enabled." + OneOfMany,
            () => Zeros(2).Split(1)[0].Add_(h[..1]));
        using (TensorFactory<T>.NoGrad())
            h.Unbind()[0].Fill_(9);
        Prints("tensor([9., 2., 3.], grad_fn=<MulBackward0>)", h);
    }

    [TestMethod]
    public void One_of_several_views_is_lost_when_its_base_is_written()
    {
        var h = Leaf(1, 2, 3) * 1;
        var parts = h.Unbind();
        h.Mul_(2);
        Refuses(
            "Output 1 of UnbindBackward0 is a view and its base or another view of its base has been modified inplace." + OneOfMany,
            () => parts[1].GradFn);
        Refuses(
            "Output 1 of UnbindBackward0 is a view and its base or another view of its base has been modified inplace." + OneOfMany,
            () => parts[1] * 2);
    }

    [TestMethod]
    public void What_cannot_be_split_is_refused()
    {
        Refuses("split expects at least a 1-dimensional tensor", () => Number(1.0).Split(1));
        Refuses("split expects split_size be non-negative, but got split_size=-1", () => Zeros(4).Split(-1));
        Refuses("split_size can only be 0 if dimension size is 0, but got dimension size of 4", () => Zeros(4).Split(0));
        Refuses("Dimension out of range (expected to be in range of [-1, 0], but got 3)", () => Zeros(4).Split(1, 3));
        Refuses(
            "split_with_sizes expects split_sizes to sum exactly to 4 (input tensor's size at dimension 0), but got split_sizes=[1, 2]",
            () => Zeros(4).Split([1, 2]));
        Refuses(
            "split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=[5, -1]", () => Zeros(4).Split([5, -1]));
        Refuses("chunk expects `chunks` to be greater than 0, got: 0", () => Zeros(4).Chunk(0));
        Refuses("chunk expects at least a 1-dimensional tensor", () => Number(1.0).Chunk(2));
        Refuses("Dimension specified as 0 but tensor has no dimensions", () => Number(1.0).Unbind());
        Refuses("narrow() cannot be applied to a 0-dim tensor.", () => Number(1.0).Narrow(0, 0, 1));
        Refuses("narrow(): length must be non-negative.", () => Zeros(3).Narrow(0, 0, -1));
        Refuses("start (2) + length (2) exceeds dimension size (3).", () => Zeros(3).Narrow(0, -1, 2));
        Refuses("start (1) + length (9223372036854775807) exceeds dimension size (3).", () => Zeros(3).Narrow(0, 1, long.MaxValue));
        Refuses("start out of range (expected to be in range of [-3, 3], but got 4)", () => Zeros(3).Narrow(0, 4, 0));
    }

    [TestMethod]
    public void More_parts_than_memory_could_hold_end_nothing()
    {
        Assert.IsInstanceOfType<ITorchException>(Assert.Throws<Exception>(() => Zeros(1).Expand(1L << 50).Unbind()));
        Assert.IsInstanceOfType<ITorchException>(Assert.Throws<Exception>(() => Zeros(1).Expand(1L << 50).Split(1)));
        Assert.IsInstanceOfType<ITorchException>(Assert.Throws<Exception>(() => Zeros(0).Chunk(1L << 50)));
    }

    private static void Print(string[] expected, T[] actual)
        => CollectionAssert.AreEqual(expected, Array.ConvertAll(actual, Text));
}
