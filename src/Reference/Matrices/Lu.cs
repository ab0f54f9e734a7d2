namespace TwinGrad.Reference;

/// <summary>P L U by elimination with partial pivoting, as LAPACK's getrf.</summary>
/// <remarks>The largest element at or below the diagonal comes up, the first of several.</remarks>
internal sealed class Lu
{
    internal Lu(Matrix matrix)
    {
        Factors = matrix.Copy();
        Pivots = new int[Math.Min(matrix.Rows, matrix.Columns)];
        for (var k = 0; k < Pivots.Length; k++)
        {
            Pivots[k] = RowOfPivot(k);
            Swap(Factors, k, Pivots[k]);
            if (Factors[k, k] != 0)
                Eliminate(k);
            else if (Info == 0)
                Info = k + 1;
        }
    }

    /// <summary>U, and below its diagonal L without its ones.</summary>
    internal Matrix Factors { get; }

    /// <summary>The row that each row was swapped with, from 0.</summary>
    internal int[] Pivots { get; }

    /// <summary>The place of the first 0 on U's diagonal, from 1; 0 if there is none.</summary>
    internal int Info { get; }

    /// <summary>L of these factors, or U.</summary>
    internal static Matrix Part(Matrix factors, bool lower)
    {
        var side = Math.Min(factors.Rows, factors.Columns);
        return lower
            ? Matrix.Of(factors.Rows, side, (row, column) => row == column ? 1 : row > column ? factors[row, column] : 0)
            : Matrix.Of(side, factors.Columns, (row, column) => row <= column ? factors[row, column] : 0);
    }

    /// <summary>P of so many rows after those swaps.</summary>
    internal static Matrix Permutation(ReadOnlySpan<int> pivots, int rows)
    {
        var result = Matrix.Unit(rows);
        for (var k = pivots.Length - 1; k >= 0; k--)
            Swap(result, k, pivots[k]);
        return result;
    }

    /// <summary>The determinant's sign and the logarithm of its size.</summary>
    internal (double Sign, double Logarithm) Determinant()
    {
        var (sign, logarithm) = (1.0, 0.0);
        for (var k = 0; k < Pivots.Length; k++)
        {
            sign *= (Pivots[k] == k ? 1 : -1) * Math.Sign(Factors[k, k]);
            logarithm += Math.Log(Math.Abs(Factors[k, k]));
        }
        return (sign, logarithm);
    }

    /// <summary>The X with P L U X = b.</summary>
    internal Matrix Solve(Matrix b)
    {
        var result = b.Copy();
        for (var k = 0; k < Pivots.Length; k++)
            Swap(result, k, Pivots[k]);
        result = Triangular.Solve(Factors, result, upper: false, unit: true);
        return Triangular.Solve(Factors, result, upper: true, unit: false);
    }

    private static void Swap(Matrix matrix, int row, int other)
    {
        for (var column = 0; row != other && column < matrix.Columns; column++)
            (matrix[row, column], matrix[other, column]) = (matrix[other, column], matrix[row, column]);
    }

    private int RowOfPivot(int k)
    {
        var best = k;
        for (var row = k + 1; row < Factors.Rows; row++)
            if (Math.Abs(Factors[row, k]) > Math.Abs(Factors[best, k]))
                best = row;
        return best;
    }

    private void Eliminate(int k)
    {
        for (var row = k + 1; row < Factors.Rows; row++)
        {
            var factor = Factors[row, k] /= Factors[k, k];
            for (var column = k + 1; column < Factors.Columns; column++)
                Factors[row, column] -= factor * Factors[k, column];
        }
    }
}
