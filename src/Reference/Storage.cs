namespace TwinGrad.Reference;

/// <summary>The memory that a tensor and its views share.</summary>
/// <param name="values">
/// Every element is a double, whatever the dtype says. No other memory has this array, but where a tensor was given another's as its data.
/// </param>
internal sealed class Storage(double[] values)
{
    internal const int ManyElements = 4096;

    private static long _lastBirth;

    /// <summary>The <see cref="Birth"/> of the last that was made.</summary>
    internal static long LastBirth => Volatile.Read(ref _lastBirth);

    /// <summary>Counts up with each that holds many elements; 0 of the others. What was made since a moment nobody from before it holds.</summary>
    internal long Birth { get; } = values.Length < ManyElements ? 0 : Interlocked.Increment(ref _lastBirth);

    internal double[] Values { get; } = values;

    /// <summary>Whether the memory was taken in inference mode: what lies in it never takes part in a graph.</summary>
    internal bool IsInference { get; init; } = Tensor.InferenceModeEnabled;

    /// <summary>How often the memory was written in place; a rule that needs an overwritten value can tell by it.</summary>
    internal int Version { get; set; }
}
