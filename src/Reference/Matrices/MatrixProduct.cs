namespace TwinGrad.Reference;

/// <summary>Products of pairs of n x m and m x p matrices that lie one behind the other, in row-major order.</summary>
/// <param name="N">How many rows a left matrix has,</param>
/// <param name="M">how many columns it and how many rows a right matrix has,</param>
/// <param name="P">and how many columns that has.</param>
internal readonly record struct MatrixProduct(long N, long M, long P)
{
    /// <summary>The products of as many pairs as there is room for in the result, which holds zeros.</summary>
    internal void Of(double[] left, double[] right, double[] result)
    {
        if (BlockedProduct.Pays(this))
            BlockedProduct.Of(this, left, right, result);
        else
            Plain(left, right, result);
    }

    /// <summary>Each row of a product is a sum of the rows of the right matrix, in their order.</summary>
    internal void Plain(double[] left, double[] right, double[] result)
    {
        for (var row = 0L; row < (P == 0 ? 0 : result.Length / P); row++)
        {
            var batch = row / N;
            for (var k = 0L; k < M; k++)
            {
                var factor = left[row * M + k];
                for (var column = 0L; column < P; column++)
                    result[row * P + column] += factor * right[(batch * M + k) * P + column];
            }
        }
    }
}
