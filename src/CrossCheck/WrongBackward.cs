using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad;

/// <summary>Which hand-written backward is to blame where both engines agree on a gradient that differences do not have.</summary>
internal static class WrongBackward
{
    // Both engines take the same steps, so that what is looked for is no rounding; differences of numbers near 1 have ten digits.
    private static readonly GradCheckOptions Options = new() { Atol = 1e-8, Rtol = 1e-6, CheckUndefinedGrad = false };

    /// <summary>Every custom function that is applied is checked by itself, where it was applied; the first that fails is named.</summary>
    /// <param name="function">The whole function, on the reference engine.</param>
    /// <param name="inputs">Its inputs.</param>
    internal static string? Find(Func<ReferenceTensor[], ReferenceTensor> function, IReadOnlyList<Input> inputs)
    {
        var applied = new List<(Function<ReferenceTensor> Function, ReferenceTensor[] Inputs)>();
        var listening = FunctionCall<ReferenceTensor>.Applied;
        FunctionCall<ReferenceTensor>.Applied = (custom, to) => applied.Add((custom, Array.ConvertAll(to, Leaf)));
        try
        {
            function([.. inputs.Select(input => input.Leaf<ReferenceTensor>(DType.Float64))]);
        }
        finally
        {
            FunctionCall<ReferenceTensor>.Applied = listening;
        }
        foreach (var (custom, to) in applied.Where(call => Array.Exists(call.Inputs, input => input.RequiresGrad)))
        {
            var report = GradCheck.RunAll(all => [.. custom.ApplyAll(all)], to, Options);
            if (!report.Agree)
                return $"the backward of {custom.Name} is wrong: it is not the derivative of its forward.\n{report.Problems[0]}";
        }
        return null;
    }

    private static ReferenceTensor Leaf(ReferenceTensor input) => input.Detach().Clone().RequiresGrad_(input.RequiresGrad);
}
