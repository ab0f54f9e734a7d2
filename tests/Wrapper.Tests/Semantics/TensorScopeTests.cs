namespace TwinGrad.Tests;

/// <summary>Who frees a tensor, and when.</summary>
[TestClass]
public sealed class TensorScopeTests
{
    [TestMethod]
    public void What_an_inner_scope_keeps_belongs_to_the_outer_one()
    {
        Tensor kept, dropped;
        using (Torch.NewScope())
        {
            using (var inner = Torch.NewScope())
            {
                kept = inner.Keep(Torch.Ones(2));
                dropped = Torch.Ones(2);
            }
            IsFreed(dropped);
            Assert.AreEqual("tensor([1., 1.])", kept.ToString());
        }
        IsFreed(kept);
    }

    [TestMethod]
    public void An_exception_frees_too()
    {
        Tensor? made = null;
        Assert.ThrowsExactly<InvalidOperationException>(Fail);
        IsFreed(made!);

        void Fail()
        {
            using var scope = Torch.NewScope();
            made = Torch.Ones(2);
            throw new InvalidOperationException();
        }
    }

    [TestMethod]
    public void What_an_operation_makes_on_its_way_is_freed_with_the_rest()
    {
        using var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        using (Torch.NewScope())
            (2 * x + 1).Pow(2).Sum().Backward();
        Assert.AreEqual("tensor([12., 20.])", x.Grad!.ToString());
    }

    [TestMethod]
    public void A_kept_tensor_outlives_its_scope()
    {
        Tensor y;
        using (var scope = Torch.NewScope())
            y = scope.Keep(Torch.Ones(2) + Torch.Ones(2));
        Assert.AreEqual("tensor([2., 2.])", y.ToString());
    }

    [TestMethod]
    public void An_outer_scope_that_ends_first_ends_those_inside()
    {
        var outer = Torch.NewScope();
        var inner = Torch.NewScope();
        var made = Torch.Ones(2);

        outer.Dispose();

        IsFreed(made);
        inner.Dispose();
        var free = Torch.Ones(2);
        Assert.AreEqual("tensor([1., 1.])", inner.Keep(free).ToString());
        using (Torch.NewScope())
            outer.Dispose();
        Assert.AreEqual("tensor([1., 1.])", free.ToString());
    }

    [TestMethod]
    public void A_scope_that_was_never_begun_does_nothing()
    {
        var none = default(TensorScope);
        Assert.AreEqual("tensor([1.])", none.Keep(Torch.Ones(1)).ToString());
        none.Dispose();
    }

    private static void IsFreed(Tensor tensor) => Assert.ThrowsExactly<ObjectDisposedException>(() => tensor.Sum());
}
