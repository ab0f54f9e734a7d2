namespace TwinGrad;

/// <summary>An input of a function that is checked: numbers under a shape. A number, a vector and a matrix convert by themselves.</summary>
public sealed class CheckInput
{
    private CheckInput(double[] values, Shape shape)
    {
        Shape = shape;
        // Both engines start from the same numbers, and those of float32 are numbers of float64 too.
        Values = Array.ConvertAll(values, value => (double)(float)value);
    }

    /// <summary>The numbers in row-major order, rounded to float32.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Their shape.</summary>
    public Shape Shape { get; }

    /// <summary>A 0-dim input.</summary>
    public static implicit operator CheckInput(double value) => new([value], []);

    /// <summary>A vector.</summary>
    public static implicit operator CheckInput(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values, [values.Length]);
    }

    /// <summary>A matrix.</summary>
    public static implicit operator CheckInput(double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([.. values.Cast<double>()], [values.GetLength(0), values.GetLength(1)]);
    }

    /// <summary>The input as a leaf of an engine.</summary>
    internal T Leaf<T>(DType dtype)
        where T : ITensor<T>
        => Leaf<T>([.. Values], dtype);

    /// <summary>Other numbers under the same shape.</summary>
    internal T Leaf<T>(double[] values, DType dtype)
        where T : ITensor<T>
        => T.FromArray<double>(values, Shape, dtype, Device.Cpu, requiresGrad: true);
}
