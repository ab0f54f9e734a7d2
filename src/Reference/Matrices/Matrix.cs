namespace TwinGrad.Reference;

/// <summary>One matrix of a batch, to be computed with element by element.</summary>
internal sealed class Matrix
{
    internal Matrix(double[] values, int rows, int columns) => (Values, Rows, Columns) = (values, rows, columns);

    internal Matrix(int rows, int columns)
        : this(Strided.Allocate((long)rows * columns), rows, columns)
    {
    }

    /// <summary>The elements in row-major order.</summary>
    internal double[] Values { get; }

    internal int Rows { get; }

    internal int Columns { get; }

    internal double this[int row, int column]
    {
        get => Values[row * Columns + column];
        set => Values[row * Columns + column] = value;
    }

    internal static Matrix Unit(int side) => Of(side, side, (row, column) => row == column ? 1 : 0);

    internal static Matrix Of(int rows, int columns, Func<int, int, double> element)
    {
        var result = new Matrix(rows, columns);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                result[row, column] = element(row, column);
        return result;
    }

    internal Matrix Copy() => new((double[])Values.Clone(), Rows, Columns);

    internal Matrix Transposed() => Of(Columns, Rows, (row, column) => this[column, row]);

    internal Matrix Times(Matrix right) => Of(Rows, right.Columns, (row, column) =>
    {
        var sum = 0.0;
        for (var k = 0; k < Columns; k++)
            sum += this[row, k] * right[k, column];
        return sum;
    });

    /// <summary>The sum of products of two columns.</summary>
    internal double Product(int left, int right)
    {
        var sum = 0.0;
        for (var row = 0; row < Rows; row++)
            sum += this[row, left] * this[row, right];
        return sum;
    }

    /// <summary>Turns two columns into each other: (x, y) becomes (cos x - sin y, sin x + cos y).</summary>
    internal void Rotate(int x, int y, double cos, double sin)
    {
        for (var row = 0; row < Rows; row++)
            (this[row, x], this[row, y]) = (cos * this[row, x] - sin * this[row, y], sin * this[row, x] + cos * this[row, y]);
    }
}
