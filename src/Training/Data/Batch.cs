using System.Collections;

namespace TwinGrad;

/// <summary>Several samples at once: inputs and targets, each with the samples along the first dimension.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="Inputs">What a model is given: of shape [samples, ...].</param>
/// <param name="Targets">What it should answer: of shape [samples, ...].</param>
/// <remarks>A list of its samples, too: <see cref="Dataset{TSample}.GetItems"/> may return one. The samples are views.</remarks>
public sealed record Batch<T>(T Inputs, T Targets) : IReadOnlyList<(T Input, T Target)>
    where T : class, ITensor<T>
{
    /// <inheritdoc cref="Batch{T}" path="/param[@name='Inputs']"/>
    public T Inputs { get; init => field = Given(value, nameof(Inputs)); } = Given(Inputs, nameof(Inputs));

    /// <inheritdoc cref="Batch{T}" path="/param[@name='Targets']"/>
    public T Targets { get; init => field = Given(value, nameof(Targets)); } = Given(Targets, nameof(Targets));

    /// <summary>How many samples there are: the inputs' first length.</summary>
    /// <exception cref="TorchIndexException">The inputs have no dimension.</exception>
    public int Count => checked((int)Inputs.Shape[0]);

    /// <summary>The sample at an index; a negative one counts from the end.</summary>
    /// <exception cref="TorchIndexException">There is no such sample.</exception>
    public (T Input, T Target) this[int index]
    {
        get
        {
            var at = SampleIndex.Wrap(index, Count);
            return (T.Select(Inputs, 0, at), T.Select(Targets, 0, at));
        }
    }

    /// <summary>The samples in order.</summary>
    public IEnumerator<(T Input, T Target)> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static T Given(T tensor, string name)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        return tensor;
    }
}
