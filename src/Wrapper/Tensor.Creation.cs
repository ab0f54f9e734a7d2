using System.Runtime.InteropServices;

namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor FromArray<TNumber>(
        ReadOnlySpan<TNumber> values, ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
        where TNumber : unmanaged
    {
        Check.Holds(shape, values.Length);
        Check.Fits(values, dtype);
        Check.RequiresGrad(dtype, requiresGrad);
        var place = TwinGrad.Torch.Cuda.Resolve(device);
        var source = Numbers.DTypeOf<TNumber>();
        var native = Empty(shape, source, Device.Cpu);
        var tensor = Wrap(native);
        values.CopyTo(MemoryMarshal.CreateSpan(ref *(TNumber*)NativeMethods.THSTensor_data(tensor.Handle), values.Length));
        if (source == dtype && place.Type == DeviceType.Cpu)
            return Leaf(tensor, requiresGrad);
        using (tensor)
            return Leaf(Converted(tensor, dtype, place), requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Full(ReadOnlySpan<long> shape, Scalar value, DType dtype, Device device, bool requiresGrad)
    {
        Layout.Numel(shape);
        var (type, index) = Place(dtype, device, requiresGrad);
        fixed (long* lengths = shape)
        {
            // The bits: minus zero is another number.
            return Wrap(BitConverter.DoubleToInt64Bits(value.ToDouble()) == 0
                ? NativeMethods.THSTensor_zeros(lengths, shape.Length, dtype.Code, type, index, requiresGrad)
                : NativeMethods.THSTensor_full(lengths, shape.Length, ScalarHandle.Of(value), dtype.Code, type, index, requiresGrad));
        }
    }

    /// <inheritdoc/>
    public static Tensor Arange(Scalar start, Scalar end, Scalar step, DType dtype, Device device, bool requiresGrad)
    {
        Check.Arange(start, end, step, dtype);
        var (type, index) = Place(dtype, device, requiresGrad);
        return Wrap(NativeMethods.THSTensor_arange(
            ScalarHandle.Of(start), ScalarHandle.Of(end), ScalarHandle.Of(step), dtype.Code, type, index, requiresGrad));
    }

    /// <inheritdoc/>
    public static Tensor Linspace(double start, double end, long steps, DType dtype, Device device, bool requiresGrad)
    {
        var (type, index) = Place(dtype, device, requiresGrad);
        return Wrap(NativeMethods.THSTensor_linspace(start, end, steps, dtype.Code, type, index, requiresGrad));
    }

    /// <inheritdoc/>
    public static Tensor Eye(long n, long m, DType dtype, Device device, bool requiresGrad)
    {
        var (type, index) = Place(dtype, device, requiresGrad);
        return Wrap(NativeMethods.THSTensor_eye(n, m, dtype.Code, type, index, requiresGrad));
    }

    private static nint Empty(ReadOnlySpan<long> shape, DType dtype, Device device)
    {
        Layout.Numel(shape);
        var (type, index) = Place(dtype, device, requiresGrad: false);
        fixed (long* lengths = shape)
            return NativeMethods.THSTensor_empty(lengths, shape.Length, dtype.Code, type, index, requiresGrad: false);
    }

    /// <summary>libtorch's numbers of a device, once it is known to be there and the dtype to allow a gradient.</summary>
    private static (int Type, int Index) Place(DType dtype, Device device, bool requiresGrad)
    {
        Check.RequiresGrad(dtype, requiresGrad);
        return Numbered(TwinGrad.Torch.Cuda.Resolve(device));
    }

    private static (int Type, int Index) Numbered(Device place)
        => ((int)place.Type, place.Type == DeviceType.Cpu ? -1 : place.Index ?? -1);

    private static Tensor Converted(Tensor tensor, DType dtype, Device device)
    {
        using (new GradMode<Tensor>(enabled: false))
            return To(To(tensor, dtype), device);
    }

    private static Tensor Leaf(Tensor tensor, bool requiresGrad)
    {
        if (requiresGrad)
            NativeMethods.THSTensor_set_requires_grad(tensor.Handle, requiresGrad: true);
        return tensor;
    }
}
