namespace TwinGrad;

/// <summary>How samples become a batch: <c>torch.utils.data.default_collate</c>.</summary>
public static class Collate
{
    /// <summary>The samples along a new first dimension.</summary>
    /// <exception cref="TorchArgumentException">There is none, or their shapes differ.</exception>
    public static T Stack<T>(IReadOnlyList<T> samples)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(samples);
        return T.Stack([.. samples], 0);
    }

    /// <summary>Inputs and targets, each along a new first dimension; a <see cref="Batch{T}"/> is given back as it is.</summary>
    /// <exception cref="TorchArgumentException">There is none, or their shapes differ.</exception>
    public static Batch<T> Pairs<T>(IReadOnlyList<(T Input, T Target)> samples)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(samples);
        return samples as Batch<T>
            ?? new(Stack<T>([.. samples.Select(sample => sample.Input)]), Stack<T>([.. samples.Select(sample => sample.Target)]));
    }
}
