namespace TwinGrad.Tests;

/// <summary>Disposing frees memory; it never makes native code touch what is gone.</summary>
[TestClass]
public sealed class DisposedTensorTests
{
    private static readonly Dictionary<string, Action<Tensor>> Uses = new()
    {
        ["add"] = x => x.Add(x),
        ["add a number"] = x => x.Add(1),
        ["add to another"] = x => Torch.Ones(2).Add(x),
        ["mul_"] = x => x.Mul_(2),
        ["where"] = x => Tensor.Where(Torch.Tensor([true, false]), x, Torch.Ones(2)),
        ["sum"] = x => x.Sum(),
        ["clamp"] = x => x.Clamp(0, 1),
        ["pow"] = x => x.Pow(2),
        ["matmul"] = x => x.MatMul(x),
        ["index"] = x => _ = x[0],
        ["set index"] = x => x[0] = Torch.Tensor(1.0),
        ["index by a tensor"] = x => _ = x[Torch.Tensor([0L])],
        ["index by a disposed one"] = _ => Torch.Ones(2)[DisposedIndex()].ToString(),
        ["write by a disposed one"] = _ => Torch.Ones(2)[DisposedIndex()] = Torch.Tensor(1.0),
        ["cat"] = x => Torch.Cat([Torch.Ones(2), x]),
        ["stack"] = x => Torch.Stack([x, Torch.Ones(2)]),
        ["split"] = x => x.Split(1),
        ["gather"] = x => x.Gather(0, Torch.Tensor([0L])),
        ["topk"] = x => x.Topk(1),
        ["view"] = x => x.View(2, 1),
        ["detach"] = x => x.Detach(),
        ["clone"] = x => x.Clone(),
        ["to"] = x => x.To(DType.Float64),
        ["backward"] = x => x.Backward(Torch.Ones(2)),
        ["gradient of backward"] = x => (Torch.Ones([2L], requiresGrad: true) * 1).Backward(x),
        ["grad"] = x => _ = x.Grad,
        ["set grad"] = x => Torch.Ones([2L], requiresGrad: true).Grad = x,
        ["requires grad"] = x => _ = x.RequiresGrad,
        ["retain grad"] = x => x.RetainGrad(),
        ["to array"] = x => x.ToArray<float>(),
        ["item"] = x => x.Sum().Item<float>(),
        ["strides"] = x => _ = x.Strides,
    };

    public static IEnumerable<object[]> Names => Uses.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Using_a_disposed_tensor_throws(string name)
    {
        var x = Torch.Ones([2L], requiresGrad: true).Detach();
        _ = (x.Shape, x.DType, x.Device);
        x.Dispose();

        var exception = Assert.ThrowsExactly<ObjectDisposedException>(() => Uses[name](x));

        Assert.StartsWith("The tensor was disposed of, by Dispose() or by the end of the scope", exception.Message);
    }

    [TestMethod]
    public void A_disposed_tensor_prints_and_is_disposed_of_again()
    {
        var x = Torch.Ones(2);
        x.Dispose();
        x.Dispose();

        Assert.AreEqual("tensor(<disposed>)", x.ToString());
    }

    [TestMethod]
    public void Views_and_graphs_outlive_what_they_were_made_of()
    {
        using var x = Torch.Tensor([1.0, 2], requiresGrad: true);
        var square = x * x;
        var view = square[1..];
        var loss = view.Exp().Log().Sum();
        square.Dispose();
        Assert.AreEqual("tensor([4.], grad_fn=<SliceBackward0>)", view.ToString());
        view.Dispose();
        loss.Backward();

        Assert.AreEqual("tensor([0., 4.])", x.Grad!.ToString());
    }

    [TestMethod]
    public void A_scope_frees_what_was_made_inside_and_not_kept()
    {
        Tensor kept, lost;
        using (var scope = Torch.NewScope())
        {
            lost = Torch.Ones(2);
            kept = scope.Keep(lost * 2);
        }

        Assert.AreEqual("tensor([2., 2.])", kept.ToString());
        Assert.ThrowsExactly<ObjectDisposedException>(() => lost.ToArray<float>());
    }

    private static Tensor DisposedIndex()
    {
        var index = Torch.Tensor([0L]);
        index.Dispose();
        return index;
    }
}
