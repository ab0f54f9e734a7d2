using System.Runtime.InteropServices;
using RawModule = TorchSharp.torch.nn.Module;
using RawTensor = TorchSharp.torch.Tensor;
using UnaryModule = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;

namespace TwinGrad;

/// <summary>A module of TorchSharp's as one of this library's: in a <see cref="Sequential{T}"/>, under an optimizer, saved and loaded.</summary>
/// <remarks>
/// <para>Parameters and buffers are TorchSharp's own, under their names: one memory, one gradient. The modules inside are there as modules inside.
/// TorchSharp's module stays the caller's to dispose of.</para>
/// <para><see cref="Module{T}.To(DType)"/> and <see cref="Module{T}.To(Device)"/> keep the tensors on both sides. TorchSharp's own <c>to</c> gives the
/// module other parameters, so that an optimizer would go on stepping the old ones: the next <see cref="Forward"/> refuses that.</para>
/// <para>TorchSharp finds libtorch once this library has loaded it: read <see cref="Torch.LibTorch"/> before the first of its modules is made.</para>
/// <para>Null, tensors and modules that were disposed of, and whatever libtorch refuses give the exceptions of this library. What can't be made safe
/// from outside: between TorchSharp's calls the collector may free a tensor that native code still reads, which ends the process in rare cases,
/// the more so while other threads allocate; and some of its native functions let exceptions out, which ends it too. A module that returns a
/// tensor which it keeps loses it: as TorchSharp's own <c>Sequential</c> does, this disposes of what a module returned once it is taken over.</para>
/// </remarks>
public sealed class TorchSharpModule : Module<Tensor>
{
    // How TorchSharp begins to say that a tensor was disposed of.
    private const string DisposedTensor = "Tensor invalid";

    private readonly RawModule _module;
    private readonly List<RawTensor> _parameters = [];
    private readonly List<RawTensor> _buffers = [];

    /// <summary>Around a module of TorchSharp's.</summary>
    /// <exception cref="TorchArgumentException">A field of the module holds a parameter or module that is not registered in it.</exception>
    /// <exception cref="TorchNotImplementedException">A parameter or buffer is of a dtype or on a device that this library has not.</exception>
    /// <exception cref="ObjectDisposedException">The module was disposed of.</exception>
    public TorchSharpModule(UnaryModule module)
        : this(module, new(ReferenceEqualityComparer.Instance))
    {
    }

    private TorchSharpModule(RawModule module, Dictionary<object, object> known)
    {
        ArgumentNullException.ThrowIfNull(module);
        _module = module;
        known.Add(module, this);
        Guarded(() =>
        {
            _ = module.training; // of a module that was disposed of TorchSharp refuses to say
            Unregistered.Refuse(module);
            foreach (var (name, parameter) in module.named_parameters(recurse: false))
                Take(name, parameter, known);
            var saved = module.state_dict();
            foreach (var (name, buffer) in module.named_buffers(recurse: false))
            {
                _buffers.Add(buffer);
                RegisterBufferPath(name, Shared(buffer, known), saved.ContainsKey(name));
            }
            foreach (var (name, child) in module.named_children())
                Register(name, known.TryGetValue(child, out var wrapped) ? (TorchSharpModule)wrapped : new(child, known));
            return this;
        });
    }

    /// <summary>Whether TorchSharp's module is in training.</summary>
    public override bool Training => Guarded(() => _module.training);

    private protected override string Name => _module.GetType().Name.Split('`')[0];

    /// <summary>What TorchSharp's module computes, as an operation of this graph.</summary>
    /// <exception cref="TorchException">libtorch refuses it: <see cref="ITorchException"/> tells more.</exception>
    /// <exception cref="TorchArgumentException">It is a module inside that takes other than one tensor, or gives other than one.</exception>
    /// <exception cref="TorchException">TorchSharp's <c>to</c> has put other parameters in the place of those that are known here.</exception>
    /// <exception cref="ObjectDisposedException">The input or a tensor of the module was disposed of.</exception>
    public override Tensor Forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (_module is not UnaryModule module)
            throw Error.NotUnary(Name);
        return Guarded(() =>
        {
            CheckState();
            using var given = input.Torch;
            using var result = module.call(given);
            return result is null ? throw Error.NoResult(Name) : Tensor.FromTorch(result);
        });
    }

    /// <inheritdoc/>
    public override Module<Tensor> Train(bool mode = true)
    {
        Guarded(() =>
        {
            _module.train(mode);
            return this;
        });
        return base.Train(mode);
    }

    /// <summary>Runs what is TorchSharp's, and turns what it throws for libtorch into this library's exceptions.</summary>
    private static TResult Guarded<TResult>(Func<TResult> call)
    {
        try
        {
            return call();
        }
        catch (ExternalException native)
        {
            throw NativeError.Of(native.Message);
        }
        catch (InvalidOperationException invalid) when (invalid.Message.StartsWith(DisposedTensor, StringComparison.Ordinal))
        {
            throw Error.Disposed();
        }
    }

    private void Take(string name, RawTensor parameter, Dictionary<object, object> known)
    {
        _parameters.Add(parameter);
        var tensor = Shared(parameter, known);
        // What is frozen stays so.
        var requiresGrad = tensor.RequiresGrad;
        RegisterPath(name, tensor).RequiresGrad = requiresGrad;
    }

    /// <summary>The same tensor; one that the module has twice is one here too.</summary>
    private static Tensor Shared(RawTensor tensor, Dictionary<object, object> known)
    {
        if (!known.TryGetValue(tensor, out var shared))
            known.Add(tensor, shared = Tensor.FromTorch(tensor));
        return (Tensor)shared;
    }

    /// <summary>Refuses what was disposed of, and what has other parameters than those that are known here.</summary>
    private void CheckState()
    {
        _ = _module.training; // of a module that was disposed of TorchSharp refuses to say
        var listed = _module.named_parameters(recurse: false).Select(parameter => parameter.parameter);
        if (listed.Except(_parameters, ReferenceEqualityComparer.Instance).Any())
            throw Error.OtherParameters(Name);
        if (_parameters.Concat(_buffers).Any(tensor => tensor.IsInvalid))
            throw Error.DisposedModule(Name);
        foreach (var child in Children.Values)
            ((TorchSharpModule)child).CheckState();
    }
}
