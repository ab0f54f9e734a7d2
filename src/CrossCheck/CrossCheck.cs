using TorchTensor = TwinGrad.Tensor;
using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad;

/// <summary>A second opinion on a gradient: one function, both engines, central differences, and the distances between them.</summary>
/// <remarks>
/// <code>
/// static T Loss&lt;T&gt;(T x) where T : ITensor&lt;T&gt; => x.Pow(2).Sin();
///
/// CrossCheck.Run(Loss, Loss, 3.0).ThrowIfDifferent();
/// </code>
/// The function is named twice because C# closes a generic method over one engine at a time.
/// </remarks>
public static class CrossCheck
{
    /// <summary>How many float32 steps of the largest element the float32 gradients may be apart: rounding grows with every operator.</summary>
    public const double UlpTolerance = 256;

    /// <summary>How far the float64 gradients may be apart, relative to the largest element. A wrong rule is found here.</summary>
    public const double Float64Tolerance = 1e-11;

    /// <summary>Checks a function of one tensor.</summary>
    /// <param name="torch">The function on libtorch.</param>
    /// <param name="reference">The same function on the reference engine.</param>
    /// <param name="x">Where to differentiate.</param>
    public static CrossCheckReport Run(
        Func<TorchTensor, TorchTensor> torch, Func<ReferenceTensor, ReferenceTensor> reference, CheckInput x)
        => RunAll(inputs => torch(inputs[0]), inputs => reference(inputs[0]), [x]);

    /// <summary>Checks a function of two tensors.</summary>
    public static CrossCheckReport Run(
        Func<TorchTensor, TorchTensor, TorchTensor> torch,
        Func<ReferenceTensor, ReferenceTensor, ReferenceTensor> reference,
        CheckInput x,
        CheckInput y)
        => RunAll(inputs => torch(inputs[0], inputs[1]), inputs => reference(inputs[0], inputs[1]), [x, y]);

    /// <summary>Checks a function of any number of tensors: the sum of its result is differentiated by each of them.</summary>
    /// <exception cref="TorchException">The result does not depend on any input.</exception>
    public static CrossCheckReport RunAll(
        Func<TorchTensor[], TorchTensor> torch,
        Func<ReferenceTensor[], ReferenceTensor> reference,
        IReadOnlyList<CheckInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var torch32 = Differentiate(torch, inputs, DType.Float32);
        var torch64 = Differentiate(torch, inputs, DType.Float64);
        var reference32 = Differentiate(reference, inputs, DType.Float32);
        var reference64 = Differentiate(reference, inputs, DType.Float64);
        return new(torch32.Value, reference32.Value, [.. inputs.Select((input, i) => new GradientCheck
        {
            Name = $"inputs[{i}]",
            UlpTolerance = UlpTolerance,
            Float64Tolerance = Float64Tolerance,
            ByLargestElement = true,
            Torch = torch32.Gradients[i],
            Torch64 = torch64.Gradients[i],
            Reference = reference32.Gradients[i],
            Reference64 = reference64.Gradients[i],
            Differences = Differences(reference, inputs, i),
        })]);
    }

    private static (double[] Value, double[][] Gradients) Differentiate<T>(Func<T[], T> f, IReadOnlyList<CheckInput> inputs, DType dtype)
        where T : ITensor<T>
    {
        var leaves = inputs.Select(input => input.Leaf<T>(dtype)).ToArray();
        var result = f(leaves);
        result.Sum().Backward();
        return (result.ToArray<double>(), [.. leaves.Select(leaf => leaf.Grad is { } grad ? grad.ToArray<double>() : new double[leaf.Numel])]);
    }

    private static double[] Differences(Func<ReferenceTensor[], ReferenceTensor> f, IReadOnlyList<CheckInput> inputs, int varied)
        => CentralDifferences.Gradient(
            values => f([.. inputs.Select((input, i) => i == varied
                ? input.Leaf<ReferenceTensor>(values, DType.Float64)
                : input.Leaf<ReferenceTensor>(DType.Float64))]).Sum().Item<double>(),
            [.. inputs[varied].Values]);
}
