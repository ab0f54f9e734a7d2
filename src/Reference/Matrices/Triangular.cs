namespace TwinGrad.Reference;

/// <summary>Triangles: equations with one, and the one that a symmetric matrix is the square of.</summary>
internal static class Triangular
{
    /// <summary>The X with a X = b for a triangle of a; the other one is not read, nor the diagonal where it counts as ones.</summary>
    internal static Matrix Solve(Matrix a, Matrix b, bool upper, bool unit)
    {
        var result = b.Copy();
        for (var step = 0; step < b.Rows; step++)
        {
            var row = upper ? b.Rows - 1 - step : step;
            for (var column = 0; column < b.Columns; column++)
            {
                var rest = result[row, column];
                for (var k = upper ? row + 1 : 0; k < (upper ? b.Rows : row); k++)
                    rest -= a[row, k] * result[k, column];
                result[row, column] = unit ? rest : rest / a[row, row];
            }
        }
        return result;
    }

    /// <summary>The place of the first 0 on the diagonal, from 1; 0 if there is none.</summary>
    internal static int FirstZero(Matrix a) => Enumerable.Range(1, Math.Min(a.Rows, a.Columns)).FirstOrDefault(
        place => a[place - 1, place - 1] == 0);

    /// <summary>The lower triangle L with L L^T = a, of which the lower triangle is read.</summary>
    /// <returns>Info is the order of the first minor that is not positive, or 0; L is finished up to there.</returns>
    internal static (Matrix L, int Info) Cholesky(Matrix a)
    {
        var result = new Matrix(a.Rows, a.Rows);
        for (var column = 0; column < a.Rows; column++)
        {
            for (var row = column; row < a.Rows; row++)
            {
                var rest = a[row, column];
                for (var k = 0; k < column; k++)
                    rest -= result[row, k] * result[column, k];
                if (row == column && !(rest > 0))
                    return (result, column + 1);
                result[row, column] = row == column ? Math.Sqrt(rest) : rest / result[column, column];
            }
        }
        return (result, 0);
    }
}
