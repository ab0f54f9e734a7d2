using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>Owns one native tensor. It is freed once, when nobody uses it any more: not even a native call that is still running.</summary>
internal sealed class TensorHandle : SafeHandle
{
    // A native tensor is larger than its elements: the tensor, its storage and what autograd keeps of it take about this much.
    private const long Overhead = 512;

    private readonly long _bytes;

    /// <summary>Takes ownership of a native tensor that this thread has just received.</summary>
    internal TensorHandle(nint tensor)
        : base(0, ownsHandle: true)
    {
        SetHandle(tensor);
        // The collector sees a small object; told the size behind it, it runs before memory does.
        _bytes = Overhead + NativeMethods.THSTensor_numel(tensor) * DType.FromCode(NativeMethods.THSTensor_type(tensor)).ItemSize;
        GC.AddMemoryPressure(_bytes);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.THSTensor_dispose(handle);
        GC.RemoveMemoryPressure(_bytes);
        return true;
    }
}
