using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>Owns one native tensor. It is freed once, when nobody uses it any more: not even a native call that is still running.</summary>
internal sealed class TensorHandle : SafeHandle
{
    // A native tensor is larger than its elements: the tensor, its storage and what autograd keeps of it take about this much.
    private const long Overhead = 512;

    // No memory is that large: an expanded tensor can have more elements than there are bytes.
    private const long Most = 1L << 40;

    private readonly long _bytes;

    /// <summary>Takes ownership of a native tensor that this thread has just received.</summary>
    internal TensorHandle(nint tensor)
        : base(0, ownsHandle: true)
    {
        SetHandle(tensor);
        // The collector sees a small object; told the size behind it, it runs before memory does.
        _bytes = Overhead + Math.Min(NativeMethods.THSTensor_numel(tensor), Most) * ItemSize(NativeMethods.THSTensor_type(tensor));
        MemoryPressure.Change(_bytes);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.THSTensor_dispose(handle);
        MemoryPressure.Change(-_bytes);
        return true;
    }

    /// <summary>Bytes an element takes, by libtorch's number of the dtype; a TorchSharp tensor may bring any.</summary>
    private static long ItemSize(sbyte code)
    {
        // uint8 to int64, float16 to float64, complex32 to complex128, bool, qint8, quint8, qint32, bfloat16.
        ReadOnlySpan<byte> sizes = [1, 1, 2, 4, 8, 2, 4, 8, 4, 8, 16, 1, 1, 1, 4, 2];
        return code >= 0 && code < sizes.Length ? sizes[code] : 1;
    }
}
