using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>All that an optimizer needs to go on where it was: <c>state_dict()</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="Name">The optimizer's name in PyTorch: <c>AdamW</c>.</param>
/// <param name="Options">
/// <c>{"param_groups": [{"lr": 0.001, ..., "params": [0, 1]}], "state": {"0": {"step": 5, "tensors": ["exp_avg", ...]}}}</c>, under PyTorch's names.
/// Numbers keep every bit when written as JSON and read again; those that JSON has no number for are the texts NaN, Infinity and -Infinity.
/// </param>
/// <param name="Tensors">The parameter's number in the order of the groups, a dot, and PyTorch's name: <c>0.exp_avg</c>.</param>
public sealed record OptimizerState<T>(string Name, JsonObject Options, IReadOnlyDictionary<string, T> Tensors)
    where T : class, ITensor<T>;
