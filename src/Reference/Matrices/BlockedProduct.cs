using System.Numerics;
using System.Runtime.InteropServices;

namespace TwinGrad.Reference;

/// <summary>
/// <see cref="MatrixProduct.Plain"/>, several elements at a time: blocks of 4 rows and 2 vectors of columns, whose sums stay in registers.
/// </summary>
/// <remarks>
/// Every element is the sum of the same products in the same order, each rounded (no fused multiply-add), so the results are the plain ones,
/// bit for bit.
/// </remarks>
internal static class BlockedProduct
{
    private const int Rows = 4;
    private const int Vectors = 2;

    // Below so many products the panels cost more than they save.
    private const long FewProducts = 1024;

    private static int Columns => Vectors * Vector<double>.Count;

    internal static bool Pays(MatrixProduct sizes)
        => sizes.N >= Rows && sizes.P >= Columns && sizes.M <= Array.MaxLength / Columns && sizes.N * sizes.M * sizes.P >= FewProducts;

    internal static void Of(MatrixProduct sizes, double[] left, double[] right, double[] result)
    {
        var (n, m, p) = ((int)sizes.N, (int)sizes.M, (int)sizes.P);
        var panel = new double[m * Columns];
        for (var (batch, start) = (0, 0); start < result.Length; batch++, start += n * p)
            Of(left.AsSpan(batch * n * m, n * m), right.AsSpan(batch * m * p, m * p), panel, result.AsSpan(start, n * p), (n, m, p));
    }

    private static void Of(ReadOnlySpan<double> left, ReadOnlySpan<double> right, double[] panel, Span<double> result, (int N, int M, int P) sizes)
    {
        var (n, m, p) = sizes;
        for (var next = 0; next < p; next += Columns)
        {
            // The last blocks lie further back, so that they are whole; what they share with the ones before is computed twice, alike.
            var column = Math.Min(next, p - Columns);
            for (var k = 0; k < m; k++)
                right.Slice(k * p + column, Columns).CopyTo(panel.AsSpan(k * Columns));
            var vectors = MemoryMarshal.Cast<double, Vector<double>>(panel);
            for (var nextRow = 0; nextRow < n; nextRow += Rows)
            {
                var row = Math.Min(nextRow, n - Rows);
                Block(left.Slice(row * m, Rows * m), vectors, result[(row * p + column)..], p);
            }
        }
    }

    /// <summary>4 rows of the left matrix times a panel of columns of the right one.</summary>
    private static void Block(ReadOnlySpan<double> left, ReadOnlySpan<Vector<double>> panel, Span<double> result, int p)
    {
        var m = left.Length / Rows;
        var row0 = left[..m];
        var row1 = left.Slice(m, m);
        var row2 = left.Slice(2 * m, m);
        var row3 = left.Slice(3 * m, m);
        Vector<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var k = 0; k < row0.Length; k++)
        {
            var (first, second) = (panel[Vectors * k], panel[Vectors * k + 1]);
            a0 += row0[k] * first;
            a1 += row0[k] * second;
            b0 += row1[k] * first;
            b1 += row1[k] * second;
            c0 += row2[k] * first;
            c1 += row2[k] * second;
            d0 += row3[k] * first;
            d1 += row3[k] * second;
        }
        Store(a0, a1, result);
        Store(b0, b1, result[p..]);
        Store(c0, c1, result[(2 * p)..]);
        Store(d0, d1, result[(3 * p)..]);
    }

    private static void Store(Vector<double> first, Vector<double> second, Span<double> result)
    {
        first.CopyTo(result);
        second.CopyTo(result[Vector<double>.Count..]);
    }
}
