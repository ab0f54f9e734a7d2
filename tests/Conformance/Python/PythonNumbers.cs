namespace TwinGrad.Conformance.Python;

/// <summary>Python's arithmetic between plain numbers.</summary>
internal static class PythonNumbers
{
    internal static Scalar Binary(string op, Scalar x, Scalar y)
    {
        switch (op)
        {
            case "==":
                return Compare(x, y) == 0;
            case "!=":
                return Compare(x, y) != 0;
            case "<":
                return Compare(x, y) < 0;
            case "<=":
                return Compare(x, y) <= 0;
            case ">":
                return Compare(x, y) > 0;
            case ">=":
                return Compare(x, y) >= 0;
            case "/" or "//" or "%" when y.ToDouble() == 0:
                throw new PythonEvaluationException("division by zero");
            case "/":
                return x.ToDouble() / y.ToDouble();
        }
        var whole = x.Kind != DTypeCategory.Floating && y.Kind != DTypeCategory.Floating && !(op == "**" && y.ToInt64() < 0);
        return whole ? Whole(op, x.ToInt64(), y.ToInt64()) : Floating(op, x.ToDouble(), y.ToDouble());
    }

    /// <summary>The number as an element of the dtype; an engine may have computed it to more digits, as docs/semantics.md says.</summary>
    internal static Scalar Held(Scalar element, DType dtype)
        => dtype == DType.Float32 ? (float)element.ToDouble()
            : dtype == DType.Float16 ? (double)(Half)element.ToDouble()
            : element;

    internal static Scalar Negate(Scalar x) => x.Kind == DTypeCategory.Floating ? (Scalar)(-x.ToDouble()) : checked(-x.ToInt64());

    // Not one of <, = or > holds beside a nan; only != does.
    private static int? Compare(Scalar x, Scalar y)
    {
        var (left, right) = (x.ToDouble(), y.ToDouble());
        return double.IsNaN(left) || double.IsNaN(right) ? null : left.CompareTo(right);
    }

    private static Scalar Whole(string op, long x, long y)
    {
        try
        {
            return Exactly(op, x, y);
        }
        catch (OverflowException)
        {
            throw new PythonUnsupportedException("integers of more than 64 bits");
        }
    }

    private static Scalar Exactly(string op, long x, long y) => checked(op switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "//" => (long)Math.Floor((decimal)x / y),
        "%" => x - y * (long)Math.Floor((decimal)x / y),
        "**" => (long)System.Numerics.BigInteger.Pow(x, (int)y),
        _ => throw NoOperator(op),
    });

    private static Scalar Floating(string op, double x, double y) => op switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "//" => Math.Floor(x / y),
        "%" => x - y * Math.Floor(x / y),
        "**" => Math.Pow(x, y),
        _ => throw NoOperator(op),
    };

    private static PythonUnsupportedException NoOperator(string op) => new($"{op} between numbers");
}
