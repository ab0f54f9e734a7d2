namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    /// <remarks>
    /// Results share the memory of what the forward gave, and nothing else of it: an input that was given back is one of its own. What looks at
    /// the memory of an input or of another result can't be written in place, as that would go past the function's backward.
    /// </remarks>
    static Tensor[] ITensor<Tensor>.RecordFunction(
        FunctionCall<Tensor> call, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> results, ReadOnlySpan<Tensor> saved)
    {
        var function = new FunctionNode(call, inputs);
        var recorded = new Tensor[results.Length];
        for (var i = 0; i < recorded.Length; i++)
        {
            recorded[i] = Detach(results[i]);
            if (Tracing.IsActive)
                AnomalyDetection.CheckResult(call.NodeName, recorded[i]);
            if (!call.Differentiable[i])
                continue;
            var given = results[i];
            if (given._view is { Root: var root })
                recorded[i].LookAsResult(given, results.IndexOf(root) is >= 0 and var made && made < i ? recorded[made] : root, results.Length > 1 ? i : null);
            else if (inputs.Contains(given))
                recorded[i].LookAsResult(given, given, results.Length > 1 ? i : null);
            recorded[i].SetGradFn(function.AddResult(i));
        }
        if (Tracing.IsActive)
            Tracing.Note<Tensor>(function, [.. recorded.Where((_, i) => call.Differentiable[i])]);
        var kept = saved.ToArray();
        for (var i = 0; i < kept.Length; i++)
            if (results.IndexOf(kept[i]) is >= 0 and var place && !inputs.Contains(kept[i]))
                kept[i] = recorded[place];
        function.Save(kept);
        return recorded;
    }
}
