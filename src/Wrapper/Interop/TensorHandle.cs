using System.Runtime.CompilerServices;
using System.Runtime.InteropServices.Marshalling;

namespace TwinGrad;

/// <summary>A tensor as native calls take it: held for as long as the call lasts.</summary>
[NativeMarshalling(typeof(TensorHandleMarshaller))]
internal readonly struct TensorHandle
{
    private readonly NativeTensor _native;
    private readonly Tensor? _tensor;

    /// <summary>A tensor's native one.</summary>
    internal TensorHandle(NativeTensor native, Tensor tensor) => (_native, _tensor) = (native, tensor);

    /// <summary>One that nobody else knows.</summary>
    private TensorHandle(NativeTensor native) => _native = native;

    /// <summary>How many elements it had when it was received.</summary>
    internal long Numel => _native.Numel;

    public static implicit operator TensorHandle(NativeTensor native) => new(native);

    /// <summary>Keeps the native tensor until it is released.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed of.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal NativeTensor Hold()
    {
        _native.Hold();
        // Disposed of by another thread meanwhile, it may be somebody else's by now.
        if (_tensor is null || _tensor.IsOwnerOf(_native))
            return _native;
        _native.Release();
        throw Error.Disposed();
    }
}
