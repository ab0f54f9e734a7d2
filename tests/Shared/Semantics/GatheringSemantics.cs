namespace TwinGrad.Tests;

/// <summary>Elements named by indices or masks: gathered, scattered, selected, filled.</summary>
public abstract class GatheringSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Gathered_elements_have_the_shape_of_the_index()
    {
        Prints("tensor([[0., 4., 2.],\n        [3., 1., 5.]])", Counting(2, 3).Gather(0, Ints(0, 1, 0, 1, 0, 1).View(2, 3)));
        Prints("tensor([[2., 2.]])", Counting(2, 3).Gather(1, Ints(2, 2).View(1, 2)));
        Prints("tensor([2.])", Counting(3).Gather(0, Ints(DType.Int32, 2)));
        Prints("tensor([7., 7.])", Number(7.0).Gather(0, Ints(0, 0)));
        Prints("tensor(2.)", Counting(3).Gather(0, Number(2)));
        HasShape(Zeros(3, 2).Gather(0, Zeros(0)), 0);
        Prints("tensor([2., 1.])", Gradient(Leaf(1, 2), x => x.Gather(0, Ints(0, 1, 0))));
    }

    [TestMethod]
    public void Scattered_elements_replace_or_add()
    {
        Prints("tensor([0., 8., 9.])", Zeros(3).Scatter(0, Ints(2, 1), Vector(9, 8)));
        Prints("tensor([[5., 1.],\n        [2., 5.]])", Counting(2, 2).Scatter(1, Ints(0, 1).View(2, 1), 5));
        Prints("tensor([0., 5., 0.])", Zeros(3).ScatterAdd(0, Ints(1, 1), Vector(2, 3)));
        Prints("tensor(5.)", Number(1.0).Scatter(0, Ints(0), Number(5.0)));
        Prints("tensor([0., 9., 0.])", Zeros(3).Scatter(0, Ints(1), Vector(9, 8)));
        Prints("tensor([0., 1.])", Gradient(Leaf(1, 2), x => x.Scatter(0, Ints(0), Vector(5))));
        Prints("tensor([1., 1.])", Gradient(Leaf(1, 2), x => x.ScatterAdd(0, Ints(0), Vector(5))));
        Prints("tensor([1.])", Gradient(Leaf(1), x => Zeros(2).Scatter(0, Ints(1), x)));
    }

    [TestMethod]
    public void Elements_that_are_not_there_are_refused()
    {
        Refuses("index 7 is out of bounds for dimension 0 with size 3", () => Zeros(3).Gather(0, Ints(7)));
        Refuses("index -1 is out of bounds for dimension 0 with size 3", () => Zeros(3).Gather(0, Ints(-1)));
        Refuses("index 7 is out of bounds for dimension 0 with size 3", () => Zeros(3).Scatter(0, Ints(7), Ones(1)));
        Refuses("index 7 is out of bounds for dimension 0 with size 3", () => Zeros(3).Scatter(0, Ints(7), 1));
        Refuses("index -1 is out of bounds for dimension 0 with size 3", () => Zeros(3).ScatterAdd(0, Ints(-1), Ones(1)));
        Refuses("index out of range in self", () => Zeros(3).IndexSelect(0, Ints(-1)));
        Refuses("out of range: tried to access index 9 on a tensor of 3 elements.", () => Zeros(3).Take(Ints(9)));
        Refuses("out of range: tried to access index -4 on a tensor of 3 elements.", () => Zeros(3).Take(Ints(-4)));
        Refuses("take(): tried to take from an empty tensor", () => Zeros(0).Take(Ints(0)));
        Assert.IsNotInstanceOfType<TorchIndexException>(Assert.Throws<Exception>(() => Zeros(3).Gather(0, Ints(7))));
        Assert.IsInstanceOfType<TorchIndexException>(Assert.Throws<Exception>(() => Zeros(3).Take(Ints(9))));
        Assert.IsInstanceOfType<TorchIndexException>(Assert.Throws<Exception>(() => Zeros(3).IndexSelect(0, Ints(9))));
    }

    [TestMethod]
    public void Indices_that_do_not_fit_are_refused()
    {
        Refuses("gather(): Expected dtype int32/int64 for index", () => Zeros(3).Gather(0, Ones(1)));
        Refuses(
            "Size does not match at dimension 1 expected index [1, 4] to be no larger than self [2, 3] apart from dimension 0",
            () => Zeros(2, 3).Gather(0, Ints(0, 0, 0, 0).View(1, 4)));
        Refuses("Dimension out of range (expected to be in range of [-1, 0], but got 1)", () => Zeros(3).Gather(1, Ints(0)));
        Refuses("scatter(): Expected self.dtype to be equal to src.dtype", () => Zeros(3).ScatterAdd(0, Ints(1), Doubles(1)));
        Refuses("Index tensor must have the same number of dimensions as self tensor", () => Zeros(3, 3).Scatter(0, Ints(1), Ones(1)));
        Refuses(
            "Expected index [1, 2] to be no larger than self [3, 3] apart from dimension 0 and to be no larger size than src [1, 1]",
            () => Zeros(3, 3).Scatter(0, Ints(0, 0).View(1, 2), Ones(1, 1)));
        Refuses("index_select(): Expected dtype int32 or int64 for index", () => Zeros(3).IndexSelect(0, Ones(1)));
        Refuses("index_select(): Index is supposed to be a vector", () => Zeros(3).IndexSelect(0, Ints(0).View(1, 1)));
        Refuses("index_select(): Index to scalar can have only 1 value, got 2 value(s)", () => Number(1.0).IndexSelect(0, Ints(0, 0)));
        Refuses("take(): Expected a long tensor for index, but got Int", () => Zeros(3).Take(Ints(DType.Int32, 0)));
        Refuses(
            "torch.take_along_dim(): input and indices should have the same number of dimensions, but got 2 dimensions for input, and 1 "
            + "dimensions for indices",
            () => Zeros(3, 3).TakeAlongDim(Ints(0), 0));
        Refuses("torch.take_along_dim(): dtype of indices should be Long but got Int", () => Zeros(3).TakeAlongDim(Ints(DType.Int32, 0), 0));
    }

    [TestMethod]
    public void Selected_places_come_in_the_order_of_the_index()
    {
        Prints("tensor([[2., 0.],\n        [5., 3.]])", Counting(2, 3).IndexSelect(1, Ints(2, 0)));
        Prints("tensor([[3., 4., 5.]])", Counting(2, 3).IndexSelect(0, Number(1)));
        Prints("tensor(4.)", Number(4.0).IndexSelect(0, Ints(0)));
        Prints("tensor([[5., 0.]])", Counting(2, 3).Take(Ints(-1, 0).View(1, 2)));
        Prints("tensor([0., 3., 1.])", Counting(2, 3).Transpose().Take(Ints(0, 1, 2)));
        Prints("tensor([[3., 1., 2.]])", Counting(2, 3).TakeAlongDim(Ints(1, 0, 0).View(1, 3), 0));
        Prints("tensor([5.])", Counting(2, 3).TakeAlongDim(Ints(5)));
    }

    [TestMethod]
    public void Masks_fill_and_select()
    {
        Prints("tensor([9., 1., 9.])", Counting(3).MaskedFill(Bools(true, false, true), 9));
        HasShape(Zeros(3).MaskedFill(Bools(true, false).View(2, 1), 1), 2, 3);
        Prints("tensor([1, 0])", Ints(0, 0).MaskedFill(Bools(true, false), 1.5));
        Prints("tensor([0., 2.])", Counting(3).MaskedSelect(Bools(true, false, true)));
        Prints("tensor([0., 1., 2.])", Counting(3).MaskedSelect(Bools(true, false).View(2, 1)));
        Prints("tensor([3.])", Number(3.0).MaskedSelect(Number(true)));
        var x = Counting(3);
        x[..2].MaskedFill_(Bools(false, true), 7);
        Prints("tensor([0., 7., 2.])", x);
        Refuses("output with shape [3] doesn't match the broadcast shape [2, 3]", () => Zeros(3).MaskedFill_(Bools(true, false).View(2, 1), 1));
        Refuses("value cannot be converted to type uint8_t without overflow", () => Ints(DType.UInt8, 1).MaskedFill(Bools(true), 300));
        Refuses("The mask tensor must be Boolean.", () => Zeros(3).MaskedSelect(Ints(1, 0, 1)));
        Refuses(
            "masked_fill_ only supports boolean masks, but got mask with dtype unsigned char",
            () => Zeros(1).MaskedFill_(Ints(DType.UInt8, 1), 1));
    }

    [TestMethod]
    public void Nonzero_tells_the_indices_of_what_is_not_0()
    {
        Prints("tensor([[1],\n        [2]])", Vector(0, 2, NaN).Nonzero());
        Prints("tensor([[0, 1],\n        [1, 0]])", Vector(0, 5, 6, 0).View(2, 2).Nonzero());
        HasShape(Number(3.0).Nonzero(), 1, 0);
        HasShape(Zeros(2, 3).Nonzero(), 0, 2);
    }
}
