#pragma warning disable RS0030 // crossing over to TorchSharp is what is tested here
using static TorchSharp.torch;

namespace TwinGrad.Tests;

/// <summary>What TorchSharp hands over: taken as it is, or refused where it could only be misread.</summary>
[TestClass]
public sealed class InteropTests
{
    [TestMethod]
    public void One_memory_one_graph_one_gradient()
    {
        using var raw = TorchSharp.torch.ones(2, requires_grad: true);
        using var x = Tensor.FromTorch(raw);
        (x * 3).Sum().Backward();
        Assert.AreEqual("tensor([3., 3.])", x.Grad!.ToString());
        using var grad = raw.grad!;
        Assert.AreEqual(3f, grad[0].item<float>());
    }

    [TestMethod]
    public void Sparse_tensors_are_refused()
    {
        using var dense = eye(2);
        using var sparse = dense.to_sparse();
        var exception = Assert.ThrowsExactly<TorchNotImplementedException>(() => Tensor.FromTorch(sparse));
        Assert.StartsWith("only dense tensors have a place here: ", exception.Message);
    }

    [TestMethod]
    public void Tensors_of_a_dtype_or_device_without_a_name_here_are_refused()
    {
        using var complex = TorchSharp.torch.zeros(2, dtype: ScalarType.ComplexFloat32);
        Assert.ThrowsExactly<TorchNotImplementedException>(() => Tensor.FromTorch(complex));
        using var meta = TorchSharp.torch.zeros(2, device: device("meta"));
        Assert.ThrowsExactly<TorchNotImplementedException>(() => Tensor.FromTorch(meta));
    }

    [TestMethod]
    public void A_view_with_the_negative_bit_is_refused()
    {
        using var number = TorchSharp.torch.tensor((1f, 2f));
        using var conjugate = number.conj();
        using var imaginary = conjugate.imag;
        var exception = Assert.ThrowsExactly<TorchNotImplementedException>(() => Tensor.FromTorch(imaginary));
        Assert.Contains("resolve_neg()", exception.Message);
        using var resolved = imaginary.resolve_neg();
        Assert.AreEqual(-2, Tensor.FromTorch(resolved).Item<float>());
    }

    [TestMethod]
    public void A_disposed_tensor_is_refused()
    {
        var raw = TorchSharp.torch.ones(2);
        raw.Dispose();
        Assert.Throws<InvalidOperationException>(() => Tensor.FromTorch(raw));
        Assert.Throws<ArgumentNullException>(() => Tensor.FromTorch(null!));
    }

    [TestMethod]
    public void A_hook_sees_gradients_of_a_pass_that_TorchSharp_started()
    {
        var x = Torch.Tensor([1.0, 2], requiresGrad: true);
        x.RegisterHook(gradient => gradient * 5);
        using var raw = x.Torch;
        raw.sum().backward();
        Assert.AreEqual(5, x.Grad!.ToArray<float>()[0]);
    }

    [TestMethod]
    public void An_exception_in_a_pass_that_TorchSharp_started_is_an_error_of_libtorchs()
    {
        var x = Torch.Tensor([1.0, 2], requiresGrad: true);
        var doubled = Autograd.Function<Tensor>("Doubled", (_, x) => x * 2, (_, _) => throw new UserException("nobody hears it")).Apply(x);
        using var raw = doubled.Torch;
        Assert.ThrowsExactly<System.Runtime.InteropServices.ExternalException>(() => raw.sum().backward());
        var hook = x.RegisterHook(new Func<Tensor, Tensor?>(_ => throw new UserException("nobody hears it")));
        using var leaf = x.Torch;
        Assert.ThrowsExactly<System.Runtime.InteropServices.ExternalException>(() => leaf.sum().backward());
        hook.Remove();
        x.Sum().Backward();
        Assert.AreEqual(1, x.Grad!.ToArray<float>()[0]);
    }
}
