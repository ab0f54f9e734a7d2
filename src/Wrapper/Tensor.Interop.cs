using TorchTensor = TorchSharp.torch.Tensor;

namespace TwinGrad;

public sealed partial class Tensor
{
    // Whether TorchSharp has had any tensor of ours or we of its: it may write to it and nobody here would know.
    private static volatile bool _isSharedWithTorchSharp;

    /// <summary>The same tensor as TorchSharp's: one memory, one graph, one gradient. It is the caller's to dispose of.</summary>
    /// <remarks>From there on TorchSharp's own rules hold: it does not protect its tensors from the collector while native code runs.</remarks>
    public TorchTensor Torch
    {
        get
        {
            _isSharedWithTorchSharp = true;
            return TorchTensor.UnsafeCreateTensor(NativeError.Check(NativeMethods.THSTensor_alias(HandleOf(this))));
        }
    }

    /// <summary>The same tensor as <paramref name="tensor"/>: one memory, one graph, one gradient. The argument stays the caller's.</summary>
    /// <remarks>The operation that made it has no name here: it prints as <c>grad_fn=&lt;TorchSharp&gt;</c>.</remarks>
    /// <exception cref="TorchNotImplementedException">It is of a dtype, layout or device that this library has not: sparse, complex, meta.</exception>
    public static Tensor FromTorch(TorchTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        LibTorchLoader.EnsureLoaded();
        _isSharedWithTorchSharp = true;
        var alias = NativeMethods.THSTensor_alias(tensor.Handle);
        GC.KeepAlive(tensor);
        var received = Received(NativeError.Check(alias), "TorchSharp");
        try
        {
            received.CheckKind();
            return received;
        }
        catch
        {
            received.Dispose();
            throw;
        }
    }

    /// <summary>What TorchSharp can make and this library could only misread is refused at the door.</summary>
    private void CheckKind()
    {
        _ = (DType, Device); // each throws for one that it does not know
        if (NativeMethods.THSTensor_data(HandleOf(this)) == 0 && NativeError.Take() is { } reason)
            throw Error.NoStridedMemory(reason.Message);
        if (NativeMethods.THSTensor_is_neg(HandleOf(this)) != 0)
            throw Error.NegativeView();
    }
}
