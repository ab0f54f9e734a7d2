namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException MemberName(string kind, string name) => name.Length == 0
        ? new($"{kind} name can't be empty string \"\"", "KeyError")
        : new($"{kind} name can't contain \".\"", "KeyError");

    internal static TorchArgumentException MemberExists(string name) => new($"attribute '{name}' already exists", "KeyError");

    internal static TorchArgumentException StateDict(string module, IEnumerable<string> problems)
        => new($"Error(s) in loading state_dict for {module}:\n\t{string.Join("\n\t", problems)}");

    internal static string MissingKeys(IEnumerable<string> keys) => $"Missing key(s) in state_dict: {Quoted(keys)}. ";

    internal static string UnexpectedKeys(IEnumerable<string> keys) => $"Unexpected key(s) in state_dict: {Quoted(keys)}. ";

    internal static string SizeMismatch(string key, Shape given, Shape own)
        => $"size mismatch for {key}: copying a param with shape {Sizes(given)} from checkpoint, "
            + $"the shape in current model is {Sizes(own)}.";

    internal static string NoTensorInState(string key)
        => $"While copying the parameter named \"{key}\", expected torch.Tensor or Tensor-like object from checkpoint but received "
            + "<class 'NoneType'>";

    private static string Quoted(IEnumerable<string> keys) => string.Join(", ", keys.Select(key => $"\"{key}\""));
}
