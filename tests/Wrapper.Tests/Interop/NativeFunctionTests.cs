using System.Reflection;

namespace TwinGrad.Tests;

/// <summary>Operators of libtorch called by their own names.</summary>
[TestClass]
public sealed class NativeFunctionTests
{
    public static IEnumerable<object[]> Declared
        => typeof(Aten).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(declared => declared.FieldType == typeof(NativeFunction)).Select(declared => new object[] { declared.Name });

    [TestMethod]
    [DynamicData(nameof(Declared))]
    public void Libtorch_knows_the_operator(string name)
        => ((NativeFunction)typeof(Aten).GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!).Compile();

    [TestMethod]
    public void Arguments_of_every_kind_arrive()
    {
        var f = new NativeFunction(
            "x: Tensor, parts: List[Tensor], dims: List[int], many: Optional[List[float]], none: Optional[List[int]], flag: bool, k: number, n: int",
            "[x, parts[1], torch.tensor(dims), torch.tensor([many[0] if many is not None else 0.]), torch.tensor([none is None, flag]), torch.mul(x, k), torch.tensor(n)]");
        using var x = Torch.Tensor([1.5]);
        using var y = Torch.Tensor([2.5]);

        var results = Array.ConvertAll(
            f.Call(x, new[] { x, y }, new[] { 3, -1 }, new[] { 0.25 }, (Tensor?)null, true, (Scalar)2.5, 1L << 40), result => Tensor.Wrap(result));

        Assert.AreEqual("tensor([1.5000])", results[0].ToString());
        Assert.AreEqual("tensor([2.5000])", results[1].ToString());
        Assert.AreEqual("tensor([ 3, -1])", results[2].ToString());
        Assert.AreEqual("tensor([0.2500])", results[3].ToString());
        Assert.AreEqual("tensor([True, True])", results[4].ToString());
        Assert.AreEqual("tensor([3.7500])", results[5].ToString());
        Assert.AreEqual(1L << 40, results[6].Item<long>());
    }

    [TestMethod]
    public void A_tensor_that_is_not_optional_is_not_left_out()
        => Assert.ThrowsExactly<ArgumentNullException>(() => Aten.Cummax.Call((Tensor?)null, 0));

    [TestMethod]
    public void Libtorchs_own_sentence_is_the_message()
    {
        using var x = Torch.Tensor([1.5]);
        Assert.ThrowsExactly<TorchIndexException>(() => Aten.Cummax.Call(x, 3));
    }

    [TestMethod]
    public void It_records_its_derivative_every_time_it_is_called()
    {
        using var x = Torch.Tensor([1.0, 3, 2], requiresGrad: true);
        for (var call = 0; call < 4; call++)
        {
            using var y = Tensor.Wrap(Aten.Logcumsumexp.Call(x, 0)[0]);
            x.ZeroGrad();
            y.Sum().Backward(createGraph: true);
            var gradient = x.Grad!;
            x.ZeroGrad();
            gradient.Pow(2).Sum().Backward();
            Assert.IsTrue(x.Grad!.ToArray<double>().Any(value => value != 0), $"call {call}");
        }
    }
}
