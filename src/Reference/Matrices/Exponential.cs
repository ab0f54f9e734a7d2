namespace TwinGrad.Reference;

/// <summary>The exponential of a matrix.</summary>
internal static class Exponential
{
    /// <summary>The power series of x/2^s, which is small, squared s times.</summary>
    internal static Matrix Of(Matrix x)
    {
        var size = 0.0;
        for (var row = 0; row < x.Rows; row++)
            size = Math.Max(size, Enumerable.Range(0, x.Columns).Sum(column => Math.Abs(x[row, column])));
        var halvings = double.IsFinite(size) ? Math.Max(0, Math.ILogB(Math.Max(size, 1)) + 2) : 0;
        var scaled = Matrix.Of(x.Rows, x.Rows, (row, column) => Math.ScaleB(x[row, column], -halvings));
        var sum = Matrix.Unit(x.Rows);
        var term = sum;
        for (var n = 1; n <= 20; n++) // 0.5^20/20! is below 1e-24
        {
            term = Scaled(term.Times(scaled), 1.0 / n);
            sum = Matrix.Of(x.Rows, x.Rows, (row, column) => sum[row, column] + term[row, column]);
        }
        for (var i = 0; i < halvings; i++)
            sum = sum.Times(sum);
        return sum;
    }

    private static Matrix Scaled(Matrix x, double factor) => Matrix.Of(x.Rows, x.Columns, (row, column) => factor * x[row, column]);
}
