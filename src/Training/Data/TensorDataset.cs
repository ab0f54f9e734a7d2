namespace TwinGrad;

/// <summary>The rows of two tensors, as pairs: <c>torch.utils.data.TensorDataset(inputs, targets)</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// A sample is a pair of views. A batch is copied in one <c>index_select</c> a tensor, not stacked of slices. The tensors are held by
/// reference: what is written to them later shows. See <see href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.TensorDataset"/>.
/// </remarks>
public sealed class TensorDataset<T> : Dataset<(T Input, T Target)>
    where T : class, ITensor<T>
{
    private readonly Batch<T> _all;

    /// <summary>Over tensors of the same first length.</summary>
    /// <param name="inputs">What a model is given: of shape [samples, ...].</param>
    /// <param name="targets">What it should answer: of shape [samples, ...].</param>
    /// <exception cref="TorchArgumentException">A tensor has no dimension, or the first lengths differ.</exception>
    public TensorDataset(T inputs, T targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.Shape.Count == 0)
            throw Error.SamplesOf0Dim(nameof(inputs));
        if (targets.Shape.Count == 0)
            throw Error.SamplesOf0Dim(nameof(targets));
        if (inputs.Shape[0] != targets.Shape[0])
            throw Error.TensorLengths(inputs.Shape, targets.Shape);
        if (inputs.Shape[0] > int.MaxValue)
            throw Error.TooManySamples(inputs.Shape[0]);
        _all = new(inputs, targets);
    }

    /// <summary>What a model is given: of shape [samples, ...].</summary>
    public T Inputs => _all.Inputs;

    /// <summary>What it should answer: of shape [samples, ...].</summary>
    public T Targets => _all.Targets;

    /// <inheritdoc/>
    public override int Count => _all.Count;

    /// <inheritdoc/>
    public override (T Input, T Target) this[int index] => _all[index];

    /// <summary>The samples at several indices, as a <see cref="Batch{T}"/>.</summary>
    /// <exception cref="TorchIndexException">There is no such sample.</exception>
    public override IReadOnlyList<(T Input, T Target)> GetItems(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        var rows = new long[indices.Count];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = SampleIndex.Wrap(indices[i], Count);
        return new Batch<T>(Rows(Inputs, rows), Rows(Targets, rows));
    }

    private static T Rows(T tensor, long[] rows)
    {
        var index = T.FromArray<long>(rows, [rows.Length], DType.Int64, tensor.Device, requiresGrad: false);
        try
        {
            return T.IndexSelect(tensor, 0, index);
        }
        finally
        {
            T.Free(index);
        }
    }
}
