namespace TwinGrad;

public abstract partial class Module<T>
{
    /// <summary>The parameters and persistent buffers by path, outside of the graph: <c>state_dict()</c>. Memory is shared.</summary>
    /// <remarks>Of each module its parameters, then its buffers, then the modules inside.</remarks>
    public IReadOnlyDictionary<string, T> StateDict()
    {
        var state = new OrderedDictionary<string, T>();
        foreach (var (path, tensor) in State())
            state.Add(path, T.Detach(tensor));
        return state;
    }

    /// <summary>Copies values into the parameters and persistent buffers: all of them, or, where something does not fit, none.</summary>
    /// <param name="state">Values by path. Shapes must be the same: nothing is broadcast. Dtypes are converted.</param>
    /// <param name="strict">Whether every parameter and persistent buffer must be there and nothing else.</param>
    /// <exception cref="TorchArgumentException">Keys are missing or unexpected, or shapes differ; the message names each.</exception>
    public void LoadStateDict(IReadOnlyDictionary<string, T> state, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        var own = new OrderedDictionary<string, T>(State());
        var problems = new List<string>();
        if (strict && own.Keys.Except(state.Keys).ToList() is { Count: > 0 } missing)
            problems.Add(Error.MissingKeys(missing));
        if (strict && state.Keys.Except(own.Keys).ToList() is { Count: > 0 } unexpected)
            problems.Add(Error.UnexpectedKeys(unexpected));
        foreach (var (path, tensor) in own)
        {
            if (!state.TryGetValue(path, out var value))
                continue;
            if (value is null)
                problems.Add(Error.NoTensorInState(path));
            else if (value.Shape != tensor.Shape)
                problems.Add(Error.SizeMismatch(path, value.Shape, tensor.Shape));
        }
        if (problems.Count > 0)
            throw Error.StateDict(Name, problems);
        using var mode = new GradMode<T>(enabled: false);
        // Detached first, so that a tensor that was disposed of is found before anything is written.
        var copies = own.Keys.Where(state.ContainsKey).Select(path => (Tensor: T.Detach(own[path]), Value: T.Detach(state[path]))).ToList();
        foreach (var (tensor, value) in copies)
            T.Copy_(tensor, value);
    }

    private IEnumerable<KeyValuePair<string, T>> State()
        => Paths("").SelectMany(
            module => module.Value.OwnState(), (module, member) => KeyValuePair.Create(Path(module.Key, member.Key), member.Value));

    private IEnumerable<KeyValuePair<string, T>> OwnState() => _parameters.Concat(_buffers.Where(buffer => !_unsaved.Contains(buffer.Key)));
}
