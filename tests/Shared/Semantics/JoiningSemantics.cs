namespace TwinGrad.Tests;

/// <summary>Tensors joined to one: along a dimension, or along a new one.</summary>
public abstract class JoiningSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Joined_tensors_lie_one_after_another()
    {
        Prints("tensor([1., 2., 3.])", Cat([Vector(1, 2), Vector(3)]));
        Prints("tensor([[0., 1., 2., 7.],\n        [3., 4., 5., 8.]])", Cat([Counting(2, 3), Vector(7, 8).View(2, 1)], dim: -1));
        HasShape(Cat([Zeros(2, 3), Zeros(4, 3), Zeros(0, 3)]), 6, 3);
        Prints("tensor([0., 2., 1., 3., 9.])", Cat([Counting(2, 2).Transpose().Reshape(4), Vector(9)]));
    }

    [TestMethod]
    public void Stacked_tensors_lie_along_a_new_dimension()
    {
        Prints("tensor([[1., 2.],\n        [3., 4.]])", Stack([Vector(1, 2), Vector(3, 4)]));
        Prints("tensor([[1., 3.],\n        [2., 4.]])", Stack([Vector(1, 2), Vector(3, 4)], dim: -1));
        Prints("tensor([1, 2])", Stack([Number(1), Number(2)]));
    }

    [TestMethod]
    public void The_dtype_holds_them_all()
    {
        Assert.AreEqual(DType.Float16, Cat([Bools(true), Ints(1), Zeros(1).To(DType.Float16)]).DType);
        Assert.AreEqual(DType.Float64, Stack([Zeros(2), Doubles(1, 2)]).DType);
        Assert.AreEqual(DType.Float64, Cat([Doubles(), Zeros(2, 3)]).DType);
    }

    [TestMethod]
    public void A_tensor_of_shape_0_fits_everywhere()
    {
        HasShape(Cat([Zeros(0), Zeros(2, 3), Zeros(0)], dim: 1), 2, 3);
        HasShape(Cat([Zeros(0), Zeros(0)], dim: 5), 0);
        var (nothing, x) = (Leaf(), Leaf(1, 2));
        Cat([nothing, x.View(1, 2)]).Sum().Backward();
        Prints("tensor([])", nothing.Grad);
        Prints("tensor([1., 1.])", x.Grad);
        Refuses(
            "Sizes of tensors must match except in dimension 0. Expected size 0 but got size 3 for tensor number 1 in the list.",
            () => Cat([Zeros(1, 0), Zeros(2, 3)]));
    }

    [TestMethod]
    public void Each_part_gets_its_part_of_the_gradient()
    {
        var (a, b) = (Leaf(1, 2), Leaf(3));
        var joined = Cat([a, b, a]);
        (joined * Counting(5)).Sum().Backward();

        Assert.AreEqual("<CatBackward0>", joined.GradFn?.ToString());
        Assert.HasCount(3, joined.GradFn!.NextFunctions);
        Prints("tensor([3., 5.])", a.Grad);
        Prints("tensor([2.])", b.Grad);
    }

    [TestMethod]
    public void What_needs_no_gradient_has_no_edge()
    {
        var stacked = Stack([Leaf(1, 2), Vector(3, 4)]);

        Assert.AreEqual("StackBackward0", stacked.GradFn?.Name);
        Assert.IsNotNull(stacked.GradFn!.NextFunctions[0].Function);
        Assert.IsNull(stacked.GradFn.NextFunctions[1].Function);
    }

    [TestMethod]
    public void The_result_has_memory_of_its_own()
    {
        var x = Vector(1, 2);
        Cat([x]).Add_(5);
        Prints("tensor([1., 2.])", x);
    }

    [TestMethod]
    public void What_does_not_fit_is_refused()
    {
        Refuses("torch.cat(): expected a non-empty list of Tensors", () => Cat([]));
        Refuses("zero-dimensional tensor (at position 1) cannot be concatenated", () => Cat([Zeros(2), Number(1.0)]));
        Refuses("Dimension out of range (expected to be in range of [-2, 1], but got 2)", () => Cat([Zeros(0), Zeros(2, 3)], dim: 2));
        Refuses("stack expects a non-empty TensorList", () => Stack([]));
        Refuses("stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1", () => Stack([Zeros(2), Zeros(3)]));
        Refuses("Dimension out of range (expected to be in range of [-2, 1], but got 2)", () => Stack([Zeros(2), Zeros(2)], dim: 2));
        Assert.Throws<ArgumentNullException>(() => Cat([Zeros(2), null!]));
        Assert.Throws<ArgumentNullException>(() => Stack([null!]));
    }

    private static T Cat(ReadOnlySpan<T> tensors, int dim = 0) => TensorFactory<T>.Cat(tensors, dim);

    private static T Stack(ReadOnlySpan<T> tensors, int dim = 0) => TensorFactory<T>.Stack(tensors, dim);
}
