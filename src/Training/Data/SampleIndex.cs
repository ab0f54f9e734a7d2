namespace TwinGrad;

/// <summary>An index of a sample as users write it, and as it is counted.</summary>
internal static class SampleIndex
{
    /// <summary>The index from the beginning; a negative one counts from the end.</summary>
    /// <exception cref="TorchIndexException">There is no such sample.</exception>
    internal static int Wrap(int index, int count)
        => index >= -count && index < count ? index < 0 ? index + count : index : throw Error.IndexOutOfRange(index, 0, count);
}
