namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Tan(Tensor x) => MapReal("TanBackward0", x, Math.Tan, (g, n) => g * (1 + Pow(n.Result, 2)));

    /// <inheritdoc/>
    public static Tensor Asin(Tensor x) => MapReal("AsinBackward0", x, Math.Asin, (g, n) => g * Rsqrt(1 - n.X * n.X));

    /// <inheritdoc/>
    public static Tensor Acos(Tensor x) => MapReal("AcosBackward0", x, Math.Acos, (g, n) => g * -Rsqrt(1 - n.X * n.X));

    /// <inheritdoc/>
    public static Tensor Atan(Tensor x) => MapReal("AtanBackward0", x, Math.Atan, (g, n) => g / (n.X * n.X + 1));

    /// <inheritdoc/>
    public static Tensor Sinh(Tensor x) => MapReal("SinhBackward0", x, Math.Sinh, (g, n) => g * Cosh(n.X));

    /// <inheritdoc/>
    public static Tensor Cosh(Tensor x) => MapReal("CoshBackward0", x, Math.Cosh, (g, n) => g * Sinh(n.X));

    /// <inheritdoc/>
    public static Tensor Asinh(Tensor x) => MapReal("AsinhBackward0", x, Math.Asinh, (g, n) => g * Rsqrt(Pow(n.X, 2) + 1));

    /// <inheritdoc/>
    public static Tensor Acosh(Tensor x) => MapReal("AcoshBackward0", x, Math.Acosh, (g, n) => g * Rsqrt(Pow(n.X, 2) - 1));

    /// <inheritdoc/>
    public static Tensor Atanh(Tensor x) => MapReal("AtanhBackward0", x, Math.Atanh, (g, n) => g * (1 / (1 - Pow(n.X, 2))));

    /// <inheritdoc/>
    public static Tensor Atan2(Tensor x, Tensor y)
        => Zip(
            "Atan2Backward0", x, y, Promotion.ToFloating(Common(x, y)), Math.Atan2,
            (g, n) => g * n.Y * InverseSquare(n), (g, n) => g * -n.X * InverseSquare(n));

    /// <summary>1/(x^2 + y^2), and 0 at the point (0, 0), which has no angle.</summary>
    private static Tensor InverseSquare(TapeNode node)
    {
        var square = node.X * node.X + node.Y * node.Y;
        return UnlessZero(square, Reciprocal(square));
    }
}
