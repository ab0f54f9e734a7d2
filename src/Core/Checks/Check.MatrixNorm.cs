using System.Globalization;

namespace TwinGrad;

internal static partial class Check
{
    private static readonly NumberFormatInfo NumbersOfCpp = new() { PositiveInfinitySymbol = "inf", NegativeInfinitySymbol = "-inf" };

    /// <summary>The order of a norm of matrices.</summary>
    internal static double MatrixNormOrder(Scalar ord)
    {
        var order = ord.ToDouble();
        return Math.Abs(order) is 1 or 2 or double.PositiveInfinity ? order : throw Error.NoNormOrder(order);
    }

    internal static void NormOrder(NormOrder ord)
    {
        if (!Enum.IsDefined(ord))
            throw Error.NoNormOrder(ord);
    }

    /// <summary>The two dimensions of the matrices, counted from the front.</summary>
    internal static (int Rows, int Columns) MatrixNorm<T>(T x, ReadOnlySpan<int> dims, DType? dtype, bool lowPrecision)
        where T : ITensor<T>
    {
        IsMatrix("linalg.matrix_norm", x);
        IsFloating("linalg.matrix_norm", x, lowPrecision);
        if (dims.IsEmpty)
            dims = [-2, -1];
        if (dims.Length != 2)
            throw Error.MatrixNormDims(dims);
        var (rows, columns) = (Dim.Wrap(dims[0], x.Dim), Dim.Wrap(dims[1], x.Dim));
        if (rows == columns)
            throw Error.MatrixNormSameDims(rows, columns);
        NormDType("linalg.matrix_norm", x, dtype);
        return (rows, columns);
    }

    internal static void LinalgNorm<T>(T x, bool ordered, ReadOnlySpan<int> dims)
        where T : ITensor<T>
    {
        if (dims.Length > 2)
            throw Error.LinalgNormDims(dims);
        if (dims.IsEmpty && ordered && Given(x).Dim is not (1 or 2))
            throw Error.LinalgNormOfMany(x.Dim);
    }

    /// <summary>A norm is computed in the dtype of x or a wider one.</summary>
    internal static void NormDType<T>(string function, T x, DType? dtype)
        where T : ITensor<T>
    {
        if (dtype is not { } into)
            return;
        if (!into.IsFloatingPoint)
            throw Error.NormDType(function, into);
        if (Promotion.Of(x.DType, 1, into, 1) != into)
            throw Error.NormNarrows(function, x.DType, into);
    }

    /// <summary>The order of a condition number.</summary>
    internal static double CondOrder(Scalar p)
    {
        var order = p.ToDouble();
        return Math.Abs(order) is 1 or 2 or double.PositiveInfinity ? order : throw Error.NoCondOrder(order);
    }

    internal static void CondSquare<T>(T x, Scalar p)
        where T : ITensor<T>
        => CondSquare(x, p.Kind == DTypeCategory.Floating
            ? p.ToDouble().ToString(double.IsInfinity(p.ToDouble()) ? "G" : "F6", NumbersOfCpp)
            : p.ToInt64().ToString(NumbersOfCpp));

    internal static void CondSquare<T>(T x, NormOrder p)
        where T : ITensor<T>
        => CondSquare(x, p == TwinGrad.NormOrder.Fro ? "fro" : "nuc");

    internal static void Pinv<T>(T x)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2 || (x.DType != DType.Float32 && x.DType != DType.Float64))
            throw Error.PinvOf(x.DType, x.Shape);
        HasNoNan("linalg.svd", x);
    }

    private static void CondSquare<T>(T x, string order)
        where T : ITensor<T>
    {
        IsMatrix($"linalg.cond(ord={order})", x);
        if (x.Shape[-2] != x.Shape[-1])
            throw Error.NotSquare($"linalg.cond(ord={order})", "A", x.Shape);
    }
}
