using TwinGrad.Reference;

namespace TwinGrad.Tests;

/// <summary>The reference engine holds integers as doubles: what that cannot do exactly it refuses.</summary>
[TestClass]
public sealed class ExactIntegerTests
{
    private const long Largest = (1L << 53) - 1;

    [TestMethod]
    public void Integers_are_exact_below_2_to_the_53rd()
    {
        Assert.AreEqual("tensor([9007199254740991, 9007199254740990])", (Torch.Tensor([Largest - 1, Largest - 2]) + 1).ToString());
        Assert.AreEqual(-Largest, Torch.Tensor([-Largest])[0].Item<long>());
    }

    [TestMethod]
    public void Beyond_that_they_are_refused_and_not_rounded()
    {
        Refuses(() => Torch.Tensor([Largest + 1]));
        Refuses(() => Torch.Tensor(Largest + 1));
        Refuses(() => Torch.Tensor([Largest]) + 1);
        Refuses(() => Torch.Tensor([Largest]) + Torch.Tensor([2L]));
        Refuses(() => Torch.Tensor([1L]) + (Largest + 1));
        Refuses(() => Torch.Tensor([1L << 40]) * Torch.Tensor([1L << 40]));
        Refuses(() => Torch.Tensor([2L]).Pow(70));
        Refuses(() => Torch.Tensor([Largest, Largest]).Sum());
        Refuses(() => Torch.Tensor([1e300], DType.Float64).To(DType.Int64));
        Refuses(() => Torch.Tensor([double.NaN]).To(DType.Int64));
    }

    [TestMethod]
    public void A_view_of_a_detached_view_is_not_recorded_wrongly()
    {
        var x = Torch.Tensor(new[,] { { 1.0, 2 }, { 3, 4 } });
        var y = x.Transpose().Detach();
        var w = Torch.Tensor([2.0, 3], requiresGrad: true);

        var exception = Assert.ThrowsExactly<TorchNotImplementedException>(() => y[0].Mul_(w));
        Assert.Contains("clone it first", exception.Message);
    }

    private static void Refuses(Func<object> call)
        => Assert.StartsWith("the reference engine holds integers as doubles", Assert.ThrowsExactly<TorchArgumentException>(() => { call(); }).Message);
}
