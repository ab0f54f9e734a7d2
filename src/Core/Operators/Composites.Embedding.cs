namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>For each number of a class a row of zeros with a 1 at that place, int64.</summary>
        /// <param name="x">Numbers of classes, int64.</param>
        /// <param name="numClasses">How many classes there are; -1: one more than the largest number.</param>
        /// <exception cref="TorchArgumentException">A number is negative or too large, or x is not int64.</exception>
        public static T OneHot(T x, long numClasses = -1)
        {
            Check.OneHot(x, numClasses);
            var classes = numClasses > 0 ? numClasses : T.Max(x).ToScalar().ToInt64() + 1;
            return T.Scatter(T.Full([.. x.Shape, classes], 0, DType.Int64, x.Device, requiresGrad: false), -1, T.Unsqueeze(x, -1), 1);
        }
    }

    /// <summary>Rows that are used and longer than a norm, shortened to it in place.</summary>
    internal static void Renorm<T>(T weight, T used, double? maxNorm, double normType)
        where T : ITensor<T>
    {
        if (maxNorm is not { } longest)
            return;
        using var mode = new GradMode<T>(enabled: false);
        foreach (var number in used.ToArray<long>().Distinct())
        {
            var row = T.Select(weight, 0, number);
            var norm = T.Norm(row, normType, [], keepDim: false).ToScalar().ToDouble();
            if (norm > longest)
                T.Mul_(row, longest / (norm + 1e-7));
        }
    }

    /// <summary>Bags as numbers of rows one after another and where each bag starts. The rows of a matrix are bags.</summary>
    internal static (T X, T Offsets, T? PerSampleWeights) Bags<T>(T x, T? offsets, T? perSampleWeights)
        where T : ITensor<T>
    {
        if (offsets is not null)
            return (x, offsets, perSampleWeights);
        var starts = T.Arange(0, x.Numel, x.Shape[1], x.DType, x.Device, requiresGrad: false);
        return (Reshape(x, -1), starts, perSampleWeights is null ? default : Reshape(perSampleWeights, -1));
    }
}
