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
        ["ger"] = "outer",
        ["get_num_threads"] = "num_threads",
        ["linalg.inv"] = "inverse",
        ["linalg.vector_norm"] = "norm",
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
    private static readonly string[] Homonyms = ["linalg.diagonal", "linalg.norm"];

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
