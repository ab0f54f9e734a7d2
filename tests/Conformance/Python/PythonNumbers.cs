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

    internal static Scalar Negate(Scalar x) => x.Kind == DTypeCategory.Floating ? (Scalar)(-x.ToDouble()) : checked(-x.ToInt64());

    // Not one of <, = or > holds beside a nan; only != does.
    private static int? Compare(Scalar x, Scalar y)
    {
        var (left, right) = (x.ToDouble(), y.ToDouble());
        return double.IsNaN(left) || double.IsNaN(right) ? null : left.CompareTo(right);
    }

    private static Scalar Whole(string op, long x, long y) => checked(op switch
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
