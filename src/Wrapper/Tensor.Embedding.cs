namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Embedding(
        Tensor x, Tensor weight, long? paddingIdx, double? maxNorm, double normType, bool scaleGradByFreq)
    {
        var padding = Check.Embedding(x, weight, paddingIdx);
        Composites.Renorm(weight, x, maxNorm, normType);
        return Record("EmbeddingBackward0", Aten.Embedding.Call(weight, x, padding, scaleGradByFreq)[0], weight);
    }

    /// <inheritdoc/>
    public static Tensor EmbeddingBag(
        Tensor x, Tensor weight, Tensor? offsets, double? maxNorm, double normType, bool scaleGradByFreq, EmbeddingBagMode mode,
        Tensor? perSampleWeights, bool includeLastOffset, long? paddingIdx)
    {
        var padding = Check.EmbeddingBag(x, weight, offsets, scaleGradByFreq, mode, perSampleWeights, includeLastOffset, paddingIdx);
        Composites.Renorm(weight, x, maxNorm, normType);
        var bags = Composites.Bags(x, offsets, perSampleWeights);
        var results = Aten.EmbeddingBag.Call(
            weight, bags.X, bags.Offsets, scaleGradByFreq, (int)mode, bags.PerSampleWeights, includeLastOffset,
            padding < 0 ? null : (long?)padding);
        return RecordAll("EmbeddingBagBackward0", results, weight, bags.PerSampleWeights)[0];
    }
}
