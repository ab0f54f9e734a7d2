namespace TwinGrad.Tests;

/// <summary>Reshaping, dimensions of 0-dim and empty tensors, creation, and shapes that nothing can have.</summary>
public abstract class ShapeSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_0_dim_tensor_takes_dimensions_0_and_minus_1()
    {
        var x = Number(2.0, requiresGrad: true);
        HasShape(x.Sum(0));
        HasShape(x.Sum(-1, keepDim: true));
        HasShape(x.Mean(-1));
        HasShape(x.Squeeze(-1));
        HasShape(x.Squeeze());
        HasShape(x.Transpose(0, -1));
        HasShape(x.Transpose());
        HasShape(x.Permute());
        HasShape(x.View());
        HasShape(x.Flatten(), 1);
        HasShape(x.Unsqueeze(-1), 1);
        HasShape(x.Expand(2, 3), 2, 3);
        Prints("tensor(3.)", Gradient(x, x => x.Sum(0) + x.Mean(-1) + x.Sum(0, keepDim: true)));
    }

    [TestMethod]
    public void A_0_dim_tensor_has_no_other_dimension()
    {
        const string Range = "Dimension out of range (expected to be in range of [-1, 0], but got ";
        var x = Number(2.0);
        Refuses(Range + "1)", () => x.Sum(1));
        Refuses(Range + "-2)", () => x.Mean(-2));
        Refuses(Range + "1)", () => x.Squeeze(1));
        Refuses("dim 0 appears multiple times in the list of dims", () => x.Sum(0, -1));
    }

    [TestMethod]
    public void Empty_tensors_reduce_to_0_and_nan()
    {
        Prints("tensor(0.)", Zeros(0).Sum());
        Prints("tensor(nan)", Zeros(0).Mean());
        Prints("tensor(nan)", Zeros(0, 2).Mean());
        Prints("tensor([0., 0.])", Zeros(2, 0).Sum(1));
        Prints("tensor([nan, nan])", Zeros(2, 0).Mean(1));
        Prints("tensor([])", Zeros(2, 0).Mean(0));
        HasShape(Zeros(0, 3).Sum(0, keepDim: true), 1, 3);
        HasShape(Gradient(Zeros(0, 3).RequiresGrad_(), x => x.Pow(2).Mean(0)), 0, 3);
    }

    [TestMethod]
    public void Reductions_take_several_dimensions_each_once()
    {
        var x = Counting(2, 3, 4);
        Prints("tensor([ 60.,  92., 124.])", x.Sum(0, -1));
        HasShape(x.Sum([0, 2], keepDim: true), 1, 3, 1);
        HasShape(x.Mean([], keepDim: true), 1, 1, 1);
        Refuses("dim 0 appears multiple times in the list of dims", () => x.Sum(0, -3));
        Refuses("Dimension out of range (expected to be in range of [-3, 2], but got 3)", () => x.Sum(3));
    }

    [TestMethod]
    public void Sums_and_means_are_computed_in_the_dtype_asked_for()
    {
        Prints("tensor(3)", Vector(1.5, 2.5).Sum(DType.Int64));
        Prints("tensor(3.5000, dtype=torch.float64, grad_fn=<SumBackward0>)", Leaf(1.5, 2).Sum(DType.Float64));
        Prints("tensor(1.5000, dtype=torch.float64)", Ints(1, 2).Mean(DType.Float64));
        Prints("tensor([0.5000, 0.5000])", Gradient(Leaf(1, 2), x => x.Mean(DType.Float64)));
        Refuses(
            "mean(): could not infer output dtype. Optional dtype must be either a floating point or complex dtype. Got: Long",
            () => Vector(1).Mean(DType.Int64));
    }

    [TestMethod]
    public void Views_of_empty_tensors_need_only_hold_as_much()
    {
        HasShape(Zeros(0, 3).View(3, 0), 3, 0);
        HasShape(Zeros(0, 3).View(-1), 0);
        HasShape(Zeros(2, 0).Transpose().View(0, 2), 0, 2);
        HasShape(Zeros(0).Reshape(0, 5), 0, 5);
        Refuses("shape '[5]' is invalid for input of size 0", () => Zeros(0, 3).View(5));
    }

    [TestMethod]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Refuses("shape '[3]' is invalid for input of size 4", () => Zeros(4).View(3));
        Refuses("only one dimension can be inferred", () => Zeros(4).View(-1, -1));
        Refuses("invalid shape dimension -2 at index 0 of shape [-2]", () => Zeros(4).View(-2));
        Refuses("permute(): duplicate dims are not allowed.", () => Zeros(2, 3).Permute(0, 0));
        Refuses("t() expects a tensor with <= 2 dimensions, but self is 3D", () => Zeros(2, 3, 4).Transpose());
        Refuses("flatten() has invalid args: start_dim cannot come after end_dim", () => Zeros(2, 3, 4).Flatten(2, 1));
    }

    [TestMethod]
    public void Minus_1_keeps_a_length_when_expanding()
    {
        HasShape(Zeros(2, 1).Expand(-1, 3), 2, 3);
        HasShape(Zeros(2, 1).Expand(4, -1, 3), 4, 2, 3);
        HasShape(Zeros(1).Expand(0), 0);
        Assert.AreEqual(Shape.Create(0, 1), Zeros(3).Expand(2, -1).Strides);
        Refuses("The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension 0", () => Zeros(2).Expand(-1, 2));
    }

    [TestMethod]
    public void Impossible_sizes_are_refused_and_end_nothing()
    {
        Refuses("Trying to create tensor with negative dimension -1: [-1]", () => Zeros(-1));
        Refuses("Storage size calculation overflowed with sizes=[1099511627776, 1099511627776]", () => Zeros(1L << 40, 1L << 40));
        Refuses("numel: integer multiplication overflow", () => Zeros(0).View(1L << 32, 1L << 32));
        Refuses("numel: integer multiplication overflow", () => Zeros(1).Expand(1L << 32, 1L << 32));
        Refuses("shape '[2]' is invalid for input of size 3", () => T.FromArray<float>([1, 2, 3], [2], DType.Float32, Device.Cpu, false));
        Assert.IsInstanceOfType<ITorchException>(Assert.Throws<Exception>(() => Zeros(1L << 50)));
        HasShape(Ones(1).Expand(1L << 20, 1L << 20), 1L << 20, 1L << 20);
    }

    [TestMethod]
    public void Ranges_count_as_PyTorchs()
    {
        Prints("tensor([0, 1, 2])", TensorFactory<T>.Arange(3));
        Prints("tensor([0., 1., 2.])", TensorFactory<T>.Arange(0, 2.5));
        Prints("tensor([5, 3, 1])", TensorFactory<T>.Arange(5, 0, -2));
        Prints("tensor([], dtype=torch.int64)", TensorFactory<T>.Arange(1, 1));
        Prints("tensor([0, 1, 2])", TensorFactory<T>.Arange(0.5, 3.5, 1, DType.Int64));
        Prints("tensor([-2, -1,  0,  1], dtype=torch.int32)", TensorFactory<T>.Arange(-2.7, 3.2, 1.6, DType.Int32));
        HasShape(TensorFactory<T>.Arange(0, 1, 0.1), 10);
        Refuses("step must be nonzero", () => TensorFactory<T>.Arange(0.0, 3.0, 0.5, DType.Int64));
        Refuses("upper bound and lower bound inconsistent with step sign", () => TensorFactory<T>.Arange(3, 0));
        Refuses("upper bound and lower bound inconsistent with step sign", () => TensorFactory<T>.Arange(0, 3, NaN));
        Refuses("unsupported range: 0.0 -> inf", () => TensorFactory<T>.Arange(0, Infinity));
    }

    [TestMethod]
    public void Even_spacing_has_both_ends()
    {
        Prints("tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])", TensorFactory<T>.Linspace(0, 1, 5));
        Prints("tensor([3.])", TensorFactory<T>.Linspace(3, 9, 1));
        Prints("tensor([])", TensorFactory<T>.Linspace(3, 9, 0));
        Prints("tensor([ 0,  3,  6, 10])", TensorFactory<T>.Linspace(0, 10, 4, DType.Int64));
        var values = TensorFactory<T>.Linspace(-1, 1, 101, DType.Float64).ToArray<double>();
        for (var i = 0; i < values.Length; i++)
            Assert.AreEqual(-1 + i / 50.0, values[i], 3e-16);
        Assert.AreEqual(1.0, values[^1]);
        Refuses("number of steps must be non-negative", () => TensorFactory<T>.Linspace(0, 1, -1));
    }

    [TestMethod]
    public void Draws_lie_in_their_range_and_repeat_with_their_seed()
    {
        TensorFactory<T>.ManualSeed(7);
        var first = TensorFactory<T>.Rand(1000);
        var normal = TensorFactory<T>.Randn([1000], DType.Float64);
        TensorFactory<T>.ManualSeed(7);

        CollectionAssert.AreEqual(first.ToArray<float>(), TensorFactory<T>.Rand(1000).ToArray<float>());
        CollectionAssert.AreEqual(normal.ToArray<double>(), TensorFactory<T>.Randn([1000], DType.Float64).ToArray<double>());
        Assert.IsTrue(first.ToArray<float>().All(value => value is >= 0 and < 1));
        Assert.IsTrue(TensorFactory<T>.Rand([4000], DType.BFloat16).ToArray<float>().All(value => value is >= 0 and < 1));
        Assert.AreEqual(0, normal.Mean().Item<double>(), 0.15);
        Assert.AreEqual(1, normal.Pow(2).Mean().Item<double>(), 0.2);
        Refuses("\"check_uniform_bounds\" not implemented for 'Long'", () => TensorFactory<T>.Rand([2], DType.Int64));
    }

    [TestMethod]
    public void A_tensor_with_more_elements_than_an_array_can_have_is_seen_in_parts_only()
    {
        var x = Ones(1).Expand(1L << 50);

        Prints("tensor([1., 1., 1.,  ..., 1., 1., 1.])", x);
        Refuses(
            $"a Tensor with {1L << 50} elements cannot be converted to an array, which has at most {Array.MaxLength}", () => x.ToArray<float>());
    }

    [TestMethod]
    public void A_0_dim_tensors_shape_has_no_length_to_ask_for()
    {
        Refuses("Dimension specified as 0 but tensor has no dimensions", () => Number(1.0).Shape[0]);
        Refuses("Dimension specified as -1 but tensor has no dimensions", () => Number(1.0).Shape[-1]);
    }
}
