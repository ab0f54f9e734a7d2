namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Tensor y)
        => Zip(new Functions.Add(), "AddBackward0", x, y, Common(x, y), (g, _) => g, (g, _) => g);

    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Scalar y) => Add(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Tensor y)
    {
        Check.Sub(x, y);
        return Zip(new Functions.Sub(), "SubBackward0", x, y, Common(x, y), (g, _) => g, (g, _) => -g);
    }

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Scalar y)
    {
        Check.Sub(x, y);
        return Sub(x, Number(y, x.DType));
    }

    /// <inheritdoc/>
    public static Tensor Rsub(Tensor x, Scalar y)
    {
        Check.Sub(x, y);
        var dtype = Promotion.Of(x.DType, y);
        return Map(new Functions.Rsub(Elements.Stored(y, dtype)), "RsubBackward1", x, dtype, (g, _) => -g);
    }

    /// <inheritdoc/>
    public static Tensor Mul(Tensor x, Tensor y)
        => Zip(new Functions.Mul(), "MulBackward0", x, y, Common(x, y), (g, n) => g * n.Y, (g, n) => g * n.X);

    /// <inheritdoc/>
    public static Tensor Mul(Tensor x, Scalar y) => Mul(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Tensor y)
        => Zip(
            new Functions.Div(), "DivBackward0", x, y, Promotion.ToFloating(Common(x, y)),
            (g, n) => g / n.Y, (g, n) => -g * (n.X / n.Y / n.Y));

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Scalar y) => Div(x, Number(y, Promotion.ToFloating(x.DType)));

    /// <inheritdoc/>
    public static Tensor Neg(Tensor x)
    {
        Check.Neg(x);
        return Map(new Functions.Neg(), "NegBackward0", x, x.DType, (g, _) => -g);
    }

    /// <inheritdoc/>
    public static Tensor Abs(Tensor x)
    {
        Check.HasKernel("abs_cpu", x.DType);
        return Map(new Functions.Abs(), "AbsBackward0", x, x.DType, (g, n) => g * SignOf(n.X));
    }

    /// <inheritdoc/>
    public static Tensor Reciprocal(Tensor x)
        => MapReal(new Functions.Reciprocal(), "ReciprocalBackward0", x, (g, n) => -g * (n.Result * n.Result));

    /// <inheritdoc/>
    public static Tensor Exp(Tensor x) => MapReal(new Functions.Exp(), "ExpBackward0", x, (g, n) => g * n.Result);

    /// <inheritdoc/>
    public static Tensor Log(Tensor x) => MapReal(new Functions.Log(), "LogBackward0", x, (g, n) => g / n.X);

    /// <inheritdoc/>
    public static Tensor Sin(Tensor x) => MapReal("SinBackward0", x, Math.Sin, (g, n) => g * Cos(n.X));

    /// <inheritdoc/>
    public static Tensor Cos(Tensor x) => MapReal("CosBackward0", x, Math.Cos, (g, n) => -g * Sin(n.X));

    /// <inheritdoc/>
    public static Tensor Tanh(Tensor x) => MapReal("TanhBackward0", x, Math.Tanh, (g, n) => g * (1 - n.Result * n.Result));

    /// <inheritdoc/>
    public static Tensor Sqrt(Tensor x) => MapReal(new Functions.Sqrt(), "SqrtBackward0", x, (g, n) => g / (2 * n.Result));

    /// <inheritdoc/>
    public static Tensor Pow(Tensor x, Scalar y)
    {
        Check.Pow(x, y);
        var exponent = Number(y, x.DType);
        var p = exponent.ToScalar().ToDouble();
        return Map(
            "PowBackward0", x, exponent.DType, v => Math.Abs(p) == 0.5 ? Root(v, p) : Power(v, p, exponent.DType),
            (g, n) => p == 0 ? Nothing(n.X, n) : g * (p * Pow(n.X, p - 1)));
    }

    /// <inheritdoc/>
    public static Tensor Pow(Scalar x, Tensor y)
    {
        var number = Number(x, y.DType);
        var b = number.ToScalar().ToDouble();
        return Map(
            "PowBackward2", y, number.DType, v => Power(b, v, number.DType),
            (g, n) => g * (b == 0 ? Where(n.X >= 0, Zero(g), n.Result * Math.Log(b)) : n.Result * Math.Log(b)));
    }

    /// <inheritdoc/>
    public static Tensor Pow(Tensor x, Tensor y)
    {
        var dtype = Common(x, y);
        Check.HasKernel("pow", dtype);
        return Zip(
            "PowBackward1", x, y, dtype, (a, b) => Power(a, b, dtype),
            (g, n) => Where(Eq(n.Y, 0), Zero(g), g * (n.Y * Pow(n.X, n.Y - 1))),
            (g, n) => g * Where((n.Y >= 0) * Eq(n.X, 0), Zero(g), n.Result * Log(n.X)));
    }

    /// <inheritdoc/>
    public static Tensor Clamp(Tensor x, Scalar? min, Scalar? max)
    {
        Check.Clamp(min, max);
        var dtype = Promotion.Of(Promotion.Of(x.DType, min ?? false), max ?? false);
        Check.HasKernel(max is null ? "clamp_min_scalar_cpu" : min is null ? "clamp_max_scalar_cpu" : "clamp_scalar_cpu", dtype);
        var low = min is { } a ? Elements.Filled(a, dtype) : double.NegativeInfinity;
        var high = max is { } b ? Elements.Filled(b, dtype) : double.PositiveInfinity;
        return Map(
            new Functions.Clamp(low, high), "ClampBackward1", x, dtype,
            (g, n) => Where((n.X >= low) * (n.X <= high), g, Zero(g)));
    }

    /// <inheritdoc/>
    public static Tensor Clamp(Tensor x, Tensor? min, Tensor? max)
    {
        // A bound left out has its place among the edges, and nothing flows there.
        if (max is null)
        {
            return min is null ? throw Error.ClampNeedsABound() : TapeNode.Record(
                "ClampBackward0", Zip(x, min, Common(x, min), Math.Max), [x, min, Number(0, x.DType)], NotBelow, Below, null);
        }
        if (min is null)
        {
            return TapeNode.Record(
                "ClampBackward0", Zip(x, max, Common(x, max), Math.Min), [x, Number(0, x.DType), max],
                (g, n) => Where(n.X <= n.Z, g, Zero(g)), null, (g, n) => Where(n.X > n.Z, g, Zero(g)));
        }
        var limited = Zip(Zip(x, min, Common(x, min), Math.Max), max, DType.Promote(Common(x, min), max.DType), Math.Min);
        Check.HasKernel("clamp_cpu", limited.DType);
        return TapeNode.Record(
            "ClampBackward0", limited, [x, min, max],
            (g, n) => Where((n.X >= n.Y) * (n.X <= n.Z), g, Zero(g)),
            (g, n) => Where((n.Y < n.Z) * (n.X < n.Y), g, Zero(g)),
            (g, n) => Where((n.X > n.Z) + (n.Z < n.Y), g, Zero(g)));
    }

    /// <inheritdoc/>
    public static Tensor ClampMin(Tensor x, Scalar min)
    {
        var bound = Bound("clamp_min_scalar_cpu", x, min);
        return TapeNode.Record("ClampMinBackward0", Zip(x, bound, bound.DType, Math.Max), [x, bound], NotBelow);
    }

    /// <inheritdoc/>
    public static Tensor ClampMin(Tensor x, Tensor min)
        => Zip("ClampMinBackward1", x, min, Common(x, min), Math.Max, NotBelow, Below);

    /// <inheritdoc/>
    public static Tensor ClampMax(Tensor x, Scalar max)
    {
        var bound = Bound("clamp_max_scalar_cpu", x, max);
        return TapeNode.Record("ClampMaxBackward0", Zip(x, bound, bound.DType, Math.Min), [x, bound], NotAbove);
    }

    /// <inheritdoc/>
    public static Tensor ClampMax(Tensor x, Tensor max)
        => Zip("ClampMaxBackward1", x, max, Common(x, max), Math.Min, NotAbove, Above);

    /// <inheritdoc/>
    public static Tensor Lerp(Tensor x, Tensor end, Scalar weight)
    {
        Check.Lerp(x, end, weight: null);
        var w = Elements.Stored(weight, x.DType);
        return Zip("LerpBackward0", x, end, x.DType, (a, b) => Between(a, b, w), (g, _) => g * (1 - w), (g, _) => g * w);
    }

    /// <inheritdoc/>
    public static Tensor Lerp(Tensor x, Tensor end, Tensor weight)
    {
        Check.Lerp(x, end, weight);
        var shape = Layout.Broadcast(Layout.Broadcast(x.Shape, end.Shape), weight.Shape);
        var (from, to, w) = (x.Read(shape), end.Read(shape), weight.Read(shape));
        var values = from.Select((a, i) => Between(a, to[i], w[i])).ToArray();
        return TapeNode.Record(
            "LerpBackward1", new(values, shape, x.DType), [x, end, weight],
            (g, n) => g * (1 - n.Z), (g, n) => g * n.Z, (g, n) => g * (n.Y - n.X));
    }

    /// <inheritdoc/>
    public static Tensor Addcmul(Tensor x, Tensor tensor1, Tensor tensor2, Scalar value)
    {
        var product = Mul(Detach(tensor1), Detach(tensor2));
        var dtype = Common(x, product);
        Check.HasKernel("addcmul_cpu_out", dtype);
        var factor = Elements.Filled(value, dtype);
        return TapeNode.Record(
            "AddcmulBackward0", Zip(x, product, dtype, (a, b) => a + factor * b), [x, tensor1, tensor2],
            (g, _) => g, (g, n) => g * (n.Z * value), (g, n) => g * (n.Y * value));
    }

    /// <inheritdoc/>
    public static Tensor Addcdiv(Tensor x, Tensor tensor1, Tensor tensor2, Scalar value)
    {
        Check.Addcdiv(tensor1, tensor2);
        var sum = Add(Detach(x), Div(Detach(tensor1), Detach(tensor2)) * value);
        return TapeNode.Record(
            "AddcdivBackward0", sum, [x, tensor1, tensor2],
            (g, _) => g, (g, n) => g * (value / n.Z), (g, n) => -g * (value * n.Y / (n.Z * n.Z)));
    }

    /// <inheritdoc/>
    public static Tensor NanToNum(Tensor x, double? nan, double? posinf, double? neginf)
    {
        var largest = Elements.LargestFinite(x.DType);
        return Map(
            "NanToNumBackward0", x,
            v => double.IsNaN(v) ? nan ?? 0 : double.IsPositiveInfinity(v) ? posinf ?? largest : double.IsNegativeInfinity(v) ? neginf ?? -largest : v,
            (g, n) => g * Isfinite(n.X));
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
            "WhereBackward0", new(values, shape, Common(x, y)), [x, y, condition],
            (g, n) => Where(n.Z, g, Zero(g)), (g, n) => Where(n.Z, Zero(g), g));
    }

    /// <inheritdoc/>
    public static Tensor To(Tensor x, DType dtype) => x.DType == dtype
        ? x
        : Map("ToCopyBackward0", x, dtype, v => Elements.Convert(v, x.DType, dtype), (g, _) => g);

    /// <inheritdoc/>
    public static Tensor To(Tensor x, Device device)
    {
        RequireCpu(device);
        return Check.Given(x);
    }

    /// <inheritdoc/>
    public static Tensor Contiguous(Tensor x) => Layout.IsContiguous(x.Shape, x.Strides) ? x : Clone(x);

    /// <inheritdoc/>
    public static Tensor Clone(Tensor x) => Map(new Functions.Same(), "CloneBackward0", x, x.DType, (g, _) => g);

    private static Tensor Below(Tensor g, TapeNode n) => Where(n.X < n.Y, g, Zero(g));

    private static Tensor NotBelow(Tensor g, TapeNode n) => Where(n.X >= n.Y, g, Zero(g));

    private static Tensor Above(Tensor g, TapeNode n) => Where(n.X > n.Y, g, Zero(g));

    private static Tensor NotAbove(Tensor g, TapeNode n) => Where(n.X <= n.Y, g, Zero(g));

    /// <summary>A bound as an element of the result: it must fit.</summary>
    private static Tensor Bound(string kernel, Tensor x, Scalar bound)
    {
        var dtype = Promotion.Of(x.DType, bound);
        Check.HasKernel(kernel, dtype);
        return new([Elements.Filled(bound, dtype)], [], dtype);
    }

    /// <summary>a + w (b - a), from the nearer end so that both ends are exact.</summary>
    private static double Between(double a, double b, double w) => Math.Abs(w) < 0.5 ? a + w * (b - a) : b - (b - a) * (1 - w);

    /// <summary>-1, 0 or 1; 0 of nan.</summary>
    private static Tensor SignOf(Tensor x) => Map("SignBackward0", x, SignOf, null);

    private static double SignOf(double value) => double.IsNaN(value) ? 0 : Math.Sign(value);

    /// <summary>x^0.5 or x^-0.5. libtorch takes the square root, which of -inf is nan where a power would be inf.</summary>
    private static double Root(double x, double y) => y > 0 ? Math.Sqrt(x) : 1 / Math.Sqrt(x);

    /// <summary>x^y as a dtype computes it: integers stay integers, so what would be a fraction is 0.</summary>
    private static double Power(double x, double y, DType dtype)
        => dtype.IsFloatingPoint || y >= 0 ? Math.Pow(x, y)
            : x == 1 ? 1
            : x == -1 ? (y % 2 == 0 ? 1 : -1)
            : 0;
}
