namespace TwinGrad.Tests;

/// <summary>Null is refused as an argument, whatever looks at it first; it does not fail somewhere inside.</summary>
[TestClass]
public sealed class NullArgumentTests
{
    private static readonly Tensor None = null!;

    private static readonly Dictionary<string, Action<Tensor>> Uses = new()
    {
        ["the first operand"] = x => None.Add(x),
        ["the second operand"] = x => x.Mul(None),
        ["beside a number"] = _ => None.Sub(1),
        ["after a number"] = x => _ = 1 - None,
        ["an operand in place"] = x => x.Add_(None),
        ["what is written"] = x => None.Add_(x),
        ["a condition"] = x => Tensor.Where(None, x, x),
        ["a branch"] = x => Tensor.Where(x > 0, x, None),
        ["a reduction"] = _ => None.Sum(),
        ["along a dimension"] = _ => None.Mean(0),
        ["a shape"] = _ => None.View(1),
        ["an expansion"] = _ => None.Expand(2),
        ["a matrix"] = x => x.MatMul(None),
        ["a part that is written"] = x => x[0] = None,
        ["a root"] = _ => None.Backward(),
        ["a leaf"] = _ => None.RequiresGrad_(),
        ["a gradient that is forgotten"] = _ => None.ZeroGrad(),
        ["its size"] = x => _ = None.Numel,
    };

    public static IEnumerable<object[]> Names => Uses.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_tensor_that_is_null_is_refused(string name)
    {
        var exception = Assert.ThrowsExactly<ArgumentNullException>(() => Uses[name](Torch.Ones(2)));

        Assert.AreEqual("expected a Tensor as argument, but got null", exception.Message);
    }

    [TestMethod]
    public void A_dtype_or_device_that_is_null_is_refused_by_its_name()
    {
        Assert.AreEqual("dtype", Assert.ThrowsExactly<ArgumentNullException>(() => Torch.Ones(2).To((DType)null!)).ParamName);
        Assert.AreEqual("dtype", Assert.ThrowsExactly<ArgumentNullException>(() => Torch.Ones(2).Sum((DType)null!)).ParamName);
        Assert.AreEqual("device", Assert.ThrowsExactly<ArgumentNullException>(() => Torch.Ones(2).To((Device)null!)).ParamName);
        Assert.AreEqual("dtype", Assert.ThrowsExactly<ArgumentNullException>(() => Tensor.Rand([2], null!, Device.Cpu, false)).ParamName);
    }

    [TestMethod]
    public void More_threads_than_can_be_of_use_are_refused()
    {
        var before = Torch.NumThreads;
        var exception = Assert.ThrowsExactly<TorchException>(() => Torch.NumThreads = int.MaxValue);

        Assert.StartsWith("set_num_threads expects at most ", exception.Message);
        Assert.AreEqual(before, Torch.NumThreads);
    }
}
