namespace TwinGrad.Reference;

/// <summary>Reflections 1 - tau v v^T, as LAPACK's geqrf and orgqr make and multiply them: so that signs are the same.</summary>
internal static class Householder
{
    /// <summary>Column by column, the reflection that makes it 0 below the diagonal; R's diagonal gets the sign opposite to the column's.</summary>
    /// <returns>R, and below the diagonal the vectors v without their leading ones.</returns>
    internal static (Matrix Vectors, double[] Taus) Reduce(Matrix matrix)
    {
        var result = matrix.Copy();
        var taus = new double[Math.Min(matrix.Rows, matrix.Columns)];
        for (var k = 0; k < taus.Length; k++)
        {
            var below = 0.0;
            for (var row = k + 1; row < result.Rows; row++)
                below += result[row, k] * result[row, k];
            if (below == 0)
                continue; // it is a triangle here already
            var head = result[k, k];
            // LAPACK takes -0 for 0: the sum of both zeros is 0.
            var diagonal = -Math.CopySign(Math.Sqrt(head * head + below), head + 0.0);
            taus[k] = (diagonal - head) / diagonal;
            for (var row = k + 1; row < result.Rows; row++)
                result[row, k] /= head - diagonal;
            Reflect(result, result, k, taus[k], from: k + 1);
            result[k, k] = diagonal;
        }
        return (result, taus);
    }

    /// <summary>The first columns of the product of the reflections.</summary>
    internal static Matrix Product(Matrix vectors, ReadOnlySpan<double> taus, int columns)
    {
        var result = Matrix.Of(vectors.Rows, columns, (row, column) => row == column ? 1 : 0);
        for (var k = taus.Length - 1; k >= 0; k--)
            Reflect(result, vectors, k, taus[k], from: 0);
        return result;
    }

    /// <summary>Reflects the columns of a matrix from one on.</summary>
    private static void Reflect(Matrix target, Matrix vectors, int k, double tau, int from)
    {
        for (var column = from; column < target.Columns; column++)
        {
            var product = target[k, column];
            for (var row = k + 1; row < target.Rows; row++)
                product += vectors[row, k] * target[row, column];
            target[k, column] -= tau * product;
            for (var row = k + 1; row < target.Rows; row++)
                target[row, column] -= tau * product * vectors[row, k];
        }
    }
}
