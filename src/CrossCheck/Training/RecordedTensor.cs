namespace TwinGrad;

/// <summary>A tensor's elements, apart from any engine.</summary>
/// <param name="Values">In row-major order; every dtype but the largest int64 fits a double.</param>
/// <param name="Shape">The lengths of its dimensions.</param>
/// <param name="DType">What it is of.</param>
internal sealed record RecordedTensor(double[] Values, Shape Shape, DType DType)
{
    internal static RecordedTensor Of(double value) => new([value], [], DType.Float64);

    internal static RecordedTensor Of<T>(T x)
        where T : class, ITensor<T>
        => new(x.ToArray<double>(), x.Shape, x.DType);

    /// <summary>All of a state.</summary>
    internal static Dictionary<string, RecordedTensor> Of<T>(IEnumerable<KeyValuePair<string, T>> tensors)
        where T : class, ITensor<T>
        => tensors.ToDictionary(tensor => tensor.Key, tensor => Of(tensor.Value), StringComparer.Ordinal);

    /// <summary>On an engine, in the given dtype if it is of a floating-point one.</summary>
    internal T On<T>(DType dtype)
        where T : class, ITensor<T>
        => T.FromArray<double>(Values, Shape, DType.IsFloatingPoint ? dtype : DType, Device.Cpu, requiresGrad: false);

    /// <summary>|this - other| / |other|, of the tensors as vectors; 0 where neither has anything, infinite where one has no finite number.</summary>
    internal double DistanceFrom(RecordedTensor other)
    {
        var (difference, size) = (0.0, 0.0);
        for (var i = 0; i < Values.Length; i++)
        {
            difference += Square(Values[i] - other.Values[i]);
            size += Square(other.Values[i]);
        }
        return difference == 0 ? 0 : double.IsFinite(difference) ? Math.Sqrt(difference / size) : double.PositiveInfinity;

        static double Square(double value) => value * value;
    }
}
