namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The row that gets no gradient, or -1. The numbers name rows that are there.</summary>
    internal static long Embedding<T>(T x, T weight, long? paddingIdx)
        where T : ITensor<T>
    {
        if (Given(weight).Dim != 2)
            throw Error.EmbeddingWeight();
        var padding = PaddingRow(weight, paddingIdx);
        if (Given(x).DType != DType.Int64 && x.DType != DType.Int32)
            throw Error.EmbeddingIndices("embedding", x.DType);
        foreach (var row in x.ToArray<long>())
            if (row < 0 || row >= weight.Shape[0])
                throw Error.EmbeddingRow();
        return padding;
    }

    /// <summary>The row that counts as not being there, or -1. The numbers name rows that are there, and the offsets cut them into bags.</summary>
    internal static long EmbeddingBag<T>(
        T x, T weight, T? offsets, bool scaleGradByFreq, EmbeddingBagMode mode, T? perSampleWeights, bool includeLastOffset, long? paddingIdx)
        where T : ITensor<T>
    {
        if (!Enum.IsDefined(mode))
            throw Error.NoSuchMode(mode);
        if (perSampleWeights is not null && perSampleWeights.Shape != Given(x).Shape)
            throw Error.BagFactors(perSampleWeights.Shape, x.Shape);
        if (Given(weight).Dim != 2)
            throw Error.BagWeight(weight.Dim);
        if (Given(x).Dim is not (1 or 2))
            throw Error.BagInput(x.Dim);
        if (x.Dim == 2 && offsets is not null)
            throw Error.BagOffsetsOfMatrix();
        if (x.Dim == 1 && offsets is not { Dim: 1 })
            throw Error.BagOffsets(offsets is null);
        if (mode == EmbeddingBagMode.Max && scaleGradByFreq)
            throw Error.BagMaxByFrequency();
        if (perSampleWeights is not null && mode != EmbeddingBagMode.Sum)
            throw Error.BagFactorsWith(mode);
        SameDType(weight, perSampleWeights);
        var padding = PaddingRow(weight, paddingIdx);
        if (x.DType != DType.Int64 && x.DType != DType.Int32)
            throw Error.EmbeddingIndices("embedding_bag", x.DType);
        if (offsets is not null)
            BagOffsets(offsets, x.Numel, includeLastOffset);
        foreach (var (place, row) in x.ToArray<long>().Index())
            if (row < 0 || row >= weight.Shape[0])
                throw Error.BagRow(place, row, weight.Shape[0]);
        return padding;
    }

    internal static void OneHot<T>(T x, long numClasses)
        where T : ITensor<T>
    {
        if (Given(x).DType != DType.Int64)
            throw Error.OneHotDType();
        if (x.Numel == 0 && numClasses <= 0)
            throw Error.OneHotOfNothing();
        foreach (var number in x.ToArray<long>())
        {
            if (number < 0)
                throw Error.OneHotNegative();
            if (numClasses != -1 && number >= numClasses)
                throw Error.OneHotBeyond();
        }
    }

    private static long PaddingRow<T>(T weight, long? paddingIdx)
        where T : ITensor<T>
    {
        var rows = weight.Shape[0];
        return paddingIdx switch
        {
            null => -1,
            { } row when row >= -rows && row < rows => row < 0 ? row + rows : row,
            _ => throw Error.EmbeddingPadding(),
        };
    }

    private static void BagOffsets<T>(T offsets, long length, bool includeLastOffset)
        where T : ITensor<T>
    {
        if (offsets.DType != DType.Int64 && offsets.DType != DType.Int32)
            throw Error.EmbeddingIndices("embedding_bag", offsets.DType);
        if (includeLastOffset && offsets.Numel == 0)
            throw Error.BagLastOffset();
        var starts = offsets.ToArray<long>();
        for (var i = 0; i < starts.Length; i++)
        {
            if (i == 0 && starts[0] != 0)
                throw Error.BagFirstOffset(starts[0]);
            if (i > 0 && starts[i] < starts[i - 1])
                throw Error.BagOffsetsDescend();
        }
        if (starts.Length > 0 && starts[^1] > length)
            throw Error.BagOffsetBeyond(length, starts[^1]);
    }
}
