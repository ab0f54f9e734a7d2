namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    private static readonly Lock DrawsLock = new();
    private static Random _draws = new(0);

    /// <inheritdoc/>
    public static Tensor FromArray<TNumber>(
        ReadOnlySpan<TNumber> values, ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
        where TNumber : unmanaged
    {
        var elements = new double[values.Length];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = Stored(Numbers.From(values[i]), dtype);
        return Leaf(elements, shape, dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Full(ReadOnlySpan<long> shape, Scalar value, DType dtype, Device device, bool requiresGrad)
        => Make(shape, _ => Stored(value, dtype), dtype, device, requiresGrad);

    /// <inheritdoc/>
    public static Tensor Arange(Scalar start, Scalar end, Scalar step, DType dtype, Device device, bool requiresGrad)
    {
        var (from, by) = (start.ToDouble(), step.ToDouble());
        var count = (long)Math.Ceiling((end.ToDouble() - from) / by);
        return Make([count], i => Stored(from + i * by, dtype), dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Linspace(double start, double end, long steps, DType dtype, Device device, bool requiresGrad)
    {
        var by = steps > 1 ? (end - start) / (steps - 1) : 0;
        // From both ends to the middle, as libtorch does, so that the last value is exactly the end.
        return Make(
            [steps], i => Stored(i < steps / 2 || steps == 1 ? start + i * by : end - (steps - 1 - i) * by, dtype), dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Eye(long n, long m, DType dtype, Device device, bool requiresGrad)
        => Make([n, m], i => i / m == i % m ? 1 : 0, dtype, device, requiresGrad);

    /// <inheritdoc/>
    public static Tensor Rand(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        if (!dtype.IsFloatingPoint)
            throw Error.DrawsOf(dtype, "check_uniform_bounds");
        lock (DrawsLock)
            return Make(shape, _ => Stored(_draws.NextDouble(), dtype), dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Randn(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        if (!dtype.IsFloatingPoint)
            throw Error.DrawsOf(dtype, "normal_kernel_cpu");
        lock (DrawsLock)
            return Make(shape, _ => Stored(Normal(_draws), dtype), dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static void ManualSeed(long seed)
    {
        lock (DrawsLock)
            _draws = new Random(seed.GetHashCode());
    }

    /// <summary>Box and Muller's transform of two uniform draws.</summary>
    private static double Normal(Random draws)
        => Math.Sqrt(-2 * Math.Log(1 - draws.NextDouble())) * Math.Cos(2 * Math.PI * draws.NextDouble());

    private static Tensor Make(ReadOnlySpan<long> shape, Func<long, double> element, DType dtype, Device device, bool requiresGrad)
    {
        var values = new double[Layout.Numel(shape)];
        for (var i = 0; i < values.Length; i++)
            values[i] = element(i);
        return Leaf(values, shape, dtype, device, requiresGrad);
    }

    private static Tensor Leaf(double[] values, ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        if (device.Type != DeviceType.Cpu)
            throw Error.NoCuda("The reference engine");
        Check.RequiresGrad(dtype, requiresGrad);
        return new(values, Shape.Create(shape), dtype) { _leafRequiresGrad = requiresGrad };
    }

    /// <summary>The double that stands for a number in a tensor of the dtype.</summary>
    private static double Stored(Scalar value, DType dtype)
    {
        const long exact = 1L << 53;
        if (dtype.Category == DTypeCategory.Integer && value.ToInt64() is < -exact or > exact)
            throw Error.BeyondExactIntegers(value.ToInt64());
        return Numbers.Round(value.ToDouble(), dtype);
    }
}
