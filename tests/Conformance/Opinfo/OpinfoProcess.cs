using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>Runs the function that a sample's outputs went through before they were recorded.</summary>
internal static class OpinfoProcess
{
    // What those functions see of the script that they were taken from.
    private const string Surroundings = """
        is_linalg_svd = op_info.name == "linalg.svd"

        def uniformize(usv):
            S = usv[1]
            k = S.shape[-1]
            U = usv[0][..., :k]
            Vh = usv[2] if is_linalg_svd else usv[2].mH
            Vh = Vh[..., :k, :]
            return U, S, Vh
        """;

    /// <summary>What the function makes of what the operator returned.</summary>
    /// <exception cref="CannotAnswerException">It needs what the library or the evaluator lacks.</exception>
    internal static object? Apply<T>(string source, string op, PythonEvaluator<T> python, object? result)
        where T : class, ITensor<T>
    {
        python["op_info"] = new OperatorInfo(op);
        python.Execute(Surroundings);
        return python.Call(Function(source), PythonArguments.Of(result));
    }

    /// <summary>The function alone: of a lambda the whole line was recorded in which it stands.</summary>
    internal static string Function(string source)
    {
        const string lambda = "lambda ";
        if (source.StartsWith("def ", StringComparison.Ordinal))
            return source;
        var start = source.IndexOf(lambda, StringComparison.Ordinal);
        if (start < 0)
            throw new CannotAnswerException($"outputs went through: {source}");
        var body = source.IndexOf(':', start);
        var (end, depth) = (body + 1, 0);
        for (; end < source.Length; end++)
        {
            var opens = "([{".Contains(source[end], StringComparison.Ordinal);
            var closes = ")]}".Contains(source[end], StringComparison.Ordinal);
            if (depth == 0 && (closes || source[end] == ','))
                break;
            depth += opens ? 1 : closes ? -1 : 0;
        }
        return source[start..end];
    }

    /// <summary>The entry of the database: <c>op_info.name</c>.</summary>
    private sealed record OperatorInfo(string Name);
}
