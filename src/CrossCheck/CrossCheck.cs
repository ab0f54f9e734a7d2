using System.Runtime.CompilerServices;
using ReferenceTensor = TwinGrad.Reference.Tensor;
using TorchTensor = TwinGrad.Tensor;

namespace TwinGrad;

/// <summary>A second opinion on a gradient: one function, both engines, central differences, and the distances between them.</summary>
/// <remarks>
/// <code>
/// static T Loss&lt;T&gt;(T x) where T : ITensor&lt;T&gt; => x.Pow(2).Sin();
///
/// CrossCheck.Run(Loss, Loss, 3.0).ThrowIfDifferent();
/// </code>
/// <para>The function is named twice because C# closes a generic method over one engine at a time.</para>
/// <para>
/// A result of one number is differentiated itself; of several, the sum of each times a weight of its own, as the plain sum of a softmax, say,
/// has no slope. The second gradient is that of the sum of the squares of all gradients. Inputs are rounded to float32.
/// </para>
/// </remarks>
public static class CrossCheck
{
    /// <summary>Checks a function of one tensor.</summary>
    /// <param name="torch">The function on libtorch.</param>
    /// <param name="reference">The same function on the reference engine.</param>
    /// <param name="x">Where to differentiate.</param>
    /// <param name="options">What is compared and how strictly; null for <see cref="CrossCheckOptions"/>' defaults.</param>
    /// <param name="function">What the report calls the function; the compiler gives the first argument's text.</param>
    public static CrossCheckReport Run(
        Func<TorchTensor, TorchTensor> torch,
        Func<ReferenceTensor, ReferenceTensor> reference,
        CheckInput x,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
    {
        Refuse(torch, reference);
        return CrossCheckRun.Report(
            new(function, inputs => torch(inputs[0]), inputs => reference(inputs[0]), CheckedFunction.ParametersOf(torch, 1)), [x], options);
    }

    /// <summary>Checks a function of two tensors.</summary>
    /// <param name="torch">The function on libtorch.</param>
    /// <param name="reference">The same function on the reference engine.</param>
    /// <param name="x">Its first argument.</param>
    /// <param name="y">Its second argument.</param>
    /// <param name="options">What is compared and how strictly; null for <see cref="CrossCheckOptions"/>' defaults.</param>
    /// <param name="function">What the report calls the function; the compiler gives the first argument's text.</param>
    public static CrossCheckReport Run(
        Func<TorchTensor, TorchTensor, TorchTensor> torch,
        Func<ReferenceTensor, ReferenceTensor, ReferenceTensor> reference,
        CheckInput x,
        CheckInput y,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
    {
        Refuse(torch, reference);
        return CrossCheckRun.Report(
            new(
                function, inputs => torch(inputs[0], inputs[1]), inputs => reference(inputs[0], inputs[1]),
                CheckedFunction.ParametersOf(torch, 2)),
            [x, y],
            options);
    }

    /// <summary>Checks a function of three tensors.</summary>
    /// <param name="torch">The function on libtorch.</param>
    /// <param name="reference">The same function on the reference engine.</param>
    /// <param name="x">Its first argument.</param>
    /// <param name="y">Its second argument.</param>
    /// <param name="z">Its third argument.</param>
    /// <param name="options">What is compared and how strictly; null for <see cref="CrossCheckOptions"/>' defaults.</param>
    /// <param name="function">What the report calls the function; the compiler gives the first argument's text.</param>
    public static CrossCheckReport Run(
        Func<TorchTensor, TorchTensor, TorchTensor, TorchTensor> torch,
        Func<ReferenceTensor, ReferenceTensor, ReferenceTensor, ReferenceTensor> reference,
        CheckInput x,
        CheckInput y,
        CheckInput z,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
    {
        Refuse(torch, reference);
        return CrossCheckRun.Report(
            new(
                function, inputs => torch(inputs[0], inputs[1], inputs[2]), inputs => reference(inputs[0], inputs[1], inputs[2]),
                CheckedFunction.ParametersOf(torch, 3)),
            [x, y, z],
            options);
    }

    /// <summary>Checks a function of four tensors.</summary>
    /// <param name="torch">The function on libtorch.</param>
    /// <param name="reference">The same function on the reference engine.</param>
    /// <param name="x">Its first argument.</param>
    /// <param name="y">Its second argument.</param>
    /// <param name="z">Its third argument.</param>
    /// <param name="w">Its fourth argument.</param>
    /// <param name="options">What is compared and how strictly; null for <see cref="CrossCheckOptions"/>' defaults.</param>
    /// <param name="function">What the report calls the function; the compiler gives the first argument's text.</param>
    public static CrossCheckReport Run(
        Func<TorchTensor, TorchTensor, TorchTensor, TorchTensor, TorchTensor> torch,
        Func<ReferenceTensor, ReferenceTensor, ReferenceTensor, ReferenceTensor, ReferenceTensor> reference,
        CheckInput x,
        CheckInput y,
        CheckInput z,
        CheckInput w,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
    {
        Refuse(torch, reference);
        return CrossCheckRun.Report(
            new(
                function,
                inputs => torch(inputs[0], inputs[1], inputs[2], inputs[3]),
                inputs => reference(inputs[0], inputs[1], inputs[2], inputs[3]),
                CheckedFunction.ParametersOf(torch, 4)),
            [x, y, z, w],
            options);
    }

    /// <summary>Checks a function of an array of tensors.</summary>
    /// <param name="torch">The function on libtorch.</param>
    /// <param name="reference">The same function on the reference engine.</param>
    /// <param name="inputs">The tensors.</param>
    /// <param name="options">What is compared and how strictly; null for <see cref="CrossCheckOptions"/>' defaults.</param>
    /// <param name="function">What the report calls the function; the compiler gives the first argument's text.</param>
    public static CrossCheckReport RunAll(
        Func<TorchTensor[], TorchTensor> torch,
        Func<ReferenceTensor[], ReferenceTensor> reference,
        IReadOnlyList<CheckInput> inputs,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
    {
        Refuse(torch, reference);
        ArgumentNullException.ThrowIfNull(inputs);
        return CrossCheckRun.Report(new(function, torch, reference, CheckedFunction.ElementsOf(torch, inputs.Count)), inputs, options);
    }

    /// <summary>Refuses what is null.</summary>
    private static void Refuse(Delegate torch, Delegate reference)
    {
        ArgumentNullException.ThrowIfNull(torch);
        ArgumentNullException.ThrowIfNull(reference);
    }
}
