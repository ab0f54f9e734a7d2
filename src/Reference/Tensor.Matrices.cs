namespace TwinGrad.Reference;

// What the operators on batches of matrices share.
public sealed partial class Tensor
{
    /// <summary>The lengths before the last two.</summary>
    private Shape Batch => [.. Shape.SkipLast(2)];

    /// <summary>The matrices transposed.</summary>
    private Tensor Mt => Transpose(this, -2, -1);

    /// <summary>The matrices one by one, to be read.</summary>
    private Matrix[] Matrices()
    {
        var (rows, columns) = ((int)Shape[-2], (int)Shape[-1]);
        var values = Read();
        var result = new Matrix[Batch.Numel];
        for (var i = 0; i < result.Length; i++)
            result[i] = new(values.AsSpan(i * rows * columns, rows * columns).ToArray(), rows, columns);
        return result;
    }

    /// <summary>A batch of matrices, vectors or numbers as one tensor.</summary>
    private static Tensor Stacked(Shape shape, DType dtype, IEnumerable<IEnumerable<double>> parts)
        => new([.. parts.SelectMany(part => part)], shape, dtype);

    /// <summary>A batch of matrices as one tensor.</summary>
    private static Tensor Stacked(Shape batch, long rows, long columns, DType dtype, IEnumerable<Matrix> parts)
        => Stacked([.. batch, rows, columns], dtype, parts.Select(part => part.Values));

    /// <summary>A number for each matrix, int32.</summary>
    private static Tensor Infos(Shape batch, IEnumerable<int> infos) => new([.. infos.Select(info => (double)info)], batch, DType.Int32);

    /// <summary>What stands for a result that was not asked for.</summary>
    private static Tensor NoResult(DType dtype) => new([], [0], dtype);

    /// <summary>The unit matrix that fits the matrices of x.</summary>
    private static Tensor UnitBeside(Tensor x, long side) => Eye(side, side, x.DType, Device.Cpu, requiresGrad: false);

    /// <summary>The matrices spread over a batch.</summary>
    private Tensor SpreadOver(Shape batch) => Batch == batch ? this : Expand(this, [.. batch, Shape[-2], Shape[-1]]);

    /// <summary>The triangle, without the diagonal where it counts as ones.</summary>
    private static Tensor TriangleOf(Tensor x, bool upper, bool unitriangular)
        => upper ? Triu(x, unitriangular ? 1 : 0) : Tril(x, unitriangular ? -1 : 0);

    private static Tensor LowerOf(Tensor x) => Tril(x, 0);

    private static Tensor UpperOf(Tensor x) => Triu(x, 0);

    private static Tensor StrictlyLowerOf(Tensor x) => Tril(x, -1);

    /// <summary>x on the diagonals of matrices that are 0 elsewhere.</summary>
    private static Tensor OnDiagonal(Tensor x) => DiagEmbed(x, 0, -2, -1);
}
