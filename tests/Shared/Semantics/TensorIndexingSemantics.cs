namespace TwinGrad.Tests;

/// <summary>Tensors and masks between the brackets.</summary>
public abstract class TensorIndexingSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void An_integer_tensor_names_places()
    {
        Prints("tensor([2., 0., 2.])", Counting(3)[Of(2, 0, -1)]);
        Prints("tensor([[3., 4., 5.],\n        [0., 1., 2.]])", Counting(2, 3)[Of(1, 0)]);
        Prints("tensor([[2., 0.],\n        [5., 3.]])", Counting(2, 3)[.., Of(2, 0)]);
        Prints("tensor([5., 0.])", Counting(2, 3)[Of(1, 0), Of(2, 0)]);
        Prints("tensor([2.])", Counting(3)[TensorIndex.Of(Ints(DType.Int32, 2))]);
        Prints("tensor([])", Counting(3)[TensorIndex.Of(Zeros(0).To(DType.Int64))]);
    }

    [TestMethod]
    public void Dimensions_side_by_side_are_replaced_and_others_come_behind()
    {
        HasShape(Zeros(2, 3, 4)[.., Of(0, 1, 0, 1, 0), Of(0)], 2, 5);
        HasShape(Zeros(2, 3, 4)[Of(0, 1, 0, 1, 0), .., Of(0)], 5, 3);
        HasShape(Zeros(2, 3, 4)[0, .., Of(0, 1)], 3, 2);
        HasShape(Zeros(2, 3)[TensorIndex.NewAxis, Of(0, 1)], 1, 2, 3);
        HasShape(Zeros(2, 3, 4)[TensorIndex.Ellipsis, Of(0, 1)], 2, 3, 2);
        HasShape(Zeros(2, 3, 4)[Of(0, 1), TensorIndex.Ellipsis, ..2], 2, 3, 2);
        HasShape(Zeros(2, 3)[TensorIndex.Of(Zeros(4, 5).To(DType.Int64))], 4, 5, 3);
    }

    [TestMethod]
    public void A_mask_names_the_places_where_it_is_true()
    {
        Prints("tensor([0., 2.])", Counting(3)[Mask(true, false, true)]);
        Prints("tensor([3., 4., 5.])", Counting(2, 3)[TensorIndex.Of(Counting(2, 3) > 2)]);
        Prints("tensor([[0., 2.],\n        [3., 5.]])", Counting(2, 3)[.., Mask(true, false, true)]);
        Prints("tensor([3., 5.])", Counting(2, 3)[Mask(false, true), Of(0, 2)]);
        HasShape(Zeros(2, 3, 4)[TensorIndex.Of(Ones(2, 3) > 0)], 6, 4);
        HasShape(Zeros(2, 3, 4)[TensorIndex.Ellipsis, TensorIndex.Of(Ones(3, 4) > 0)], 2, 12);
    }

    [TestMethod]
    public void A_0_dim_tensor_is_a_number_or_a_mask_of_a_new_dimension()
    {
        var x = Counting(2, 3);
        x[TensorIndex.Of(Number(1))].Fill_(9);
        Prints("tensor([[0., 1., 2.],\n        [9., 9., 9.]])", x);
        HasShape(Zeros(3)[TensorIndex.Of(Number(true))], 1, 3);
        HasShape(Zeros(3)[TensorIndex.Of(Number(false))], 0, 3);
        HasShape(Number(3.0)[TensorIndex.Of(Number(true))], 1);
        HasShape(Zeros(3)[TensorIndex.Of<T>(null)], 1, 3);
    }

    [TestMethod]
    public void A_mask_of_bytes_warns()
    {
        var warnings = new List<string>();
        Warnings.Warning += warnings.Add;
        Warnings.Always = true;
        try
        {
            Prints("tensor([0., 2.])", Counting(3)[TensorIndex.Of(Ints(DType.UInt8, 1, 0, 2))]);
        }
        finally
        {
            Warnings.Warning -= warnings.Add;
            Warnings.Always = false;
        }
        CollectionAssert.AreEqual(
            (string[])["indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead."], warnings);
    }

    [TestMethod]
    public void Values_are_written_where_the_indices_point()
    {
        var x = Zeros(4);
        x[Of(0, -1)] = Vector(5, 6);
        x[Mask(false, true, true, false)] = Number(7.0);
        Prints("tensor([5., 7., 7., 6.])", x);
        var y = Zeros(2, 3);
        y[1, Of(0, 2)] = Vector(1, 2).View(1, 2);
        y[.., Of(1)] = Vector(3, 4).View(2, 1);
        Prints("tensor([[0., 3., 0.],\n        [1., 4., 2.]])", y);
        var n = Ints(1, 2);
        n[Mask(true, false)] = Number(5.7);
        Prints("tensor([5, 2])", n);
    }

    [TestMethod]
    public void Gradients_pass_through_indices()
    {
        Prints("tensor([2., 0., 1.])", Gradient(Leaf(1, 2, 3), x => x[Of(0, 2, 0)]));
        Prints("tensor([0., 1., 1.])", Gradient(Leaf(1, 2, 3), x => x[Mask(false, true, true)]));
        var v = Leaf(1, 2);
        var x = Leaf(1, 2, 3);
        var y = x * 1;
        y[Of(0, 2)] = v;
        Assert.AreEqual("IndexPutBackward0", y.GradFn?.Name);
        (y * Counting(3)).Sum().Backward();
        Prints("tensor([0., 1., 0.])", x.Grad);
        Prints("tensor([0., 2.])", v.Grad);
    }

    [TestMethod]
    public void The_result_has_memory_of_its_own()
    {
        var x = Counting(3);
        x[Of(0, 1, 2)].Fill_(7);
        Prints("tensor([0., 1., 2.])", x);
    }

    [TestMethod]
    public void Indices_that_do_not_fit_are_refused()
    {
        Refuses("tensors used as indices must be long, int, byte or bool tensors", () => Zeros(3)[TensorIndex.Of(Ones(1))]);
        Refuses("tensors used as indices must be long, int, byte or bool tensors", () => Zeros(3)[TensorIndex.Of(Ints(DType.Int8, 1))]);
        Refuses("index 3 is out of bounds for dimension 0 with size 3", () => Zeros(3)[Of(0, 3)]);
        Refuses("index -4 is out of bounds for dimension 0 with size 3", () => Zeros(3)[Of(0, -4)]);
        Refuses("index 5 is out of bounds for dimension 0 with size 3", () => Zeros(3)[Of(5)] = Number(1.0));
        Refuses("index is out of bounds for dimension with size 0", () => Zeros(0)[Of(0)]);
        Refuses(
            "The shape of the mask [2] at index 0 does not match the shape of the indexed tensor [3] at index 0", () => Zeros(3)[Mask(true, false)]);
        Refuses(
            "The shape of the mask [3, 5] at index 1 does not match the shape of the indexed tensor [2, 3, 4] at index 2",
            () => Zeros(2, 3, 4)[.., TensorIndex.Of(Ones(3, 5) > 0)]);
        Refuses("too many indices for tensor of dimension 1", () => Zeros(3)[TensorIndex.Of(Ones(3, 3) > 0)]);
        Refuses("too many indices for tensor of dimension 1", () => Zeros(3)[0, Of(0)]);
        Refuses("too many indices for tensor of dimension 0", () => Number(3.0)[Of(0)]);
        Refuses(
            "shape mismatch: indexing tensors could not be broadcast together with shapes [2], [3]", () => Zeros(3, 4)[Of(0, 1), Of(0, 1, 2)]);
        foreach (var index in (TensorIndex[])[Of(7), Mask(true), TensorIndex.Of(Ones(1))])
            Assert.IsInstanceOfType<TorchIndexException>(Assert.Throws<Exception>(() => Zeros(3)[index]));
    }

    [TestMethod]
    public void Values_that_do_not_fit_are_refused()
    {
        Refuses(
            "shape mismatch: value tensor of shape [2] cannot be broadcast to indexing result of shape [3]",
            () => Zeros(4)[Of(0, 1, 2)] = Zeros(2));
        Refuses(
            "shape mismatch: value tensor of shape [2, 3] cannot be broadcast to indexing result of shape [3]",
            () => Zeros(4)[Of(0, 1, 2)] = Zeros(2, 3));
        Refuses(
            "Index put requires the source and destination dtypes match, got Float for the destination and Double for the source.",
            () => Zeros(4)[Of(0)] = Doubles(1));
        Refuses("a leaf Variable that requires grad is being used in an in-place operation.", () => Leaf(1, 2)[Of(0)] = Number(1.0));
    }

    private static TensorIndex Of(params long[] places) => TensorIndex.Of(Ints(places));

    private static TensorIndex Mask(params bool[] values) => TensorIndex.Of(Bools(values));
}
