using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>Reads a tensor's elements where they lie, or from a copy in main memory if they lie on another device.</summary>
internal sealed unsafe class TensorElements : IDisposable
{
    private readonly Tensor _tensor;
    private readonly Tensor? _copy;
    private readonly DType _dtype;
    private readonly Shape _shape;
    private readonly Shape _strides;
    private readonly byte* _data;
    private readonly bool _held;

    internal TensorElements(Tensor tensor)
    {
        if (tensor.Device.Type != DeviceType.Cpu)
            _copy = tensor = Tensor.Unscoped(() => Tensor.To(Tensor.Detach(tensor), Device.Cpu));
        // libtorch has zeros without memory, which some second derivatives are; a copy has its zeros in memory.
        else if (NativeMethods.THSTensor_data(tensor.Handle) == 0 && tensor.Numel > 0)
            _copy = tensor = Tensor.Unscoped(() => Tensor.Clone(Tensor.Detach(tensor)));
        _tensor = tensor;
        (_dtype, _shape, _strides) = (tensor.DType, tensor.Shape, tensor.Strides);
        tensor.Handle.DangerousAddRef(ref _held);
        _data = (byte*)NativeMethods.THSTensor_data(tensor.Handle);
    }

    /// <summary>The element at a row-major flat index.</summary>
    internal Scalar this[long index]
    {
        get
        {
            var element = _data + Position(index) * _dtype.ItemSize;
            return _dtype.Name switch
            {
                "float32" => *(float*)element,
                "float64" => *(double*)element,
                "int64" => *(long*)element,
                "int32" => *(int*)element,
                "int16" => *(short*)element,
                "int8" => *(sbyte*)element,
                "uint8" => *element,
                "bool" => *element != 0,
                "float16" => (double)*(Half*)element,
                _ => BitConverter.UInt32BitsToSingle((uint)*(ushort*)element << 16),
            };
        }
    }

    internal TNumber[] ToArray<TNumber>()
        where TNumber : unmanaged
    {
        var values = new TNumber[_shape.Numel];
        if (Numbers.DTypeOf<TNumber>() == _dtype && Layout.IsContiguous(_shape, _strides))
        {
            MemoryMarshal.CreateReadOnlySpan(ref *(TNumber*)_data, values.Length).CopyTo(values);
            return values;
        }
        for (var i = 0; i < values.Length; i++)
            values[i] = Numbers.To<TNumber>(this[i]);
        return values;
    }

    public void Dispose()
    {
        if (_held)
            _tensor.Handle.DangerousRelease();
        _copy?.Dispose();
    }

    private long Position(long index)
    {
        var position = 0L;
        for (var dim = _shape.Count - 1; dim >= 0; dim--)
        {
            (index, var place) = Math.DivRem(index, _shape[dim]);
            position += place * _strides[dim];
        }
        return position;
    }
}
