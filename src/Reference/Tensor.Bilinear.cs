namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Trilinear(Tensor x1, Tensor weight, Tensor x2)
    {
        Check.Trilinear(x1, weight, x2);
        Check.HasKernel("bmm", x1.DType);
        // Everything in the four dimensions [a, b, j, k] of g_ab, x1_aj, weight_bjk and x2_ak.
        static Tensor OfRows(Tensor g) => Unsqueeze(Unsqueeze(g, 2), 3);
        static Tensor Left(Tensor x1) => Unsqueeze(Unsqueeze(x1, 1), 3);
        static Tensor Right(Tensor x2) => Unsqueeze(Unsqueeze(x2, 1), 2);
        var forms = Sum(Left(Detach(x1)) * Detach(weight) * Right(Detach(x2)), [2, 3], keepDim: false).To(x1.DType);
        return TapeNode.Record(
            "TrilinearBackward0", forms, [x1, weight, x2],
            (g, n) => Sum(OfRows(g) * n.Y * Right(n.Z), [1, 3], keepDim: false),
            (g, n) => Sum(OfRows(g) * Left(n.X) * Right(n.Z), [0], keepDim: false),
            (g, n) => Sum(OfRows(g) * Left(n.X) * n.Y, [1, 2], keepDim: false));
    }
}
