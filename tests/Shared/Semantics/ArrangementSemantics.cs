namespace TwinGrad.Tests;

/// <summary>The same elements in another order, repeated, in windows or in part.</summary>
public abstract class ArrangementSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Flipped_dimensions_run_backwards()
    {
        Prints("tensor([2., 1., 0.])", Counting(3).Flip(0));
        Prints("tensor([[3., 2.],\n        [1., 0.]])", Counting(2, 2).Flip(0, -1));
        Prints("tensor([[2., 0.],\n        [3., 1.]])", Counting(2, 2).Transpose().Flip(1));
        Prints("tensor([0., 1.])", Counting(2).Flip());
        Prints("tensor(4.)", Number(4.0).Flip(0));
        Prints("tensor([[2., 3.],\n        [0., 1.]])", Composites.Flipud(Counting(2, 2)));
        Prints("tensor([[1., 0.],\n        [3., 2.]])", Composites.Fliplr(Counting(2, 2)));
        Refuses("dim 0 appears multiple times in the list of dims", () => Zeros(3, 3).Flip(0, -2));
        Refuses("Dimension out of range (expected to be in range of [-1, 0], but got 4)", () => Zeros(3).Flip(4));
        Refuses("Input must be >= 2-d.", () => Composites.Fliplr(Zeros(3)));
        Refuses("Input must be >= 1-d.", () => Composites.Flipud(Number(3.0)));
    }

    [TestMethod]
    public void Rolled_places_come_in_at_the_start()
    {
        Prints("tensor([3., 0., 1., 2.])", Counting(4).Roll(1));
        Prints("tensor([1., 2., 3., 0.])", Counting(4).Roll(-5, 0));
        Prints("tensor([[3., 0.],\n        [1., 2.]])", Counting(2, 2).Roll(1));
        Prints("tensor([[3., 2.],\n        [1., 0.]])", Counting(2, 2).Roll([1, 1], [0, 1]));
        Prints("tensor([2, 3, 0, 1])", TensorFactory<T>.Arange(4).Roll([1, 1], [0, 0]));
        Prints("tensor(1.)", Number(1.0).Roll(3));
        HasShape(Zeros(0, 2).Roll(1, 0), 0, 2);
        Refuses("shifts and dimensions must align. shifts: 2, dims:1", () => Zeros(3, 3).Roll([1, 2], [0]));
        Refuses("`shifts` required", () => Zeros(3).Roll([], []));
        Refuses("Dimension specified as 0 but tensor has no dimensions", () => Number(1.0).Roll(1, 0));
        Refuses("Dimension out of range (expected to be in range of [-1, 0], but got 4)", () => Zeros(3).Roll(1, 4));
    }

    [TestMethod]
    public void Repeats_fill_the_larger_shape()
    {
        Prints("tensor([0., 1., 0., 1.])", Counting(2).Repeat(2));
        Prints("tensor([[0., 1.],\n        [0., 1.]])", Counting(2).Repeat(2, 1));
        Prints("tensor([[0., 0.],\n        [1., 1.]])", Counting(2, 1).Repeat(1, 2));
        Prints("tensor(5.)", Number(5.0).Repeat());
        HasShape(Zeros(2, 2).Repeat(0, 3), 0, 6);
        HasShape(Zeros(2, 2).Tile(2), 2, 4);
        Prints("tensor([2., 2.])", Gradient(Leaf(1, 2), x => x.Repeat(2)));
        Refuses("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor", () => Zeros(2, 2).Repeat(2));
        Refuses("Trying to create tensor with negative dimension -2: [-2]", () => Zeros(2).Repeat(-1));
        Refuses("Storage size calculation overflowed with sizes=[4611686018427387904, 2048]", () => Zeros(2).Repeat(1L << 62, 1L << 10));
        Refuses("numel: integer multiplication overflow", () => Zeros(2).Repeat(1L << 62));
    }

    [TestMethod]
    public void Interleaved_repeats_lie_side_by_side()
    {
        Prints("tensor([0., 0., 1., 1.])", Counting(2).RepeatInterleave(2));
        Prints("tensor([0., 0., 1., 1., 2., 2., 3., 3.])", Counting(2, 2).RepeatInterleave(2));
        Prints("tensor([[0., 0., 1., 1.],\n        [2., 2., 3., 3.]])", Counting(2, 2).RepeatInterleave(2, -1));
        Prints("tensor([1., 1.])", Number(1.0).RepeatInterleave(2, 0));
        HasShape(Zeros(2, 2).RepeatInterleave(0, 1), 2, 0);
        Refuses("repeats can not be negative", () => Zeros(2).RepeatInterleave(-1));
    }

    [TestMethod]
    public void Windows_are_views_of_their_places()
    {
        var x = Counting(5);
        Prints("tensor([[0., 1.],\n        [2., 3.]])", x.Unfold(0, 2, 2));
        Prints("tensor([7.])", Number(7.0).Unfold(0, 1, 1));
        HasShape(Zeros(3, 4).Unfold(0, 2, 1), 2, 4, 2);
        HasShape(Zeros(3).Unfold(0, 0, 1), 4, 0);
        HasShape(Zeros(3).Unfold(0, 2, long.MaxValue), 1, 2);
        x.Unfold(0, 2, 3)[1, 0] = Number(9.0);
        Prints("tensor([0., 1., 2., 9., 4.])", x);
        Prints("tensor([1., 2., 2., 1.])", Gradient(Leaf(1, 2, 3, 4), y => y.Unfold(0, 2, 1)));
        Refuses("maximum size for tensor at dimension 0 is 3 but size is 10", () => Zeros(3).Unfold(0, 10, 1));
        Refuses("size is -1 but must be >= 0", () => Zeros(3).Unfold(0, -1, 1));
        Refuses("step is 0 but must be > 0", () => Zeros(3).Unfold(0, 2, 0));
        Refuses("Dimension out of range (expected to be in range of [-1, 0], but got 1)", () => Zeros(3).Unfold(1, 2, 1));
    }

    [TestMethod]
    public void Moved_dimensions_leave_the_others_in_order()
    {
        HasShape(Zeros(2, 3, 4).Movedim(0, -1), 3, 4, 2);
        HasShape(Zeros(2, 3, 4).Movedim([2, 1], [0, 2]), 4, 2, 3);
        HasShape(Number(1.0).Movedim(0, 0));
        Assert.AreEqual("PermuteBackward0", Leaf(1).Movedim(0, 0).GradFn?.Name);
        Refuses("movedim: repeated dim in `source` ([0, 0])", () => Zeros(2, 2).Movedim([0, 0], [0, 1]));
        Refuses("movedim: repeated dim in `destination` ([0, 0])", () => Zeros(2, 2).Movedim([0, 1], [0, 0]));
        Refuses(
            "movedim: Invalid source or destination dims: source ([0, 1] dims) should contain the same number of dims as destination "
            + "([0] dims)",
            () => Zeros(2, 2).Movedim([0, 1], [0]));
        Refuses("Dimension out of range (expected to be in range of [-2, 1], but got 5)", () => Zeros(2, 2).Movedim(0, 5));
    }

    [TestMethod]
    public void Triangles_keep_one_side_of_a_diagonal()
    {
        Prints("tensor([[0., 0.],\n        [2., 3.]])", Counting(2, 2).Tril());
        Prints("tensor([[0., 1., 0.],\n        [3., 4., 5.]])", Counting(2, 3).Tril(1));
        Prints("tensor([[0., 1.],\n        [0., 3.]])", Counting(2, 2).Triu());
        Prints("tensor([[0., 1.],\n        [0., 0.]])", Counting(2, 2).Triu(1));
        Prints("tensor([[1., 0.],\n        [1., 1.]])", Gradient(Ones(2, 2).RequiresGrad_(), x => x.Tril()));
        HasShape(Zeros(2, 0).Tril(), 2, 0);
        Refuses("tril: input tensor must have at least 2 dimensions", () => Zeros(3).Tril());
        Refuses("triu: input tensor must have at least 2 dimensions", () => Zeros(3).Triu());
    }

    [TestMethod]
    public void What_is_laid_side_by_side_gets_the_dimensions_it_lacks()
    {
        Prints("tensor([1., 0., 1.])", Composites.Hstack<T>([Number(1.0), Counting(2)]));
        Prints("tensor([[0., 1., 9.],\n        [2., 3., 9.]])", Composites.Hstack<T>([Counting(2, 2), Vector(9, 9).View(2, 1)]));
        Prints("tensor([[0., 1.],\n        [0., 1.],\n        [2., 3.]])", Composites.Vstack<T>([Counting(2), Counting(2, 2)]));
        HasShape(Composites.Atleast2d(Number(1.0)), 1, 1);
        HasShape(Composites.Atleast1d(Number(1.0)), 1);
        HasShape(Composites.Atleast2d(Zeros(2, 2, 2)), 2, 2, 2);
    }

    [TestMethod]
    public void The_results_have_memory_of_their_own()
    {
        var x = Counting(2, 2);
        foreach (var y in (T[])[x.Flip(), x.Roll(0), x.Roll(0, 0), x.Repeat(1, 1), x.Tril(5), x.RepeatInterleave(1)])
            y.Fill_(7);
        Prints("tensor([[0., 1.],\n        [2., 3.]])", x);
    }

    [TestMethod]
    public void The_results_can_be_written_while_recording()
    {
        var x = Leaf(1, 2);
        (x.Roll(1).Mul_(3) + x.Flip(0).Mul_(2) + x.Repeat(1).Mul_(4)).Sum().Backward();
        Prints("tensor([9., 9.])", x.Grad);
    }
}
