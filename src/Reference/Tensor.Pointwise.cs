namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Tensor y)
        => Zip("AddBackward0", x, y, Common(x, y), (a, b) => a + b, (g, _) => g, (g, _) => g);

    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Scalar y) => Add(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Tensor y)
    {
        Check.Sub(x.DType, y.DType);
        return Zip("SubBackward0", x, y, Common(x, y), (a, b) => a - b, (g, _) => g, (g, _) => -g);
    }

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Scalar y) => Sub(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Rsub(Tensor x, Scalar y)
    {
        Check.Sub(x.DType, y.DefaultDType);
        var number = Number(y, x.DType);
        return Map("RsubBackward1", x, number.DType, v => number.ToScalar().ToDouble() - v, (g, _) => -g);
    }

    /// <inheritdoc/>
    public static Tensor Mul(Tensor x, Tensor y)
        => Zip("MulBackward0", x, y, Common(x, y), (a, b) => a * b, (g, n) => g * n.Y, (g, n) => g * n.X);

    /// <inheritdoc/>
    public static Tensor Mul(Tensor x, Scalar y) => Mul(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Tensor y)
        => Zip(
            "DivBackward0", x, y, Promotion.ToFloating(Common(x, y)), (a, b) => a / b,
            (g, n) => g / n.Y, (g, n) => -g * (n.X / n.Y / n.Y));

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Scalar y) => Div(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Neg(Tensor x)
    {
        Check.Neg(x.DType);
        return Map("NegBackward0", x, v => -v, (g, _) => -g);
    }

    /// <inheritdoc/>
    public static Tensor Abs(Tensor x)
        => Map("AbsBackward0", x, Math.Abs, (g, n) => g * Map("SignBackward0", n.X, Sign, null));

    /// <inheritdoc/>
    public static Tensor Reciprocal(Tensor x)
        => MapReal("ReciprocalBackward0", x, v => 1 / v, (g, n) => -g * (n.Result * n.Result));

    /// <inheritdoc/>
    public static Tensor Exp(Tensor x) => MapReal("ExpBackward0", x, Math.Exp, (g, n) => g * n.Result);

    /// <inheritdoc/>
    public static Tensor Log(Tensor x) => MapReal("LogBackward0", x, Math.Log, (g, n) => g / n.X);

    /// <inheritdoc/>
    public static Tensor Sin(Tensor x) => MapReal("SinBackward0", x, Math.Sin, (g, n) => g * Cos(n.X));

    /// <inheritdoc/>
    public static Tensor Cos(Tensor x) => MapReal("CosBackward0", x, Math.Cos, (g, n) => -g * Sin(n.X));

    /// <inheritdoc/>
    public static Tensor Tanh(Tensor x) => MapReal("TanhBackward0", x, Math.Tanh, (g, n) => g * (1 - n.Result * n.Result));

    /// <inheritdoc/>
    public static Tensor Sqrt(Tensor x) => MapReal("SqrtBackward0", x, Math.Sqrt, (g, n) => g / (2 * n.Result));

    /// <inheritdoc/>
    public static Tensor Pow(Tensor x, Scalar y)
    {
        Check.Pow(x.DType, y);
        var exponent = Number(y, x.DType);
        var p = exponent.ToScalar();
        return Map(
            "PowBackward0", x, exponent.DType, v => Math.Pow(v, p.ToDouble()),
            (g, n) => p.ToDouble() == 0 ? g * 0 : g * (p.ToDouble() * Pow(n.X, p.ToDouble() - 1)));
    }

    /// <inheritdoc/>
    public static Tensor Pow(Scalar x, Tensor y)
    {
        var number = Number(x, y.DType);
        var b = number.ToScalar().ToDouble();
        return Map(
            "PowBackward2", y, number.DType, v => Math.Pow(b, v),
            (g, n) => b == 0 ? g * Where(n.X >= 0, n.X * 0, n.Result * Math.Log(b)) : g * (n.Result * Math.Log(b)));
    }

    /// <inheritdoc/>
    public static Tensor Pow(Tensor x, Tensor y)
        => Zip(
            "PowBackward1", x, y, Common(x, y), Math.Pow,
            (g, n) => g * Where(Eq(n.Y, 0), n.Y * 0, n.Y * Pow(n.X, n.Y - 1)),
            (g, n) => g * Where((n.Y >= 0) * Eq(n.X, 0), n.Y * 0, n.Result * Log(n.X)));

    /// <inheritdoc/>
    public static Tensor Clamp(Tensor x, Scalar? min, Scalar? max)
    {
        Check.Clamp(min, max);
        var dtype = Promotion.Of(Promotion.Of(x.DType, min ?? false), max ?? false);
        var low = min is { } a ? Numbers.Round(a.ToDouble(), dtype) : double.NegativeInfinity;
        var high = max is { } b ? Numbers.Round(b.ToDouble(), dtype) : double.PositiveInfinity;
        return Map(
            "ClampBackward1", x, dtype, v => double.IsNaN(low) || double.IsNaN(high) ? double.NaN : Math.Min(Math.Max(v, low), high),
            (g, n) => Where((n.X >= low) * (n.X <= high), g, g * 0));
    }

    /// <inheritdoc/>
    public static Tensor Where(Tensor condition, Tensor x, Tensor y)
    {
        Check.Where(condition);
        var shape = Layout.Broadcast(Layout.Broadcast(condition.Shape, x.Shape), y.Shape);
        var (holds, yes, no) = (condition.Read(shape), x.Read(shape), y.Read(shape));
        var values = new double[holds.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = holds[i] != 0 ? yes[i] : no[i];
        return TapeNode.Record(
            "WhereBackward0", new(values, shape, Common(x, y)), [condition, x, y],
            null, (g, n) => Where(n.X, g, g * 0), (g, n) => Where(n.X, g * 0, g));
    }

    /// <inheritdoc/>
    public static Tensor To(Tensor x, DType dtype) => x.DType == dtype
        ? x
        : Map("ToCopyBackward0", x, dtype, v => Numbers.Convert(v, x.DType, dtype), (g, _) => g);

    /// <inheritdoc/>
    public static Tensor To(Tensor x, Device device)
        => device.Type == DeviceType.Cpu ? x : throw Error.NoCuda("The reference engine");

    /// <inheritdoc/>
    public static Tensor Contiguous(Tensor x) => Layout.IsContiguous(x.Shape, x.Strides) ? x : Clone(x);

    /// <inheritdoc/>
    public static Tensor Clone(Tensor x) => Map("CloneBackward0", x, v => v, (g, _) => g);

    /// <summary>-1, 0 or 1; nan of nan.</summary>
    private static double Sign(double value) => double.IsNaN(value) ? value : Math.Sign(value);
}
