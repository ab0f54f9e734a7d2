namespace TwinGrad.Conformance.Python;

/// <summary>The names under which the library may have what PyTorch calls by one.</summary>
internal static class PythonAliases
{
    // What PyTorch calls otherwise than this library does: its own aliases too, of which the library has one.
    private static readonly Dictionary<string, string> Others = new()
    {
        ["absolute"] = "abs",
        ["adjoint"] = "mH",
        ["arccos"] = "acos",
        ["arccosh"] = "acosh",
        ["arcsin"] = "asin",
        ["arcsinh"] = "asinh",
        ["arctan"] = "atan",
        ["arctan2"] = "atan2",
        ["arctanh"] = "atanh",
        ["clip"] = "clamp",
        ["concat"] = "cat",
        ["concatenate"] = "cat",
        ["divide"] = "div",
        ["fix"] = "trunc",
        ["get_num_threads"] = "num_threads",
        ["moveaxis"] = "movedim",
        ["multiply"] = "mul",
        ["ndim"] = "dim",
        ["negative"] = "neg",
        ["ravel"] = "flatten",
        ["row_stack"] = "vstack",
        ["special.expit"] = "sigmoid",
        ["special.gammaln"] = "lgamma",
        ["special.multigammaln"] = "mvlgamma",
        ["special.psi"] = "digamma",
        ["split_with_sizes"] = "split",
        ["subtract"] = "sub",
        ["swapaxes"] = "transpose",
        ["swapdims"] = "transpose",
        ["t"] = "transpose",
        ["true_divide"] = "div",
        ["type"] = "to",
    };

    // Modules that gather functions by subject: torch.linalg.det is torch.det, torch.special.erf is torch.erf.
    private static readonly string[] Modules = ["fft.", "linalg.", "special."];

    // ... except where torch has another function of that name, and the library has torch's.
    private static readonly string[] Homonyms =
    [
        "linalg.cholesky", "linalg.cross", "linalg.diagonal", "linalg.lu", "linalg.lu_solve", "linalg.norm", "linalg.qr", "linalg.svd",
        "linalg.vander",
    ];

    /// <summary>PyTorch has a flag for what is a function of its own here: whether a pooling gives the indices too.</summary>
    internal static (string Name, PythonArguments Arguments) WithIndices(string name, PythonArguments arguments)
    {
        if (!name.Contains("max_pool", StringComparison.Ordinal))
            return (name, arguments);
        var (positional, keywords) = (arguments.Positional, arguments.Keywords);
        var flag = keywords.GetValueOrDefault("return_indices");
        // As an argument without a name only adaptive pooling is called with it: all other flags come before.
        if (flag is null && name.StartsWith("adaptive", StringComparison.Ordinal) && positional is [_, _, var last])
            (flag, positional) = (last, [.. positional.SkipLast(1)]);
        var others = keywords.Where(argument => argument.Key != "return_indices").ToDictionary();
        var indices = flag is Scalar given && given.ToBoolean() && !name.EndsWith("_with_indices", StringComparison.Ordinal);
        return (indices ? name + "_with_indices" : name, new(positional, others));
    }

    /// <summary>The names to look for, the likeliest first: <c>linalg.det</c>, which is <c>LinalgDet</c> here, then <c>det</c>.</summary>
    internal static IEnumerable<string> Names(string name)
    {
        yield return name;
        if (Others.TryGetValue(name, out var other))
            yield return other;
        if (Modules.FirstOrDefault(module => name.StartsWith(module, StringComparison.Ordinal)) is { } found && !Homonyms.Contains(name))
            yield return name[found.Length..];
    }
}
