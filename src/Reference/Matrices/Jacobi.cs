namespace TwinGrad.Reference;

/// <summary>Eigenvalues and singular values by Jacobi's rotations: few lines, and accurate to the last digits.</summary>
/// <remarks>Golub and Van Loan, Matrix Computations, 8.5 and 8.6. The signs of the vectors are not LAPACK's.</remarks>
internal static class Jacobi
{
    // Convergence is quadratic: five or so sweeps do for small matrices.
    private const int MostSweeps = 60;

    /// <summary>The eigenvalues of a symmetric matrix in ascending order, and the eigenvectors as columns.</summary>
    internal static (double[] Values, Matrix Vectors) Eigen(Matrix symmetric)
    {
        var side = symmetric.Rows;
        var rotated = symmetric.Copy();
        var vectors = Matrix.Unit(side);
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var turned = false;
            for (var p = 0; p < side; p++)
            {
                for (var q = p + 1; q < side; q++)
                {
                    var beside = rotated[p, q];
                    if (Math.Abs(beside) <= double.Epsilon + 1e-18 * Math.Sqrt(Math.Abs(rotated[p, p] * rotated[q, q])))
                        continue;
                    turned = true;
                    var (cos, sin) = Rotation(rotated[p, p], rotated[q, q], beside);
                    rotated.Rotate(p, q, cos, sin);
                    RotateRows(rotated, p, q, cos, sin);
                    rotated[p, q] = rotated[q, p] = 0;
                    vectors.Rotate(p, q, cos, sin);
                }
            }
            if (!turned)
                break;
        }
        int[] order = [.. Enumerable.Range(0, side).OrderBy(place => rotated[place, place])];
        return ([.. order.Select(place => rotated[place, place])], Matrix.Of(side, side, (row, column) => vectors[row, order[column]]));
    }

    /// <summary>The singular values in descending order, the left singular vectors as columns and the right ones as rows.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="full">Whether both are square, else as many as there are singular values.</param>
    internal static (Matrix U, double[] S, Matrix Vh) Singular(Matrix matrix, bool full)
    {
        if (matrix.Rows < matrix.Columns)
        {
            var (left, values, right) = Singular(matrix.Transposed(), full);
            return (right.Transposed(), values, left.Transposed());
        }
        // Rotations from the right until all columns are orthogonal: their lengths are the singular values.
        var columns = matrix.Copy();
        var vectors = Matrix.Unit(matrix.Columns);
        for (var sweep = 0; sweep < MostSweeps && Orthogonalize(columns, vectors); sweep++)
        {
        }
        double[] lengths = [.. Enumerable.Range(0, matrix.Columns).Select(column => Math.Sqrt(columns.Product(column, column)))];
        int[] order = [.. Enumerable.Range(0, matrix.Columns).OrderByDescending(column => lengths[column])];
        var u = Orthonormal(
            Matrix.Of(matrix.Rows, matrix.Columns, (row, column) => columns[row, order[column]]), full ? matrix.Rows : matrix.Columns);
        var vh = Matrix.Of(matrix.Columns, matrix.Columns, (row, column) => vectors[column, order[row]]);
        return (u, [.. order.Select(column => lengths[column])], vh);
    }

    private static bool Orthogonalize(Matrix columns, Matrix vectors)
    {
        var turned = false;
        for (var p = 0; p < columns.Columns; p++)
        {
            for (var q = p + 1; q < columns.Columns; q++)
            {
                var (x, y, beside) = (columns.Product(p, p), columns.Product(q, q), columns.Product(p, q));
                if (Math.Abs(beside) <= double.Epsilon + columns.Rows * Math.ScaleB(1, -52) * Math.Sqrt(x) * Math.Sqrt(y))
                    continue;
                turned = true;
                var (cos, sin) = Rotation(x, y, beside);
                columns.Rotate(p, q, cos, sin);
                vectors.Rotate(p, q, cos, sin);
            }
        }
        return turned;
    }

    /// <summary>The rotation that makes the element beside two diagonal ones 0, by the smaller of the two angles.</summary>
    private static (double Cos, double Sin) Rotation(double x, double y, double beside)
    {
        var ratio = (y - x) / (2 * beside);
        var tan = double.IsInfinity(ratio) ? 0 : Math.CopySign(1, ratio) / (Math.Abs(ratio) + Math.Sqrt(1 + ratio * ratio));
        var cos = 1 / Math.Sqrt(1 + tan * tan);
        return (cos, tan * cos);
    }

    private static void RotateRows(Matrix matrix, int x, int y, double cos, double sin)
    {
        for (var column = 0; column < matrix.Columns; column++)
        {
            var (upper, lower) = (matrix[x, column], matrix[y, column]);
            (matrix[x, column], matrix[y, column]) = (cos * upper - sin * lower, sin * upper + cos * lower);
        }
    }

    /// <summary>So many orthonormal columns: those given, and where they are 0 or there are no more, what unit vectors add to them.</summary>
    private static Matrix Orthonormal(Matrix given, int count)
    {
        var result = new Matrix(given.Rows, count);
        for (var column = 0; column < count; column++)
        {
            // Where little is left of a column beside the earlier ones, it is rounding and no direction.
            if (column < given.Columns && Place(result, column, row => given[row, column], least: 0.01))
                continue;
            double Covered(int row) => Enumerable.Range(0, column).Sum(other => result[row, other] * result[row, other]);
            var unit = Enumerable.Range(0, given.Rows).MinBy(Covered);
            Place(result, column, row => row == unit ? 1 : 0, least: 0);
        }
        return result;
    }

    /// <summary>Puts in a column of length 1, without what is parallel to the earlier ones; not if less than the given part of it is left.</summary>
    private static bool Place(Matrix matrix, int column, Func<int, double> element, double least)
    {
        for (var row = 0; row < matrix.Rows; row++)
            matrix[row, column] = element(row);
        if (!Normalize(matrix, column, 0))
            return false;
        for (var other = 0; other < column; other++)
            Subtract(matrix, column, other);
        if (!Normalize(matrix, column, least))
            return false;
        for (var other = 0; other < column; other++) // once more: the first time leaves rounding
            Subtract(matrix, column, other);
        return Normalize(matrix, column, 0);
    }

    private static void Subtract(Matrix matrix, int column, int other)
    {
        var product = matrix.Product(column, other);
        for (var row = 0; row < matrix.Rows; row++)
            matrix[row, column] -= product * matrix[row, other];
    }

    private static bool Normalize(Matrix matrix, int column, double least)
    {
        var length = Math.Sqrt(matrix.Product(column, column));
        if (!(length > least))
            return false;
        for (var row = 0; row < matrix.Rows; row++)
            matrix[row, column] /= length;
        return true;
    }
}
