namespace TwinGrad;

/// <summary>The rows of a matrix that the input's integers name: <c>torch.nn.Embedding</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// Of int32 or int64 in any shape, which the result has before the row. The matrix starts with draws from the normal distribution.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Embedding.html"/>.
/// </remarks>
public sealed class Embedding<T> : Module<T>
    where T : class, ITensor<T>
{
    private readonly long? _paddingIdx;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleGradByFreq;

    /// <summary>With a fresh matrix, float32 on the default device unless another dtype or device is given.</summary>
    /// <param name="numEmbeddings">How many rows there are.</param>
    /// <param name="embeddingDim">How long they are.</param>
    /// <param name="paddingIdx">A row that is zeros at first and gets no gradient; negative counts from the end.</param>
    /// <param name="maxNorm">Rows that are used and longer than this are shortened to it first, in place.</param>
    /// <param name="normType">What is meant by long: the p of their norm.</param>
    /// <param name="scaleGradByFreq">Whether a row's gradient is the mean of its gradients instead of their sum.</param>
    /// <param name="dtype">The matrix's dtype.</param>
    /// <param name="device">Where it lives.</param>
    /// <exception cref="TorchArgumentException">There is no such row to be the padding.</exception>
    /// <exception cref="TorchException">A length is negative.</exception>
    public Embedding(
        long numEmbeddings, long embeddingDim, long? paddingIdx = null, double? maxNorm = null, double normType = 2,
        bool scaleGradByFreq = false, DType? dtype = null, Device? device = null)
    {
        if (paddingIdx is { } padding && (padding >= numEmbeddings || padding < -numEmbeddings))
            throw Error.PaddingIdx();
        _paddingIdx = paddingIdx < 0 ? numEmbeddings + paddingIdx : paddingIdx;
        (_maxNorm, _normType, _scaleGradByFreq) = (maxNorm, normType, scaleGradByFreq);
        Weight = Register("weight", Init.Normal_(Zeros([numEmbeddings, embeddingDim], dtype, device)));
        if (_paddingIdx is { } row)
            Init.Zeros_(T.Select(T.Detach(Weight), 0, row));
    }

    /// <summary>The matrix, of shape [numEmbeddings, embeddingDim].</summary>
    public T Weight { get; }

    /// <inheritdoc/>
    protected override string ExtraRepr
    {
        get
        {
            var text = $"{Weight.Shape[0]}, {Weight.Shape[1]}";
            if (_paddingIdx is { } row)
                text += $", padding_idx={row}";
            if (_maxNorm is { } longest)
                text += $", max_norm={PythonFloat.Repr(longest)}";
            if (_normType != 2)
                text += $", norm_type={PythonFloat.Repr(_normType)}";
            return _scaleGradByFreq ? text + ", scale_grad_by_freq=True" : text;
        }
    }

    /// <inheritdoc/>
    public override T Forward(T input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Embedding(Weight, _paddingIdx, _maxNorm, _normType, _scaleGradByFreq);
    }
}
