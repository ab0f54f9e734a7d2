namespace TwinGrad;

/// <summary>A function with parameters: <c>torch.nn.Module</c>, on either engine.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// Parameters and modules inside are registered under a name, in the order in which they are listed and saved.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html"/>.
/// </remarks>
public abstract class Module<T>
    where T : class, ITensor<T>
{
    private readonly OrderedDictionary<string, T> _parameters = [];
    private readonly OrderedDictionary<string, Module<T>> _modules = [];

    /// <summary>What the module computes of its input.</summary>
    public abstract T Forward(T input);

    /// <summary>Every parameter, those of modules inside too, under its path: <c>0.weight</c>.</summary>
    public IEnumerable<KeyValuePair<string, T>> NamedParameters()
        => _parameters.Concat(_modules.SelectMany(
            module => module.Value.NamedParameters(),
            (module, parameter) => KeyValuePair.Create($"{module.Key}.{parameter.Key}", parameter.Value)));

    /// <summary>Every parameter, those of modules inside too: what an optimizer takes.</summary>
    public IReadOnlyList<T> Parameters() => [.. NamedParameters().Select(parameter => parameter.Value)];

    /// <summary>Forgets the parameters' gradients.</summary>
    public void ZeroGrad()
    {
        foreach (var (_, parameter) in NamedParameters())
            parameter.Grad = null;
    }

    /// <summary>The parameters by path, outside of the graph: <c>state_dict()</c>. Memory is shared.</summary>
    public IReadOnlyDictionary<string, T> StateDict()
    {
        var state = new OrderedDictionary<string, T>();
        foreach (var (path, parameter) in NamedParameters())
            state.Add(path, T.Detach(parameter));
        return state;
    }

    /// <summary>Copies values into the parameters: all of them, or, where something does not fit, none.</summary>
    /// <param name="state">Values by path. Shapes must be the same: nothing is broadcast. Dtypes are converted.</param>
    /// <param name="strict">Whether every parameter must be there and nothing else.</param>
    /// <exception cref="TorchArgumentException">Keys are missing or unexpected, or shapes differ; the message names each.</exception>
    public void LoadStateDict(IReadOnlyDictionary<string, T> state, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        var own = new OrderedDictionary<string, T>(NamedParameters());
        var problems = new List<string>();
        if (strict && own.Keys.Except(state.Keys).ToList() is { Count: > 0 } missing)
            problems.Add(Error.MissingKeys(missing));
        if (strict && state.Keys.Except(own.Keys).ToList() is { Count: > 0 } unexpected)
            problems.Add(Error.UnexpectedKeys(unexpected));
        foreach (var (path, parameter) in own)
        {
            if (!state.TryGetValue(path, out var value))
                continue;
            if (value is null)
                problems.Add(Error.NoTensorInState(path));
            else if (value.Shape != parameter.Shape)
                problems.Add(Error.SizeMismatch(path, value.Shape, parameter.Shape));
        }
        if (problems.Count > 0)
            throw Error.StateDict(Name, problems);
        using var mode = new GradMode<T>(enabled: false);
        // Detached first, so that a tensor that was disposed of is found before anything is written.
        var copies = own.Keys.Where(state.ContainsKey).Select(path => (Parameter: T.Detach(own[path]), Value: T.Detach(state[path]))).ToList();
        foreach (var (parameter, value) in copies)
            T.Copy_(parameter, value);
    }

    /// <summary>Makes a leaf a parameter of this module, one that requires grad, and returns it.</summary>
    /// <exception cref="TorchArgumentException">The name is empty, holds a dot or is taken; or the tensor is no floating-point leaf.</exception>
    protected T Register(string name, T parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        CheckName("parameter", name);
        if (!parameter.IsLeaf)
            throw Error.NonLeafParameter();
        parameter.RequiresGrad = true;
        _parameters.Add(name, parameter);
        return parameter;
    }

    /// <summary>Makes a module a part of this one, and returns it.</summary>
    /// <exception cref="TorchArgumentException">The name is empty, holds a dot or is taken.</exception>
    protected TModule Register<TModule>(string name, TModule module)
        where TModule : Module<T>
    {
        ArgumentNullException.ThrowIfNull(module);
        CheckName("module", name);
        _modules.Add(name, module);
        return module;
    }

    /// <summary>PyTorch's name of the class, without the mark of a generic type.</summary>
    private string Name => GetType().Name.Split('`')[0];

    private void CheckName(string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || name.Contains('.', StringComparison.Ordinal))
            throw Error.MemberName(kind, name);
        if (_parameters.ContainsKey(name) || _modules.ContainsKey(name))
            throw Error.MemberExists(name);
    }
}
