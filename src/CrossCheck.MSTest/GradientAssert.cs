using System.Runtime.CompilerServices;
using ReferenceTensor = TwinGrad.Reference.Tensor;
using TorchTensor = TwinGrad.Tensor;

namespace TwinGrad;

/// <summary><see cref="CrossCheck"/> as an assertion of MSTest: <c>Assert.That.GradientsAgree(Loss, Loss, 3.0)</c>.</summary>
/// <remarks>It fails where <see cref="CrossCheckReport.ThrowIfDifferent"/> throws, with the same message.</remarks>
public static class GradientAssert
{
    /// <summary>Fails unless libtorch, the reference engine and central differences agree on a function of one tensor.</summary>
    /// <inheritdoc cref="CrossCheck.Run(Func{TorchTensor, TorchTensor}, Func{ReferenceTensor, ReferenceTensor}, CheckInput, CrossCheckOptions, string)"/>
    /// <exception cref="AssertFailedException">They do not; the message is the report.</exception>
    public static void GradientsAgree(
        this Assert assert,
        Func<TorchTensor, TorchTensor> torch,
        Func<ReferenceTensor, ReferenceTensor> reference,
        CheckInput x,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
        => FailUnlessAgreed(CrossCheck.Run(torch, reference, x, options, function));

    /// <summary>Fails unless libtorch, the reference engine and central differences agree on a function of two tensors.</summary>
    /// <inheritdoc cref="CrossCheck.Run(Func{TorchTensor, TorchTensor, TorchTensor}, Func{ReferenceTensor, ReferenceTensor, ReferenceTensor}, CheckInput, CheckInput, CrossCheckOptions, string)"/>
    /// <exception cref="AssertFailedException">They do not; the message is the report.</exception>
    public static void GradientsAgree(
        this Assert assert,
        Func<TorchTensor, TorchTensor, TorchTensor> torch,
        Func<ReferenceTensor, ReferenceTensor, ReferenceTensor> reference,
        CheckInput x,
        CheckInput y,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
        => FailUnlessAgreed(CrossCheck.Run(torch, reference, x, y, options, function));

    /// <summary>Fails unless libtorch, the reference engine and central differences agree on a function of three tensors.</summary>
    /// <inheritdoc cref="CrossCheck.Run(Func{TorchTensor, TorchTensor, TorchTensor, TorchTensor}, Func{ReferenceTensor, ReferenceTensor, ReferenceTensor, ReferenceTensor}, CheckInput, CheckInput, CheckInput, CrossCheckOptions, string)"/>
    /// <exception cref="AssertFailedException">They do not; the message is the report.</exception>
    public static void GradientsAgree(
        this Assert assert,
        Func<TorchTensor, TorchTensor, TorchTensor, TorchTensor> torch,
        Func<ReferenceTensor, ReferenceTensor, ReferenceTensor, ReferenceTensor> reference,
        CheckInput x,
        CheckInput y,
        CheckInput z,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
        => FailUnlessAgreed(CrossCheck.Run(torch, reference, x, y, z, options, function));

    /// <summary>Fails unless libtorch, the reference engine and central differences agree on a function of four tensors.</summary>
    /// <inheritdoc cref="CrossCheck.Run(Func{TorchTensor, TorchTensor, TorchTensor, TorchTensor, TorchTensor}, Func{ReferenceTensor, ReferenceTensor, ReferenceTensor, ReferenceTensor, ReferenceTensor}, CheckInput, CheckInput, CheckInput, CheckInput, CrossCheckOptions, string)"/>
    /// <exception cref="AssertFailedException">They do not; the message is the report.</exception>
    public static void GradientsAgree(
        this Assert assert,
        Func<TorchTensor, TorchTensor, TorchTensor, TorchTensor, TorchTensor> torch,
        Func<ReferenceTensor, ReferenceTensor, ReferenceTensor, ReferenceTensor, ReferenceTensor> reference,
        CheckInput x,
        CheckInput y,
        CheckInput z,
        CheckInput w,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
        => FailUnlessAgreed(CrossCheck.Run(torch, reference, x, y, z, w, options, function));

    /// <summary>Fails unless libtorch, the reference engine and central differences agree on a function of an array of tensors.</summary>
    /// <inheritdoc cref="CrossCheck.RunAll"/>
    /// <exception cref="AssertFailedException">They do not; the message is the report.</exception>
    public static void AllGradientsAgree(
        this Assert assert,
        Func<TorchTensor[], TorchTensor> torch,
        Func<ReferenceTensor[], ReferenceTensor> reference,
        IReadOnlyList<CheckInput> inputs,
        CrossCheckOptions? options = null,
        [CallerArgumentExpression(nameof(torch))] string function = "")
        => FailUnlessAgreed(CrossCheck.RunAll(torch, reference, inputs, options, function));

    private static void FailUnlessAgreed(CrossCheckReport report)
    {
        if (!report.Agree)
            throw new AssertFailedException(report.ToString());
    }
}
