namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The rows of a matrix that the numbers in x name, in x's shape: <c>weight[x]</c>.</summary>
    /// <param name="x">Numbers of rows, int32 or int64.</param>
    /// <param name="weight">A row for each number.</param>
    /// <param name="paddingIdx">A row that gets no gradient; negative counts from the end.</param>
    /// <param name="maxNorm">Rows that are used and longer than this are shortened to it first, in place.</param>
    /// <param name="normType">What is meant by long: the p of their norm.</param>
    /// <param name="scaleGradByFreq">Whether a row's gradient is the mean of its gradients instead of their sum.</param>
    /// <remarks>dweight: each row's gradients, summed.</remarks>
    /// <exception cref="TorchIndexException">There is no such row.</exception>
    /// <exception cref="TorchArgumentException">x is not of integers, or the weight is no matrix.</exception>
    static abstract T Embedding(T x, T weight, long? paddingIdx, double? maxNorm, double normType, bool scaleGradByFreq);

    /// <summary>The rows that each bag names, added up: bag i has the numbers x[offsets[i]] to before x[offsets[i + 1]].</summary>
    /// <param name="x">Numbers of rows in all bags, one after another; or a matrix whose rows are bags, without offsets.</param>
    /// <param name="weight">A row for each number.</param>
    /// <param name="offsets">Where each bag starts.</param>
    /// <param name="maxNorm">Rows that are used and longer than this are shortened to it first, in place.</param>
    /// <param name="normType">What is meant by long: the p of their norm.</param>
    /// <param name="scaleGradByFreq">Whether a row's gradient is the mean of its gradients instead of their sum; not with Max.</param>
    /// <param name="mode">The sum, the mean, or the largest of each column. An empty bag gives zeros.</param>
    /// <param name="perSampleWeights">Factors, one a number; only with Sum.</param>
    /// <param name="includeLastOffset">Whether the offsets end with where the last bag ends.</param>
    /// <param name="paddingIdx">A row that counts as not being there; negative counts from the end.</param>
    /// <remarks>dweight: the bags' gradients at the rows they name; dperSampleWeights: the gradient times the row, summed.</remarks>
    /// <exception cref="TorchArgumentException">There is no such row, or the shapes do not fit.</exception>
    static abstract T EmbeddingBag(
        T x, T weight, T? offsets, double? maxNorm, double normType, bool scaleGradByFreq, EmbeddingBagMode mode, T? perSampleWeights,
        bool includeLastOffset, long? paddingIdx);
}
