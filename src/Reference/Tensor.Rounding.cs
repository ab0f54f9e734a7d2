namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sign(Tensor x) => SignOf(x);

    /// <inheritdoc/>
    public static Tensor Floor(Tensor x) => Whole("FloorBackward0", "floor_vml_cpu", x, Math.Floor);

    /// <inheritdoc/>
    public static Tensor Ceil(Tensor x) => Whole("CeilBackward0", "ceil_vml_cpu", x, Math.Ceiling);

    /// <inheritdoc/>
    public static Tensor Trunc(Tensor x) => Whole("TruncBackward0", "trunc_vml_cpu", x, Math.Truncate);

    /// <inheritdoc/>
    public static Tensor Round(Tensor x) => Whole("RoundBackward0", "round_vml_cpu", x, Math.Round);

    /// <inheritdoc/>
    public static Tensor Round(Tensor x, int decimals)
    {
        Check.IsFloating(decimals == 0 ? "round_vml_cpu" : "round_cpu", x.DType);
        var power = Math.Pow(10, Math.Abs(decimals));
        return Map("RoundBackward1", x, v => decimals < 0 ? Math.Round(v / power) * power : Math.Round(v * power) / power, null);
    }

    /// <inheritdoc/>
    public static Tensor Frac(Tensor x)
    {
        Check.IsFloating("frac_cpu", x.DType);
        return Map("FracBackward0", x, v => v - Math.Truncate(v), (g, _) => g);
    }

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Tensor y, RoundingMode roundingMode)
    {
        Check.RoundingMode(roundingMode);
        var (kernel, quotient) = roundingMode == RoundingMode.Floor
            ? ("div_floor_cpu", (Func<double, double, double>)FloorQuotient)
            : ("div_trunc_cpu", (a, b) => Math.Truncate(a / b));
        return Zip("DivBackward2", x, y, Divided(kernel, x, y), quotient, null, null);
    }

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Scalar y, RoundingMode roundingMode) => Div(x, Number(y, x.DType), roundingMode);

    /// <inheritdoc/>
    public static Tensor FloorDivide(Tensor x, Tensor y)
        => NotImplementedNode.Record("aten::floor_divide", Zip(x, y, Divided("div_floor_cpu", x, y), FloorQuotient), x, y);

    /// <inheritdoc/>
    public static Tensor FloorDivide(Tensor x, Scalar y) => FloorDivide(x, Number(y, x.DType));

    /// <inheritdoc/>
    public static Tensor FloorDivide(Scalar x, Tensor y) => FloorDivide(Number(x, y.DType), y);

    /// <inheritdoc/>
    public static Tensor Remainder(Tensor x, Tensor y)
        => Zip(
            "RemainderBackward1", x, y, Divided("remainder_cpu", x, y), FloorModulus,
            (g, _) => g, (g, n) => -g * Div(n.X, n.Y, RoundingMode.Floor));

    /// <inheritdoc/>
    public static Tensor Remainder(Tensor x, Scalar y)
        => OfNumber("RemainderBackward0", "remainder_cpu", x, y, FloorModulus);

    /// <inheritdoc/>
    public static Tensor Remainder(Scalar x, Tensor y)
    {
        var number = Number(x, y.DType);
        return NotImplementedNode.Record("aten::remainder", Zip(number, y, Divided("remainder_cpu", number, y), FloorModulus), y);
    }

    /// <inheritdoc/>
    public static Tensor Fmod(Tensor x, Tensor y)
        => Zip(
            "FmodBackward1", x, y, Divided("fmod_cpu", x, y), (a, b) => a % b,
            (g, _) => g, (g, n) => -g * Div(n.X, n.Y, RoundingMode.Trunc));

    /// <inheritdoc/>
    public static Tensor Fmod(Tensor x, Scalar y) => OfNumber("FmodBackward0", "fmod_cpu", x, y, (a, b) => a % b);

    /// <summary>A function that is constant between its jumps. Integers are whole already.</summary>
    private static Tensor Whole(string name, string kernel, Tensor x, Func<double, double> f)
    {
        Check.HasKernel(kernel, x.DType);
        return Map(name, x, x.DType.IsFloatingPoint ? f : v => v, null);
    }

    /// <summary>A function of a tensor and a number that has the slope 1 between its jumps.</summary>
    private static Tensor OfNumber(string name, string kernel, Tensor x, Scalar y, Func<double, double, double> f)
    {
        var number = Number(y, x.DType);
        return TapeNode.Record(name, Zip(x, number, Divided(kernel, x, number), f), [x], (g, _) => g);
    }

    /// <summary>The dtype of a quotient that stays an integer; no integer is divided by 0.</summary>
    private static DType Divided(string kernel, Tensor x, Tensor y)
    {
        var dtype = Common(x, y);
        Check.HasKernel(kernel, dtype);
        if (!dtype.IsFloatingPoint && x.Numel > 0 && HasZero(y))
            throw Error.ZeroDivision();
        return dtype;
    }

    /// <summary>a - b floor(a/b), with the sign of b; by a remainder that is exact.</summary>
    private static double FloorModulus(double a, double b)
    {
        var rest = a % b;
        return rest != 0 && b < 0 != rest < 0 ? rest + b : rest;
    }

    /// <summary>floor(a/b), by the exact remainder: a/b may be rounded up to the next whole number.</summary>
    private static double FloorQuotient(double a, double b)
    {
        if (b == 0)
            return a / b;
        var rest = a % b;
        var quotient = (a - rest) / b - (rest != 0 && b < 0 != rest < 0 ? 1 : 0);
        if (quotient == 0)
            return Math.CopySign(0, a / b);
        var floor = Math.Floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }
}
