using System.Text;

namespace TwinGrad;

/// <summary>What an autograd node's operation is called: <c>as_strided</c> of <c>AsStridedBackward0</c>.</summary>
internal static class OperatorName
{
    /// <summary>
    /// PyTorch's own operations have a number behind <c>Backward</c> and go by their Python name; a function of the user's,
    /// <c>MyFunctionBackward</c>, keeps its class's name; what has no <c>Backward</c> in it stays as it is.
    /// </summary>
    internal static string Of(string node)
    {
        var bare = node.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var suffix = bare.EndsWith("Backwards", StringComparison.Ordinal) ? "Backwards" : "Backward";
        if (bare.Length <= suffix.Length || !bare.EndsWith(suffix, StringComparison.Ordinal))
            return node;
        var name = bare[..^suffix.Length];
        return bare == node && suffix == "Backward" ? name : SnakeCase(name);
    }

    /// <summary>An underscore before every word; a letter behind a digit begins none (<c>Log1P</c>, <c>Upsample2D</c>), nor do further capitals.</summary>
    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
