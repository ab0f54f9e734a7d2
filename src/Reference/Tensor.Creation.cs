namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor FromArray<TNumber>(
        ReadOnlySpan<TNumber> values, ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
        where TNumber : unmanaged
    {
        Check.Holds(shape, values.Length);
        Check.Fits(values, dtype);
        var elements = new double[values.Length];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = Elements.Stored(Numbers.From(values[i]), dtype);
        return Leaf(elements, shape, dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Full(ReadOnlySpan<long> shape, Scalar value, DType dtype, Device device, bool requiresGrad)
    {
        var element = Elements.Filled(value, dtype);
        return Make(shape, _ => element, dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Arange(Scalar start, Scalar end, Scalar step, DType dtype, Device device, bool requiresGrad)
    {
        Check.Arange(start, end, step, dtype);
        Check.HasKernel("arange_cpu", dtype);
        // An integer range starts and steps by integers, fractions cut off. As in libtorch only int64 counts its elements so.
        double Cut(Scalar value, bool whole) => whole ? value.ToInt64() : value.ToDouble();
        var integer = dtype.Category == DTypeCategory.Integer;
        var (from, by) = (Cut(start, integer), Cut(step, integer));
        var exact = dtype == DType.Int64;
        var count = (long)Math.Ceiling((Cut(end, exact) - Cut(start, exact)) / Cut(step, exact));
        return Make([Math.Max(count, 0)], i => Elements.Stored(from + i * by, dtype), dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Linspace(double start, double end, long steps, DType dtype, Device device, bool requiresGrad)
    {
        Check.HasKernel("linspace_cpu", dtype);
        var by = steps > 1 ? (end - start) / (steps - 1) : 0;
        // From both ends to the middle, as libtorch does, so that the last value is exactly the end.
        return Make(
            [steps],
            i => Elements.Stored(i < steps / 2 || steps == 1 ? start + i * by : end - (steps - 1 - i) * by, dtype),
            dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Eye(long n, long m, DType dtype, Device device, bool requiresGrad)
        => Make([n, m], i => i / m == i % m ? 1 : 0, dtype, device, requiresGrad);

    private static Tensor Make(ReadOnlySpan<long> shape, Func<long, double> element, DType dtype, Device device, bool requiresGrad)
    {
        var values = Strided.Allocate(Layout.Numel(shape));
        for (var i = 0; i < values.Length; i++)
            values[i] = element(i);
        return Leaf(values, shape, dtype, device, requiresGrad);
    }

    private static Tensor Leaf(double[] values, ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        RequireCpu(device);
        Check.RequiresGrad(dtype, requiresGrad);
        return new(values, Shape.Create(shape), dtype) { LeafRequiresGrad = requiresGrad };
    }

    /// <summary>Any device but a GPU: what this engine computes, it computes on the CPU.</summary>
    private static void RequireCpu(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.Type == DeviceType.Cuda)
            throw Error.NoCuda("The reference engine");
    }
}
