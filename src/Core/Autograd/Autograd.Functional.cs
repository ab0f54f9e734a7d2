namespace TwinGrad;

public static partial class Autograd
{
    /// <summary>d func / d input at the input, the gradient of a function to one element.</summary>
    /// <param name="func">A function to one element. What it computes of other tensors than the one it is called with is constant.</param>
    /// <param name="input">Where to differentiate.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on the input, instead of giving zeros for it.</param>
    /// <remarks>
    /// Any order comes by nesting, the inner ones recorded: <c>Autograd.Grad(x => Autograd.Grad(f, x, createGraph: true).Sum(), x)</c>.
    /// </remarks>
    /// <inheritdoc cref="Vjp{T}(Func{T, T}, T, T, bool, bool)" path="/exception"/>
    public static T Grad<T>(Func<T, T> func, T input, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Vjp(func, input, v: default, createGraph, strict).Vjp;

    /// <summary>d func / d inputs[j] for each input, the gradients of a function to one element.</summary>
    /// <param name="func">A function to one element. What it computes of other tensors than those it is called with is constant.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, instead of giving zeros for it.</param>
    /// <inheritdoc cref="Grad{T}(Func{T, T}, T, bool, bool)"/>
    public static T[] Grad<T>(Func<T[], T> func, IReadOnlyList<T> inputs, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Vjp(func, inputs, v: default, createGraph, strict).Vjp;

    /// <summary>J = d func / d input at the input, of the output's shape followed by the input's: <c>torch.autograd.functional.jacobian</c>.</summary>
    /// <param name="func">The function. What it computes of other tensors than the one it is called with is constant.</param>
    /// <param name="input">Where to differentiate.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, instead of giving zeros for it.</param>
    /// <remarks>
    /// <para>A function R^n -> R^m takes m backward passes. The function is called with a tensor of the same memory as the input, not with the
    /// input itself; nobody's <c>Grad</c> changes.</para>
    /// <para>Any order comes by nesting, the inner ones recorded:
    /// <c>Autograd.Jacobian(x => Autograd.Hessian(f, x, createGraph: true), x)</c> is the third derivative.</para>
    /// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.jacobian.html"/>.
    /// </remarks>
    /// <exception cref="TorchException">Strict, and an output was not computed of an input; or the output has no elements.</exception>
    /// <exception cref="TorchArgumentException">An input is of no floating-point dtype, or the function returned null.</exception>
    public static T Jacobian<T>(Func<T, T> func, T input, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Jacobian(Mapping<T>.Of("jacobian", func), [input], new(createGraph, strict))[0][0];

    /// <summary>J[j] = d func / d inputs[j], of the output's shape followed by that input's.</summary>
    /// <param name="func">The function. What it computes of other tensors than those it is called with is constant.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, instead of giving zeros for it.</param>
    /// <inheritdoc cref="Jacobian{T}(Func{T, T}, T, bool, bool)"/>
    public static T[] Jacobian<T>(Func<T[], T> func, IReadOnlyList<T> inputs, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Jacobian(Mapping<T>.Of("jacobian", func), inputs, new(createGraph, strict))[0];

    /// <summary>J[i] = d func[i] / d input, of that output's shape followed by the input's.</summary>
    /// <inheritdoc cref="Jacobian{T}(Func{T, T}, T, bool, bool)"/>
    public static T[] Jacobian<T>(Func<T, T[]> func, T input, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => [.. Transforms<T>.Jacobian(Mapping<T>.Of("jacobian", func), [input], new(createGraph, strict)).Select(row => row[0])];

    /// <summary>J[i][j] = d func[i] / d inputs[j], of that output's shape followed by that input's.</summary>
    /// <inheritdoc cref="Jacobian{T}(Func{T[], T}, IReadOnlyList{T}, bool, bool)"/>
    public static T[][] Jacobian<T>(Func<T[], T[]> func, IReadOnlyList<T> inputs, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Jacobian(Mapping<T>.Of("jacobian", func), inputs, new(createGraph, strict));

    /// <summary>H = d2 func / d input d input at the input, of the input's shape twice: <c>torch.autograd.functional.hessian</c>.</summary>
    /// <param name="func">A function to one element.</param>
    /// <param name="input">Where to differentiate.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, or whose gradient does not, instead of giving zeros.</param>
    /// <remarks>
    /// The Jacobian of the gradient: a function of n elements takes n backward passes.
    /// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.hessian.html"/>.
    /// </remarks>
    /// <exception cref="TorchException">The function returned several elements; or strict, and the output or its gradient was not computed of an input.</exception>
    /// <exception cref="TorchArgumentException">An input is of no floating-point dtype, or the function returned null.</exception>
    public static T Hessian<T>(Func<T, T> func, T input, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Hessian(Mapping<T>.Of("hessian", func), [input], new(createGraph, strict))[0][0];

    /// <summary>H[i][j] = d2 func / d inputs[i] d inputs[j], of the one input's shape followed by the other's.</summary>
    /// <param name="func">A function to one element.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, or whose gradient does not, instead of giving zeros.</param>
    /// <inheritdoc cref="Hessian{T}(Func{T, T}, T, bool, bool)"/>
    public static T[][] Hessian<T>(Func<T[], T> func, IReadOnlyList<T> inputs, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Hessian(Mapping<T>.Of("hessian", func), inputs, new(createGraph, strict));
}
