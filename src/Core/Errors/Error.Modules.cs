namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException MemberName(string kind, string name) => name.Length == 0
        ? new($"{kind} name can't be empty string \"\"", "KeyError")
        : new($"{kind} name can't contain \".\"", "KeyError");

    internal static TorchArgumentException MemberExists(string name) => new($"attribute '{name}' already exists", "KeyError");

    internal static TorchArgumentException NonLeafBuffer(string name)
        => new($"cannot register buffer '{name}': it is the result of a recorded operation and would keep its graph; register its Detach()");

    internal static TorchArgumentException ModuleInItself(string name)
        => new($"cannot register module '{name}': the module that it should be a part of is a part of it");

    internal static TorchArgumentException ModuleDType(DType dtype)
        => new($"nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.{dtype.Name}", "TypeError");

    internal static TorchIndexException NoSuchStep(int index) => new($"index {index} is out of range");

    internal static TorchArgumentException HardtanhRange() => new("max_val must be larger than min_val", "AssertionError");

    internal static TorchArgumentException ModuleGroups() => new("groups must be a positive integer", "ValueError");

    internal static TorchArgumentException ChannelGroups(string channels) => new($"{channels} must be divisible by groups", "ValueError");

    internal static TorchArgumentException BatchNormDims(string expected, int dims)
        => new($"expected {expected} input (got {dims}D input)", "ValueError");

    internal static TorchArgumentException PaddingIdx() => new("Padding_idx must be within num_embeddings", "AssertionError");

    internal static TorchArgumentException LossWithoutTarget(string loss)
        => new($"{loss}.forward() missing 1 required positional argument: 'target'", "TypeError");

    internal static TorchException NoDrawLeft(int count)
        => new($"the recorded run drew {count} times and this one draws once more: it is not the same run");

    internal static TorchException DrawOfAnotherShape(int place, Shape recorded, Shape asked)
        => new($"draw {place} of the recorded run has shape {recorded} and this one asks for {asked}: it is not the same run");

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
