namespace TwinGrad.Bench.Bookkeeping;

/// <summary>The same without the count of uses, too: an object with a pointer and a finalizer, which protects nothing. As TorchSharp's.</summary>
internal sealed class BareTensor(nint tensor) : IDisposable
{
    private nint _tensor = tensor;
    private Node? _gradFn;
    internal Fields Rest { get; init; }

    ~BareTensor() => Free();

    internal static BareTensor Mul(BareTensor x, BareTensor y)
    {
        var result = Native.Required(Native.THSTensor_mul(x._tensor, y._tensor));
        var tracked = Native.THSTensor_requires_grad(result) && Native.THSAutograd_isGradEnabled();
        var tensor = new BareTensor(result);
        if (tracked)
            tensor._gradFn = new("MulBackward0", new Edge(x._gradFn), new Edge(y._gradFn));
        return tensor;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_tensor != 0)
            Native.THSTensor_dispose(_tensor);
        _tensor = 0;
    }
}
