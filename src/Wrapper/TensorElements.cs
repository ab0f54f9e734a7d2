using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>Reads a tensor's elements where they lie, or from a copy in main memory if they lie on another device.</summary>
internal sealed unsafe class TensorElements : IDisposable
{
    // A span has at most 2^31 bytes, a tensor more.
    internal const long LargestPiece = 1 << 30;

    private readonly Tensor? _copy;
    private readonly DType _dtype;
    private readonly Shape _shape;
    private readonly Shape _strides;
    private readonly byte* _data;
    private readonly NativeTensor _held;

    internal TensorElements(Tensor tensor)
    {
        // Device and dtype are libtorch's, not what the object remembers: another object over the same native tensor may have had its data replaced.
        var isInMainMemory = NativeMethods.THSTensor_device_type(tensor.Handle) == (int)DeviceType.Cpu;
        var data = isInMainMemory ? NativeMethods.THSTensor_data(tensor.Handle) : 0;
        // On the CPU, too, libtorch has zeros without memory, which some second derivatives are; a copy has its zeros in memory. The address of a
        // view of them is where it begins in what is not there: no memory of a process lies so low, and if it does the copy does no harm.
        if ((nuint)data <= uint.MaxValue && tensor.Numel > 0)
        {
            _copy = tensor = CopyInMainMemory(tensor, isInMainMemory);
            data = NativeMethods.THSTensor_data(tensor.Handle);
        }
        (_dtype, _shape, _strides) = (DType.FromCode(NativeMethods.THSTensor_type(tensor.Handle)), tensor.Shape, tensor.Strides);
        _held = tensor.Handle.Hold();
        _data = (byte*)data;
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
        Check.FitsAnArray(_shape.Numel);
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

    /// <summary>Hands over the memory of a contiguous tensor, piece by piece.</summary>
    internal void ReadBytes(Action<ReadOnlySpan<byte>> take)
    {
        var size = _shape.Numel * _dtype.ItemSize;
        for (var start = 0L; start < size; start += LargestPiece)
            take(new(_data + start, (int)Math.Min(LargestPiece, size - start)));
    }

    /// <summary>Changes each element of float32 or float64 where it lies, if they lie side by side in main memory.</summary>
    internal void Perturb(Func<double, double> rounding)
    {
        if (_copy is not null || !Layout.IsContiguous(_shape, _strides))
            return;
        for (var i = 0L; i < _shape.Numel; i++)
        {
            if (_dtype == DType.Float64)
                ((double*)_data)[i] = rounding(((double*)_data)[i]);
            else if (_dtype == DType.Float32)
                ((float*)_data)[i] = (float)rounding(((float*)_data)[i]);
        }
    }

    public void Dispose()
    {
        _held.Release();
        _copy?.Dispose();
    }

    private static Tensor CopyInMainMemory(Tensor tensor, bool isThereAlready) => Tensor.Unscoped(() =>
    {
        using var detached = Tensor.Detach(tensor);
        return isThereAlready ? Tensor.Clone(detached) : Tensor.To(detached, Device.Cpu);
    });

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
