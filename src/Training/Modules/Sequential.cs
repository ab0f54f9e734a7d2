using System.Collections;

namespace TwinGrad;

/// <summary>Modules one after another, each on what the one before it gave: <c>torch.nn.Sequential</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// <code>
/// var model = new Sequential&lt;Tensor&gt;(new Linear&lt;Tensor&gt;(784, 128), new ReLU&lt;Tensor&gt;(), new Linear&lt;Tensor&gt;(128, 10));
/// </code>
/// Modules without names are named <c>0</c>, <c>1</c>, ... A module that is there twice has its parameters once. Of no modules it is the identity.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Sequential.html"/>.
/// </remarks>
public sealed class Sequential<T> : Module<T>, IReadOnlyList<Module<T>>
    where T : class, ITensor<T>
{
    private readonly List<Module<T>> _steps = [];

    /// <summary>Of no modules yet.</summary>
    public Sequential()
    {
    }

    /// <summary>Of modules that are named by their places.</summary>
    public Sequential(params Module<T>[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
            Append(module);
    }

    /// <summary>Of modules under names: <c>new(("hidden", first), ("output", second))</c>.</summary>
    /// <exception cref="TorchArgumentException">A name is empty, holds a dot or is there twice.</exception>
    public Sequential(params (string Name, Module<T> Module)[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var (name, module) in modules)
            _steps.Add(Register(name, module));
    }

    /// <summary>How many modules there are.</summary>
    public int Count => _steps.Count;

    /// <summary>The module at a place; a negative one counts from the last.</summary>
    /// <exception cref="TorchIndexException">There is no such place.</exception>
    public Module<T> this[int index] => -Count <= index && index < Count
        ? _steps[index < 0 ? index + Count : index]
        : throw Error.NoSuchStep(index);

    /// <summary>Puts a module behind the last, named by its place; returns this module.</summary>
    /// <exception cref="TorchArgumentException">The place is the name of a module, or this module is a part of that one.</exception>
    public Sequential<T> Append(Module<T> module)
    {
        _steps.Add(Register(FormattableString.Invariant($"{Count}"), module));
        return this;
    }

    /// <inheritdoc/>
    internal override bool KeepsNothing => _steps.TrueForAll(step => step.KeepsNothing);

    /// <inheritdoc/>
    public override T Forward(T input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var kept = true;
        foreach (var step in _steps)
        {
            var result = step.Forward(input);
            if (ReferenceEquals(result, input))
                continue;
            // The graph keeps what it needs of it; of the rest the memory serves the next module.
            if (!kept && step.KeepsNothing)
                T.Free(input);
            (input, kept) = (result, !step.KeepsNothing);
        }
        return input;
    }

    /// <inheritdoc/>
    public IEnumerator<Module<T>> GetEnumerator() => _steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
