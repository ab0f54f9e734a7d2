using System.Runtime.InteropServices;

namespace TwinGrad.Bench.Bookkeeping;

/// <summary>
/// The wrapper's tensor as far as <c>Mul</c> takes it, less what is done for memory: it tells the collector no size and no scope of itself.
/// </summary>
internal sealed class CountedTensor(nint tensor) : IDisposable
{
    private readonly CountedHandle _handle = new(tensor);
    private Node? _gradFn;
    internal Fields Rest { get; init; }

    internal static CountedTensor Mul(CountedTensor x, CountedTensor y)
    {
        var result = Native.Required(Native.THSTensor_mul(x._handle, y._handle));
        var tracked = Native.THSTensor_requires_grad(result) && Native.THSAutograd_isGradEnabled();
        var tensor = new CountedTensor(result);
        if (tracked)
            tensor._gradFn = new("MulBackward0", new Edge(x._gradFn), new Edge(y._gradFn));
        return tensor;
    }

    public void Dispose() => _handle.Dispose();
}

/// <summary>Counts who uses a native tensor, and frees it after the last.</summary>
internal sealed class CountedHandle : SafeHandle
{
    internal CountedHandle(nint tensor)
        : base(0, ownsHandle: true)
        => SetHandle(tensor);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.THSTensor_dispose(handle);
        return true;
    }
}
