using System.Collections.ObjectModel;

namespace TwinGrad;

/// <summary>A function with parameters: <c>torch.nn.Module</c>, on either engine.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// Parameters, buffers and modules inside are registered under a name, in the order in which they are listed and saved. What is registered
/// under several names is listed once, under the first, and saved under each.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html"/>.
/// </remarks>
public abstract partial class Module<T>
    where T : class, ITensor<T>
{
    private readonly OrderedDictionary<string, T> _parameters = [];
    private readonly OrderedDictionary<string, T> _buffers = [];
    private readonly HashSet<string> _unsaved = [];
    private readonly OrderedDictionary<string, Module<T>> _modules = [];
    private bool _training = true;

    /// <summary>Whether the module is in training, as it is from the start: dropout draws and batch normalization measures only then.</summary>
    public virtual bool Training => _training;

    /// <summary>The modules registered in this one, by name; not those inside of them.</summary>
    public IReadOnlyDictionary<string, Module<T>> Children => new ReadOnlyDictionary<string, Module<T>>(_modules);

    /// <summary>What the module computes of its input.</summary>
    public abstract T Forward(T input);

    /// <summary>Whether it is known that the module keeps neither what it is given nor what it gives: that of a user's own may.</summary>
    internal virtual bool KeepsNothing => GetType().Assembly == typeof(Module<T>).Assembly;

    /// <summary>Every parameter, those of modules inside too, under its path: <c>0.weight</c>.</summary>
    public IEnumerable<KeyValuePair<string, T>> NamedParameters() => Members(module => module._parameters);

    /// <summary>Every buffer, those of modules inside too, under its path: <c>1.running_mean</c>.</summary>
    public IEnumerable<KeyValuePair<string, T>> NamedBuffers() => Members(module => module._buffers);

    /// <summary>This module under an empty path, and every module inside under its own: <c>0</c>, <c>0.conv</c>.</summary>
    public IEnumerable<KeyValuePair<string, Module<T>>> NamedModules()
        => Paths("").DistinctBy(module => module.Value, ReferenceEqualityComparer.Instance);

    /// <summary>Every parameter, those of modules inside too: what an optimizer takes.</summary>
    public IReadOnlyList<T> Parameters() => [.. NamedParameters().Select(parameter => parameter.Value)];

    /// <summary>Every buffer, those of modules inside too.</summary>
    public IReadOnlyList<T> Buffers() => [.. NamedBuffers().Select(buffer => buffer.Value)];

    /// <summary>Puts this module and those inside into training, or out of it; returns this module.</summary>
    public virtual Module<T> Train(bool mode = true)
    {
        _training = mode;
        foreach (var child in _modules.Values)
            child.Train(mode);
        return this;
    }

    /// <summary>Takes this module and those inside out of training: <c>Train(false)</c>.</summary>
    public Module<T> Eval() => Train(mode: false);

    /// <summary>Calls an action with each module inside, the innermost first, and at last with this one; returns this module.</summary>
    public Module<T> Apply(Action<Module<T>> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach (var child in _modules.Values)
            child.Apply(action);
        action(this);
        return this;
    }

    /// <summary>Forgets the parameters' gradients.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in Parameters())
            parameter.Grad = null;
    }

    /// <summary>Starts or stops the recording of operations on all parameters: what is frozen gets no gradient. Returns this module.</summary>
    public Module<T> RequiresGrad_(bool requiresGrad = true)
    {
        foreach (var parameter in Parameters())
            parameter.RequiresGrad = requiresGrad;
        return this;
    }

    /// <summary>Makes a leaf a parameter of this module, one that requires grad, and returns it.</summary>
    /// <exception cref="TorchArgumentException">The name is empty, holds a dot or is taken; or the tensor is no floating-point leaf.</exception>
    protected T Register(string name, T parameter)
    {
        CheckDots("parameter", name);
        return RegisterPath(name, parameter);
    }

    /// <summary>As <see cref="Register(string, T)"/>, of a parameter that lies in parts which are no modules here: its name may hold dots.</summary>
    private protected T RegisterPath(string name, T parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        CheckName("parameter", name);
        if (!parameter.IsLeaf)
            throw Error.NonLeafParameter();
        parameter.RequiresGrad = true;
        _parameters.Add(name, parameter);
        return parameter;
    }

    /// <summary>Makes a tensor that is no parameter a part of this module's state, one that moves with it, and returns it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="buffer">A leaf; it may be of any dtype.</param>
    /// <param name="persistent">Whether it is in <see cref="StateDict"/>.</param>
    /// <exception cref="TorchArgumentException">The name is empty, holds a dot or is taken; or the tensor is no leaf.</exception>
    protected T RegisterBuffer(string name, T buffer, bool persistent = true)
    {
        CheckDots("buffer", name);
        return RegisterBufferPath(name, buffer, persistent);
    }

    /// <summary>As <see cref="RegisterBuffer"/>, of a buffer whose name may hold dots.</summary>
    private protected T RegisterBufferPath(string name, T buffer, bool persistent)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        CheckName("buffer", name);
        if (!buffer.IsLeaf)
            throw Error.NonLeafBuffer(name);
        _buffers.Add(name, buffer);
        if (!persistent)
            _unsaved.Add(name);
        return buffer;
    }

    /// <summary>Makes a module a part of this one, and returns it.</summary>
    /// <exception cref="TorchArgumentException">The name is empty, holds a dot or is taken; or this module is a part of that one.</exception>
    protected TModule Register<TModule>(string name, TModule module)
        where TModule : Module<T>
    {
        ArgumentNullException.ThrowIfNull(module);
        CheckDots("module", name);
        CheckName("module", name);
        if (module.NamedModules().Any(part => part.Value == this))
            throw Error.ModuleInItself(name);
        _modules.Add(name, module);
        return module;
    }

    /// <summary>A tensor to start a parameter or buffer in.</summary>
    private protected static T Zeros(ReadOnlySpan<long> shape, DType? dtype, Device? device)
        => T.Full(shape, 0, dtype ?? DType.Float32, device ?? TensorFactory<T>.DefaultDevice, requiresGrad: false);

    private IEnumerable<KeyValuePair<string, T>> Members(Func<Module<T>, OrderedDictionary<string, T>> own)
        => NamedModules()
            .SelectMany(module => own(module.Value), (module, member) => KeyValuePair.Create(Path(module.Key, member.Key), member.Value))
            .DistinctBy(member => member.Value, ReferenceEqualityComparer.Instance);

    /// <summary>Every module as often as it is registered.</summary>
    private IEnumerable<KeyValuePair<string, Module<T>>> Paths(string path)
        => _modules.SelectMany(child => child.Value.Paths(Path(path, child.Key))).Prepend(KeyValuePair.Create(path, this));

    private static string Path(string module, string member) => module.Length == 0 ? member : $"{module}.{member}";

    private static void CheckDots(string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Contains('.', StringComparison.Ordinal))
            throw Error.MemberName(kind, name);
    }

    private void CheckName(string kind, string name)
    {
        if (name.Length == 0)
            throw Error.MemberName(kind, name);
        if (_parameters.ContainsKey(name) || _buffers.ContainsKey(name) || _modules.ContainsKey(name))
            throw Error.MemberExists(name);
    }
}
