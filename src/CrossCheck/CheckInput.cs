using ReferenceTensor = TwinGrad.Reference.Tensor;
using TorchTensor = TwinGrad.Tensor;

namespace TwinGrad;

/// <summary>An input of a function that is checked: numbers under a shape. Numbers, arrays of them and tensors convert by themselves.</summary>
/// <remarks>
/// Floating-point numbers are differentiated by. Arrays of integers and bools, and tensors of such, are passed as they are: places, classes, masks.
/// </remarks>
public sealed class CheckInput
{
    private CheckInput(double[] values, long[] shape, DType? dtype = null)
        // Both engines start from the same numbers, and those of float32 are numbers of float64 too.
        => Input = new(shape, dtype is null ? Array.ConvertAll(values, Rounded) : values) { DType = dtype };

    /// <summary>The numbers in row-major order, rounded to float32.</summary>
    public IReadOnlyList<double> Values => Input.Values;

    /// <summary>Their shape.</summary>
    public Shape Shape => Input.Shape;

    /// <summary>Whether the function is differentiated by it.</summary>
    public bool IsDifferentiable => Input.DType is null;

    internal Input Input { get; }

    /// <summary>A 0-dim input.</summary>
    public static implicit operator CheckInput(double value) => new([value], []);

    /// <summary>A vector.</summary>
    public static implicit operator CheckInput(double[] values) => Of<double>(values);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator CheckInput(float[] values) => Of<float>(values);

    /// <summary>A matrix.</summary>
    public static implicit operator CheckInput(double[,] values) => Of<double>(values);

    /// <inheritdoc cref="op_Implicit(double[,])"/>
    public static implicit operator CheckInput(float[,] values) => Of<float>(values);

    /// <summary>A tensor of three dimensions.</summary>
    public static implicit operator CheckInput(double[,,] values) => Of<double>(values);

    /// <inheritdoc cref="op_Implicit(double[,,])"/>
    public static implicit operator CheckInput(float[,,] values) => Of<float>(values);

    /// <summary>A vector of int64, which is not differentiated by.</summary>
    public static implicit operator CheckInput(long[] values) => Of<long>(values, DType.Int64);

    /// <inheritdoc cref="op_Implicit(long[])"/>
    public static implicit operator CheckInput(int[] values) => Of<int>(values, DType.Int64);

    /// <summary>A vector of truth values, which is not differentiated by.</summary>
    public static implicit operator CheckInput(bool[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(Array.ConvertAll(values, value => value ? 1.0 : 0), [values.Length], DType.Bool);
    }

    /// <summary>A tensor's elements, without its graph; it keeps its dtype if that is no floating-point one.</summary>
    public static implicit operator CheckInput(TorchTensor x) => Of(x);

    /// <inheritdoc cref="op_Implicit(TorchTensor)"/>
    public static implicit operator CheckInput(ReferenceTensor x) => Of(x);

    /// <summary>An input of the catalogue.</summary>
    internal static CheckInput Of(Input input) => new(input.Values, input.Shape, input.DType);

    private const long LargestInteger = 1L << 53;

    private static double Rounded(double value)
        => double.IsFinite(value) && !float.IsFinite((float)value)
            ? throw new ArgumentOutOfRangeException(nameof(value), value, "an input is the same number in float32 and float64, and beyond 3.4e38 there is none in float32")
            : (float)value;

    private static CheckInput Of<TNumber>(Array values, DType? dtype = null)
        where TNumber : System.Numerics.INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (TNumber value in values)
            if (dtype is not null && (value > TNumber.CreateSaturating(LargestInteger) || value < TNumber.CreateSaturating(-LargestInteger)))
                throw new ArgumentOutOfRangeException(nameof(values), value, $"the reference engine counts in double, exactly up to {LargestInteger}");
        return new(
            [.. values.Cast<TNumber>().Select(double.CreateChecked)],
            [.. Enumerable.Range(0, values.Rank).Select(dim => (long)values.GetLength(dim))],
            dtype);
    }

    private static CheckInput Of<T>(T x)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        return new(x.ToArray<double>(), [.. x.Shape], x.DType.IsFloatingPoint ? null : x.DType);
    }
}
