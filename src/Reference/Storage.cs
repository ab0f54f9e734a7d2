namespace TwinGrad.Reference;

/// <summary>The memory that a tensor and its views share.</summary>
/// <param name="values">Every element is a double, whatever the dtype says.</param>
internal sealed class Storage(double[] values)
{
    internal double[] Values { get; } = values;

    /// <summary>Whether the memory was taken in inference mode: what lies in it never takes part in a graph.</summary>
    internal bool IsInference { get; } = Tensor.InferenceModeEnabled;

    /// <summary>How often the memory was written in place; a rule that needs an overwritten value can tell by it.</summary>
    internal int Version { get; set; }
}
