namespace TwinGrad.Conformance.Python;

/// <summary>Python's operators between tensors and numbers: the contract's, else the library's operator of that name.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonOperators<T>
    where T : class, ITensor<T>
{
    private static readonly Dictionary<string, string> Named = new()
    {
        ["//"] = "floor_divide",
        ["%"] = "remainder",
        ["&"] = "bitwise_and",
        ["|"] = "bitwise_or",
        ["^"] = "bitwise_xor",
        ["<<"] = "bitwise_left_shift",
        [">>"] = "bitwise_right_shift",
        ["**"] = "pow",
        ["@"] = "matmul",
    };

    private static readonly Dictionary<string, string> Methods = new()
    {
        ["add"] = "+",
        ["sub"] = "-",
        ["mul"] = "*",
        ["div"] = "/",
        ["truediv"] = "/",
        ["floordiv"] = "//",
        ["mod"] = "%",
        ["pow"] = "**",
        ["matmul"] = "@",
        ["and"] = "&",
        ["or"] = "|",
        ["xor"] = "^",
        ["lshift"] = "<<",
        ["rshift"] = ">>",
    };

    internal static object? Binary(string op, object? left, object? right) => (left, right) switch
    {
        _ when op is "is" or "is not" => (Scalar)(IsSame(left, right) == (op == "is")),
        (T, null) or (null, T) when op is "==" or "!=" => (Scalar)(op == "!="), // C# compares the references
        (string text, string more) when op == "+" => text + more,
        (string text, string other) when op is "==" or "!=" => (Scalar)((text == other) == (op == "==")),
        (string format, _) when op == "%" => PythonFormat.Apply(format, right),
        (Scalar x, Scalar y) => PythonNumbers.Binary(op, x, y),
        (T x, T y) => Tensors(op, x, y),
        (T x, Scalar y) => TensorAndNumber(op, x, y),
        (Scalar x, T y) => NumberAndTensor(op, x, y),
        (T x, null) when op is "+" or "-" or "*" or "/" => Tensors(op, x, null!), // C# compiles it, with a warning
        (null, T y) when op is "+" or "-" or "*" or "/" => Tensors(op, null!, y),
        _ => throw NoOperator(op, left, right),
    };

    /// <summary>What a method is called as an operator: <c>x.__sub__(y)</c> is x - y, and <c>x.__rsub__(y)</c> is y - x.</summary>
    internal static bool TryCall(string method, T x, object? y, out object? result)
    {
        var name = method.Trim('_');
        var reflected = !Methods.ContainsKey(name) && name.StartsWith('r');
        var known = Methods.TryGetValue(reflected ? name[1..] : name, out var op) && method == $"__{name}__";
        result = !known ? null : reflected ? Binary(op!, y, x) : Binary(op!, x, y);
        return known;
    }

    internal static object? Unary(string op, object? operand) => (op, operand) switch
    {
        ("not", _) => (Scalar)!PythonBuiltins<T>.IsTrue(operand),
        ("-", T x) => -x,
        ("-", Scalar x) => PythonNumbers.Negate(x),
        ("+", Scalar { Kind: not DTypeCategory.Bool } x) => x,
        ("+", T x) => PythonLibrary<T>.CallMethod("positive", PythonArguments.Of(x)),
        ("~", T x) => ~x,
        _ => throw new PythonEvaluationException($"there is no {op} of {PythonType.Name(operand)}"),
    };

    /// <summary>What <c>left op= right</c> leaves in its target: a tensor changes in place, anything else is made anew.</summary>
    internal static object? InPlace(string op, object? left, object? right) => (op, left, right) switch
    {
        ("+", T x, T y) => T.Add_(x, y),
        ("+", T x, Scalar y) => T.Add_(x, y),
        ("-", T x, T y) => T.Sub_(x, y),
        ("-", T x, Scalar y) => T.Sub_(x, y),
        ("*", T x, T y) => T.Mul_(x, y),
        ("*", T x, Scalar y) => T.Mul_(x, y),
        ("/", T x, T y) => T.Div_(x, y),
        ("/", T x, Scalar y) => T.Div_(x, y),
        (_, T x, T or Scalar) => PythonLibrary<T>.CallMethod(Named[op] + "_", PythonArguments.Of(x, right)),
        _ => Binary(op, left, right),
    };

    private static object? Tensors(string op, T x, T y) => op switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" => x / y,
        "**" => T.Pow(x, y),
        "@" => x.MatMul(y),
        "<" => x < y,
        "<=" => x <= y,
        ">" => x > y,
        ">=" => x >= y,
        "==" => T.Eq(x, y),
        "!=" => T.Ne(x, y),
        _ => PythonLibrary<T>.CallFunction(Named[op], PythonArguments.Of(x, y)),
    };

    private static object? TensorAndNumber(string op, T x, Scalar y) => op switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" => x / y,
        "**" => T.Pow(x, y),
        "<" => x < y,
        "<=" => x <= y,
        ">" => x > y,
        ">=" => x >= y,
        "==" => T.Eq(x, y),
        "!=" => T.Ne(x, y),
        "@" => throw NoOperator(op, x, y),
        _ => PythonLibrary<T>.CallFunction(Named[op], PythonArguments.Of(x, y)),
    };

    private static object? NumberAndTensor(string op, Scalar x, T y) => op switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" => x / y,
        "**" => T.Pow(x, y),
        "<" => x < y,
        "<=" => x <= y,
        ">" => x > y,
        ">=" => x >= y,
        "==" => T.Eq(y, x),
        "!=" => T.Ne(y, x),
        "@" => throw NoOperator(op, x, y),
        _ => PythonLibrary<T>.CallFunction(Named[op], PythonArguments.Of(x, y)),
    };

    private static bool IsSame(object? left, object? right)
        => left is Scalar || right is Scalar ? Equals(left, right) : ReferenceEquals(left, right);

    /// <summary>What has no meaning between Python's own values is a mistake; beside a tensor, C# does not compile it.</summary>
    private static Exception NoOperator(string op, object? left, object? right)
    {
        var between = $"{op} between {PythonType.Name(left)} and {PythonType.Name(right)}";
        return left is T || right is T ? new PythonMismatchException(between) : new PythonEvaluationException($"there is no {between}");
    }
}
