namespace TwinGrad.Tests.Formatting;

/// <summary>What golden files can't tell of the formatter: they replay through tests/Conformance.</summary>
[TestClass]
public sealed class TensorFormatterTests
{
    [TestMethod]
    public void Elements_shown_are_asked_for_once_in_order_and_hidden_ones_never()
    {
        var asked = new List<long>();
        var text = Format(DType.Int64, [2000], index =>
        {
            asked.Add(index);
            return index;
        });
        Assert.AreEqual("tensor([   0,    1,    2,  ..., 1997, 1998, 1999])", text);
        CollectionAssert.AreEqual(new long[] { 0, 1, 2, 1997, 1998, 1999 }, asked);
    }

    [TestMethod]
    public void Elements_are_rounded_to_the_dtype_before_they_are_printed()
    {
        // As a double 1e-4 is printed in fixed notation; as a float32 it is a bit smaller and so is not.
        Assert.AreEqual("tensor(0.0001, dtype=torch.float64)", Format(DType.Float64, [], _ => 1e-4));
        Assert.AreEqual("tensor(1.0000e-04)", Format(DType.Float32, [], _ => 1e-4));
        Assert.AreEqual("tensor(2., dtype=torch.float16)", Format(DType.Float16, [], _ => 2.0004));
        Assert.AreEqual("tensor(inf, dtype=torch.float16)", Format(DType.Float16, [], _ => 70000.0));
        Assert.AreEqual("tensor(256., dtype=torch.bfloat16)", Format(DType.BFloat16, [], _ => 257.0));
        Assert.AreEqual("tensor(260., dtype=torch.bfloat16)", Format(DType.BFloat16, [], _ => 259.0));
        Assert.AreEqual("tensor(nan, dtype=torch.bfloat16)", Format(DType.BFloat16, [], _ => double.NaN));
        Assert.AreEqual("tensor(-inf, dtype=torch.bfloat16)", Format(DType.BFloat16, [], _ => -1e300));
    }

    [TestMethod]
    public void Integers_given_as_doubles_print_as_integers()
    {
        Assert.AreEqual("tensor([0, 2])", Format(DType.Int64, [2], index => 2.0 * index));
        Assert.AreEqual("tensor([False,  True])", Format(DType.Bool, [2], index => 1.0 * index));
    }

    [TestMethod]
    public void A_device_other_than_the_cpu_is_stated_first()
    {
        var tensor = new TensorText
        {
            DType = DType.Float64,
            Shape = [1],
            Device = Device.Cuda(0),
            RequiresGrad = true,
            GradFn = "MulBackward0",
            Element = _ => 1.0,
        };
        Assert.AreEqual("tensor([1.], device='cuda:0', dtype=torch.float64, grad_fn=<MulBackward0>)", TensorFormatter.Format(tensor));
    }

    [TestMethod]
    public void A_node_hides_that_the_tensor_requires_grad()
    {
        var leaf = new TensorText { DType = DType.Float32, Shape = [0], RequiresGrad = true, Element = _ => 0 };
        var view = new TensorText { DType = DType.Float32, Shape = [0], RequiresGrad = true, GradFn = "Invalid", Element = _ => 0 };
        Assert.AreEqual("tensor([], requires_grad=True)", TensorFormatter.Format(leaf));
        Assert.AreEqual("tensor([], grad_fn=<Invalid>)", TensorFormatter.Format(view));
    }

    [TestMethod]
    public void No_tensor_is_a_clear_error()
        => Assert.ThrowsExactly<ArgumentNullException>(() => TensorFormatter.Format(null!));

    private static string Format(DType dtype, Shape shape, Func<long, Scalar> element)
        => TensorFormatter.Format(new TensorText { DType = dtype, Shape = shape, Element = element });
}
