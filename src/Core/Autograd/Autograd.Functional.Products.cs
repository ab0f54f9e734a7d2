namespace TwinGrad;

public static partial class Autograd
{
    /// <summary>func(input) and v^T J, the gradient of sum(v * func): <c>torch.autograd.functional.vjp</c>.</summary>
    /// <param name="func">The function. What it computes of other tensors than the one it is called with is constant.</param>
    /// <param name="input">Where to differentiate.</param>
    /// <param name="v">What the Jacobian is multiplied with from the left, of the output's shape; may be left out where that has one element.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, instead of giving zeros for it.</param>
    /// <returns>The output, and the product, which is of the input's shape. Neither has a graph unless it was asked for.</returns>
    /// <remarks>
    /// One backward pass. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.vjp.html"/>.
    /// </remarks>
    /// <exception cref="TorchException">Strict, and an output was not computed of an input.</exception>
    /// <exception cref="TorchArgumentException">v is of another shape, an input of no floating-point dtype, or the function returned null.</exception>
    public static (T Output, T Vjp) Vjp<T>(Func<T, T> func, T input, T? v = default, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
    {
        var (outputs, products) = Transforms<T>.Vjp(Mapping<T>.Of("vjp", func), [input], ListOf(v), new(createGraph, strict));
        return (outputs[0], products[0]);
    }

    /// <summary>func(inputs) and v^T J[j] for each input, the gradients of sum(v * func).</summary>
    /// <param name="func">The function. What it computes of other tensors than those it is called with is constant.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="v">What the Jacobians are multiplied with from the left, of the output's shape; may be left out where that has one element.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, instead of giving zeros for it.</param>
    /// <returns>The output, and a product an input, of its shape. None has a graph unless it was asked for.</returns>
    /// <inheritdoc cref="Vjp{T}(Func{T, T}, T, T, bool, bool)"/>
    public static (T Output, T[] Vjp) Vjp<T>(
        Func<T[], T> func, IReadOnlyList<T> inputs, T? v = default, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
    {
        var (outputs, products) = Transforms<T>.Vjp(Mapping<T>.Of("vjp", func), inputs, ListOf(v), new(createGraph, strict));
        return (outputs[0], products);
    }

    /// <summary>func(input) and the sum of v[i]^T J[i] over the outputs, the gradient of all sum(v[i] * func[i]).</summary>
    /// <param name="func">The function. What it computes of other tensors than the one it is called with is constant.</param>
    /// <param name="input">Where to differentiate.</param>
    /// <param name="v">What the Jacobians are multiplied with from the left, one an output and of its shape.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, instead of giving zeros for it.</param>
    /// <returns>The outputs, and the product, which is of the input's shape. None has a graph unless it was asked for.</returns>
    /// <inheritdoc cref="Vjp{T}(Func{T, T}, T, T, bool, bool)"/>
    public static (T[] Outputs, T Vjp) Vjp<T>(
        Func<T, T[]> func, T input, IReadOnlyList<T>? v = null, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
    {
        var (outputs, products) = Transforms<T>.Vjp(Mapping<T>.Of("vjp", func), [input], v, new(createGraph, strict));
        return (outputs, products[0]);
    }

    /// <summary>func(inputs) and, for each input, the sum of v[i]^T J[i][j] over the outputs.</summary>
    /// <param name="func">The function. What it computes of other tensors than those it is called with is constant.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="v">What the Jacobians are multiplied with from the left, one an output and of its shape.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, instead of giving zeros for it.</param>
    /// <returns>The outputs, and a product an input, of its shape. None has a graph unless it was asked for.</returns>
    /// <inheritdoc cref="Vjp{T}(Func{T[], T}, IReadOnlyList{T}, T, bool, bool)"/>
    public static (T[] Outputs, T[] Vjp) Vjp<T>(
        Func<T[], T[]> func, IReadOnlyList<T> inputs, IReadOnlyList<T>? v = null, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Vjp(Mapping<T>.Of("vjp", func), inputs, v, new(createGraph, strict));

    /// <summary>func(input) and J v, the derivative of func along v: <c>torch.autograd.functional.jvp</c>.</summary>
    /// <param name="func">The function. What it computes of other tensors than the one it is called with is constant.</param>
    /// <param name="input">Where to differentiate.</param>
    /// <param name="v">What the Jacobian is multiplied with from the right, of the input's shape; may be left out where that has one element.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, instead of giving zeros for it.</param>
    /// <returns>The output, and the product, which is of the output's shape. Neither has a graph unless it was asked for.</returns>
    /// <remarks>
    /// By the double-backward trick, as PyTorch: w^T J is linear in w, and its derivative by w is J. So the function must be twice differentiable
    /// by its rules. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.jvp.html"/>.
    /// </remarks>
    /// <exception cref="TorchException">Strict, and an output was not computed of an input.</exception>
    /// <exception cref="TorchArgumentException">v is of another shape, an input of no floating-point dtype, or the function returned null.</exception>
    public static (T Output, T Jvp) Jvp<T>(Func<T, T> func, T input, T? v = default, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
    {
        var (outputs, products) = Transforms<T>.Jvp(Mapping<T>.Of("jvp", func), [input], ListOf(v), new(createGraph, strict));
        return (outputs[0], products[0]);
    }

    /// <summary>func(inputs) and the sum of J[j] v[j] over the inputs, the derivative of func along v.</summary>
    /// <param name="func">The function. What it computes of other tensors than those it is called with is constant.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="v">What the Jacobians are multiplied with from the right, one an input and of its shape.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, instead of giving zeros for it.</param>
    /// <inheritdoc cref="Jvp{T}(Func{T, T}, T, T, bool, bool)"/>
    public static (T Output, T Jvp) Jvp<T>(
        Func<T[], T> func, IReadOnlyList<T> inputs, IReadOnlyList<T>? v = null, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
    {
        var (outputs, products) = Transforms<T>.Jvp(Mapping<T>.Of("jvp", func), inputs, v, new(createGraph, strict));
        return (outputs[0], products[0]);
    }

    /// <summary>func(input) and J[i] v for each output.</summary>
    /// <returns>The outputs, and a product an output, of its shape. None has a graph unless it was asked for.</returns>
    /// <inheritdoc cref="Jvp{T}(Func{T, T}, T, T, bool, bool)"/>
    public static (T[] Outputs, T[] Jvp) Jvp<T>(Func<T, T[]> func, T input, T? v = default, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Jvp(Mapping<T>.Of("jvp", func), [input], ListOf(v), new(createGraph, strict));

    /// <summary>func(inputs) and, for each output, the sum of J[i][j] v[j] over the inputs.</summary>
    /// <returns>The outputs, and a product an output, of its shape. None has a graph unless it was asked for.</returns>
    /// <inheritdoc cref="Jvp{T}(Func{T[], T}, IReadOnlyList{T}, IReadOnlyList{T}, bool, bool)"/>
    public static (T[] Outputs, T[] Jvp) Jvp<T>(
        Func<T[], T[]> func, IReadOnlyList<T> inputs, IReadOnlyList<T>? v = null, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Jvp(Mapping<T>.Of("jvp", func), inputs, v, new(createGraph, strict));

    /// <summary>func(input) and v^T H, the gradient of v times the gradient: <c>torch.autograd.functional.vhp</c>.</summary>
    /// <param name="func">A function to one element.</param>
    /// <param name="input">Where to differentiate.</param>
    /// <param name="v">What the Hessian is multiplied with from the left, of the input's shape; may be left out where that has one element.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, or whose gradient does not, instead of giving zeros.</param>
    /// <returns>The output, and the product, which is of the input's shape. Neither has a graph unless it was asked for.</returns>
    /// <remarks>
    /// Two backward passes, whatever the size. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.vhp.html"/>.
    /// </remarks>
    /// <exception cref="TorchException">The function returned several elements; or strict, and the output or its gradient was not computed of an input.</exception>
    /// <exception cref="TorchArgumentException">v is of another shape, an input of no floating-point dtype, or the function returned null.</exception>
    public static (T Output, T Vhp) Vhp<T>(Func<T, T> func, T input, T? v = default, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
    {
        var (output, products) = Transforms<T>.Vhp(Mapping<T>.Of("vhp", func), [input], ListOf(v), new(createGraph, strict));
        return (output, products[0]);
    }

    /// <summary>func(inputs) and, for each input, the sum of v[i]^T H[i][j].</summary>
    /// <param name="func">A function to one element.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="v">What the Hessian is multiplied with from the left, one an input and of its shape.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, or whose gradient does not, instead of giving zeros.</param>
    /// <returns>The output, and a product an input, of its shape. None has a graph unless it was asked for.</returns>
    /// <inheritdoc cref="Vhp{T}(Func{T, T}, T, T, bool, bool)"/>
    public static (T Output, T[] Vhp) Vhp<T>(
        Func<T[], T> func, IReadOnlyList<T> inputs, IReadOnlyList<T>? v = null, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Vhp(Mapping<T>.Of("vhp", func), inputs, v, new(createGraph, strict));

    /// <summary>func(input) and H v, the derivative of the gradient along v: <c>torch.autograd.functional.hvp</c>.</summary>
    /// <param name="func">A function to one element.</param>
    /// <param name="input">Where to differentiate.</param>
    /// <param name="v">What the Hessian is multiplied with from the right, of the input's shape; may be left out where that has one element.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, or whose gradient does not, instead of giving zeros.</param>
    /// <remarks>
    /// Three backward passes, by the double-backward trick. A Hessian that is symmetric, as those of smooth functions are, makes
    /// <see cref="Vhp{T}(Func{T, T}, T, T, bool, bool)"/> the same by two of them.
    /// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.hvp.html"/>.
    /// </remarks>
    /// <inheritdoc cref="Vhp{T}(Func{T, T}, T, T, bool, bool)"/>
    public static (T Output, T Hvp) Hvp<T>(Func<T, T> func, T input, T? v = default, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
    {
        var (output, products) = Transforms<T>.Hvp(Mapping<T>.Of("hvp", func), [input], ListOf(v), new(createGraph, strict));
        return (output, products[0]);
    }

    /// <summary>func(inputs) and, for each input, the sum of H[i][j] v[j].</summary>
    /// <param name="func">A function to one element.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="v">What the Hessian is multiplied with from the right, one an input and of its shape.</param>
    /// <param name="createGraph">Record what is computed, for derivatives of higher order and for gradients that flow back to what was given.</param>
    /// <param name="strict">Refuse a function that does not depend on an input, or whose gradient does not, instead of giving zeros.</param>
    /// <remarks><inheritdoc cref="Hvp{T}(Func{T, T}, T, T, bool, bool)" path="/remarks/node()"/></remarks>
    /// <inheritdoc cref="Vhp{T}(Func{T[], T}, IReadOnlyList{T}, IReadOnlyList{T}, bool, bool)"/>
    public static (T Output, T[] Hvp) Hvp<T>(
        Func<T[], T> func, IReadOnlyList<T> inputs, IReadOnlyList<T>? v = null, bool createGraph = false, bool strict = false)
        where T : ITensor<T>
        => Transforms<T>.Hvp(Mapping<T>.Of("hvp", func), inputs, v, new(createGraph, strict));

    private static T[]? ListOf<T>(T? v)
        where T : ITensor<T>
        => v is null ? null : [v];
}
