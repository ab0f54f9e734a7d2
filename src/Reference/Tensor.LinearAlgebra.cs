using static TwinGrad.Composites;

namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Dot(Tensor x, Tensor y)
    {
        Check.Dot(x, y);
        Check.HasKernel("dot", x.DType);
        return Product("DotBackward0", x, y, [], new(1, x.Numel, 1), (g, n) => g * n.Y, (g, n) => g * n.X);
    }

    /// <inheritdoc/>
    public static Tensor Mv(Tensor x, Tensor y)
    {
        Check.Mv(x, y);
        Check.HasKernel("addmv_impl_cpu", x.DType);
        var (rows, columns) = (x.Shape[0], x.Shape[1]);
        return Product(
            "MvBackward0", x, y, [rows], new(rows, columns, 1),
            (g, n) => Unsqueeze(g, 1) * n.Y, (g, n) => Mv(Transpose(n.X), g));
    }

    /// <inheritdoc/>
    public static Tensor Mm(Tensor x, Tensor y)
    {
        Check.Mm(x, y);
        Check.HasKernel("addmm_impl_cpu_", x.DType);
        return Product(
            "MmBackward0", x, y, [x.Shape[0], y.Shape[1]], new(x.Shape[0], x.Shape[1], y.Shape[1]),
            (g, n) => Mm(g, Transpose(n.Y)), (g, n) => Mm(Transpose(n.X), g));
    }

    /// <inheritdoc/>
    public static Tensor Bmm(Tensor x, Tensor y)
    {
        Check.Bmm(x, y);
        Check.HasKernel("bmm", x.DType);
        return Product(
            "BmmBackward0", x, y, [x.Shape[0], x.Shape[1], y.Shape[2]], new(x.Shape[1], x.Shape[2], y.Shape[2]),
            (g, n) => Bmm(g, Transpose(n.Y, 1, 2)), (g, n) => Bmm(Transpose(n.X, 1, 2), g));
    }

    /// <inheritdoc/>
    public static Tensor Vdot(Tensor x, Tensor y)
    {
        Check.Dot(x, y);
        Check.HasKernel("dot", x.DType);
        return Product("VdotBackward0", x, y, [], new(1, x.Numel, 1), (g, n) => g * n.Y, (g, n) => g * n.X);
    }

    /// <inheritdoc/>
    public static Tensor Addmm(Tensor x, Tensor mat1, Tensor mat2, Scalar beta, Scalar alpha)
    {
        Check.Addmm(x, mat1, mat2);
        Check.HasKernel("addmm_impl_cpu_", x.DType);
        return TapeNode.Record(
            "AddmmBackward0", Sum(x, Mm(Detach(mat1), Detach(mat2)), beta, alpha), [x, mat1, mat2],
            (g, _) => g * beta, (g, n) => Mm(g, Transpose(n.Z)) * alpha, (g, n) => Mm(Transpose(n.Y), g) * alpha);
    }

    /// <inheritdoc/>
    public static Tensor Addmv(Tensor x, Tensor mat, Tensor vec, Scalar beta, Scalar alpha)
    {
        Check.Addmv(x, mat, vec);
        Check.HasKernel("addmv_impl_cpu", x.DType);
        return TapeNode.Record(
            "AddmvBackward0", Sum(x, Mv(Detach(mat), Detach(vec)), beta, alpha), [x, mat, vec],
            (g, _) => g * beta, (g, n) => Outer(g, n.Z) * alpha, (g, n) => Mv(Transpose(n.Y), g) * alpha);
    }

    /// <inheritdoc/>
    public static Tensor Addr(Tensor x, Tensor vec1, Tensor vec2, Scalar beta, Scalar alpha)
    {
        Check.Addr(x, vec1, vec2);
        return TapeNode.Record(
            "AddrBackward0", Sum(x, Outer(Detach(vec1), Detach(vec2)), beta, alpha), [x, vec1, vec2],
            (g, _) => g * beta, (g, n) => Mv(g, n.Z) * alpha, (g, n) => Mv(Transpose(g), n.Y) * alpha);
    }

    /// <inheritdoc/>
    public static Tensor Addbmm(Tensor x, Tensor batch1, Tensor batch2, Scalar beta, Scalar alpha)
    {
        Check.Addbmm(x, batch1, batch2);
        Check.HasKernel("addmm_impl_cpu_", x.DType);
        var products = Sums(Bmm(Detach(batch1), Detach(batch2)), [0], keepDim: false, x.DType).Result;
        return TapeNode.Record(
            "AddbmmBackward0", Sum(x, products, beta, alpha), [x, batch1, batch2],
            (g, _) => g * beta,
            (g, n) => MatMul(Unsqueeze(g, 0), n.Z.Mt) * alpha, (g, n) => MatMul(n.Y.Mt, Unsqueeze(g, 0)) * alpha);
    }

    /// <inheritdoc/>
    public static Tensor Baddbmm(Tensor x, Tensor batch1, Tensor batch2, Scalar beta, Scalar alpha)
    {
        Check.Baddbmm(x, batch1, batch2);
        Check.HasKernel("baddbmm", x.DType);
        return TapeNode.Record(
            "BaddbmmBackward0", Sum(x, Bmm(Detach(batch1), Detach(batch2)), beta, alpha), [x, batch1, batch2],
            (g, _) => g * beta, (g, n) => Bmm(g, n.Z.Mt) * alpha, (g, n) => Bmm(n.Y.Mt, g) * alpha);
    }

    /// <inheritdoc/>
    public static Tensor LinalgCross(Tensor x, Tensor y, int dim)
    {
        var place = Check.LinalgCross(x, y, dim);
        // The next place of the dimension times the one after it, less the other way round.
        Tensor Turned(Tensor z, int by) => Roll(Detach(z), [-by], [place]);
        return TapeNode.Record(
            "LinalgCrossBackward0", Turned(x, 1) * Turned(y, 2) - Turned(x, 2) * Turned(y, 1), [x, y],
            (g, n) => LinalgCross(n.Y, g, place), (g, n) => LinalgCross(g, n.X, place));
    }

    /// <inheritdoc/>
    public static Tensor MatrixExp(Tensor x)
    {
        Check.MatrixExp(x);
        var side = x.Shape[-1];
        return TapeNode.Record(
            "LinalgMatrixExpBackward0", Stacked(x.Batch, side, side, x.DType, x.Matrices().Select(Exponential.Of)), [x],
            (g, n) =>
            {
                var blocks = Cat([Cat([n.X.Mt, g], -1), Cat([n.X.Mt * 0, n.X.Mt], -1)], -2);
                return Narrow(Narrow(MatrixExp(blocks), -2, 0, side), -1, side, side);
            });
    }

    /// <summary>beta x + alpha product. As in libtorch a factor of 0 leaves x out, nan and all.</summary>
    private static Tensor Sum(Tensor x, Tensor product, Scalar beta, Scalar alpha)
        => To(beta.ToDouble() == 0 ? product * alpha : Add(Mul(Detach(x), beta), product * alpha), Common(x, product));

    /// <summary>Products of as many pairs of n x m and m x p matrices as lie in the memory of x and y.</summary>
    private static Tensor Product(string name, Tensor x, Tensor y, Shape shape, MatrixProduct sizes, Vjp dx, Vjp dy)
    {
        var values = Strided.Allocate(shape.Numel);
        sizes.Of(x.Read(), y.Read(), values);
        return TapeNode.Record(name, new(values, shape, x.DType), [x, y], dx, dy);
    }
}
