namespace TwinGrad;

public static partial class Composites
{
    private const int FewRows = 25;

    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The p-norms of the differences of every row of x1 and every row of x2; dimensions before the rows are broadcast.</summary>
        public static T Cdist(T x1, T x2, double p, ComputeMode computeMode)
        {
            Check.Cdist(x1, x2, p, computeMode);
            var many = x1.Shape[-2] > FewRows || x2.Shape[-2] > FewRows;
            var byProduct = p == 2 && (computeMode == ComputeMode.UseMmForEuclidDist
                || (computeMode == ComputeMode.UseMmForEuclidDistIfNecessary && many));
            if (!byProduct || x1.Numel == 0 || x2.Numel == 0)
                return T.CdistForward(x1, x2, p);
            var batch = Layout.Broadcast(x1.Shape.AsSpan()[..^2], x2.Shape.AsSpan()[..^2]);
            var distances = batch.Numel == 1 ? T.EuclideanDist(x1, x2) : T.EuclideanDist(Batch(x1, batch), Batch(x2, batch));
            return T.View(distances, [.. batch, x1.Shape[-2], x2.Shape[-2]]);
        }

        /// <summary>The p-norm of x1 - x2 + eps along the last dimension; the small number keeps the gradient of a distance of 0 finite.</summary>
        public static T PairwiseDistance(T x1, T x2, double p, double eps, bool keepdim)
            => T.Renamed(T.Norm(Plus(T.Sub(x1, x2), eps), p, [Math.Max(x1.Dim, x2.Dim) - 1], keepdim), "NormBackward1");

        /// <summary>x1 x2/(|x1| |x2|) along a dimension, each length at least eps: the cosine of the angle between.</summary>
        public static T CosineSimilarity(T x1, T x2, int dim, double eps)
        {
            var common = Check.CosineSimilarity(x1, x2);
            var shape = Layout.Broadcast(x1.Shape, x2.Shape);
            var (a, b) = (Vectors(x1, common, shape), Vectors(x2, common, shape));
            var (lengthOfA, lengthOfB) = (LengthOf(a, dim, eps), LengthOf(b, dim, eps));
            return T.Sum(T.Mul(T.Div(a, lengthOfA), T.Div(b, lengthOfB)), [dim], keepDim: false);
        }

        /// <summary>x over its p-norm along a dimension, which counts as at least eps.</summary>
        public static T Normalize(T x, double p, int dim, double eps)
        {
            var norm = T.ClampMin(T.Norm(x, p, [dim], keepDim: true), eps);
            return T.Div(x, T.Expand(norm, x.Shape));
        }
    }

    /// <summary>The matrices of x, broadcast, in one dimension before their own two.</summary>
    private static T Batch<T>(T x, Shape batch)
        where T : ITensor<T>
        => T.View(T.Contiguous(T.Expand(x, [.. batch, x.Shape[-2], x.Shape[-1]])), [batch.Numel, x.Shape[-2], x.Shape[-1]]);

    private static T Vectors<T>(T x, DType common, Shape shape)
        where T : ITensor<T>
    {
        var floats = x.DType.IsFloatingPoint ? x : T.To(x, common);
        return floats.Shape == shape ? floats : T.Expand(floats, shape);
    }

    /// <summary>The length along a dimension. The smallest one that counts is written over it: the gradient is that of the length itself.</summary>
    private static T LengthOf<T>(T x, int dim, double eps)
        where T : ITensor<T>
    {
        var length = T.Clone(T.Norm(x, 2, [dim], keepDim: true));
        using (new GradMode<T>(enabled: false))
            return T.Copy_(length, T.ClampMin(length, eps));
    }
}
