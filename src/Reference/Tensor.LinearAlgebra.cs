namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Dot(Tensor x, Tensor y)
    {
        Check.Dot(x, y);
        Check.HasKernel("dot", x.DType);
        return Product("DotBackward0", x, y, [], (1, x.Numel, 1), (g, n) => g * n.Y, (g, n) => g * n.X);
    }

    /// <inheritdoc/>
    public static Tensor Mv(Tensor x, Tensor y)
    {
        Check.Mv(x, y);
        Check.HasKernel("addmv_impl_cpu", x.DType);
        var (rows, columns) = (x.Shape[0], x.Shape[1]);
        return Product(
            "MvBackward0", x, y, [rows], (rows, columns, 1),
            (g, n) => Unsqueeze(g, 1) * n.Y, (g, n) => Mv(Transpose(n.X), g));
    }

    /// <inheritdoc/>
    public static Tensor Mm(Tensor x, Tensor y)
    {
        Check.Mm(x, y);
        Check.HasKernel("addmm_impl_cpu_", x.DType);
        return Product(
            "MmBackward0", x, y, [x.Shape[0], y.Shape[1]], (x.Shape[0], x.Shape[1], y.Shape[1]),
            (g, n) => Mm(g, Transpose(n.Y)), (g, n) => Mm(Transpose(n.X), g));
    }

    /// <inheritdoc/>
    public static Tensor Bmm(Tensor x, Tensor y)
    {
        Check.Bmm(x, y);
        Check.HasKernel("bmm", x.DType);
        return Product(
            "BmmBackward0", x, y, [x.Shape[0], x.Shape[1], y.Shape[2]], (x.Shape[1], x.Shape[2], y.Shape[2]),
            (g, n) => Bmm(g, Transpose(n.Y, 1, 2)), (g, n) => Bmm(Transpose(n.X, 1, 2), g));
    }

    /// <inheritdoc/>
    public static Tensor Addmm(Tensor x, Tensor mat1, Tensor mat2, double beta, double alpha)
    {
        Check.Addmm(x, mat1, mat2);
        Check.HasKernel("addmm_impl_cpu_", x.DType);
        // As in libtorch a factor of 0 leaves x out, nan and all.
        var product = Mm(Detach(mat1), Detach(mat2)) * alpha;
        var sum = beta == 0 ? product : Add(Mul(Detach(x), beta), product);
        return TapeNode.Record(
            "AddmmBackward0", sum, [x, mat1, mat2],
            (g, _) => g * beta, (g, n) => Mm(g, Transpose(n.Z)) * alpha, (g, n) => Mm(Transpose(n.Y), g) * alpha);
    }

    /// <summary>Products of as many pairs of n x m and m x p matrices as lie in the memory of x and y.</summary>
    private static Tensor Product(string name, Tensor x, Tensor y, Shape shape, (long N, long M, long P) sizes, Vjp dx, Vjp dy)
    {
        var (n, m, p) = sizes;
        var (left, right) = (x.Read(), y.Read());
        var values = new double[shape.Numel];
        for (var row = 0L; row < (p == 0 ? 0 : values.Length / p); row++)
        {
            var batch = row / n;
            for (var k = 0L; k < m; k++)
            {
                var factor = left[row * m + k];
                for (var column = 0L; column < p; column++)
                    values[row * p + column] += factor * right[(batch * m + k) * p + column];
            }
        }
        return TapeNode.Record(name, new(values, shape, x.DType), [x, y], dx, dy);
    }
}
