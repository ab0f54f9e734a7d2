using System.Runtime.InteropServices.Marshalling;

namespace TwinGrad;

/// <summary>Holds a tensor around a native call. The source-generated imports write its calls, so no author of an operator can forget them.</summary>
[CustomMarshaller(typeof(TensorHandle), MarshalMode.ManagedToUnmanagedIn, typeof(ForOneCall))]
internal static class TensorHandleMarshaller
{
    /// <summary>The use of one tensor by one call.</summary>
    internal ref struct ForOneCall
    {
        private NativeTensor? _held;

        public void FromManaged(TensorHandle tensor) => _held = tensor.Hold();

        public readonly nint ToUnmanaged() => _held!.Pointer;

        public readonly void Free() => _held?.Release();
    }
}
