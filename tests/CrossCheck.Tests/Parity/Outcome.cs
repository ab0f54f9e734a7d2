namespace TwinGrad.Tests;

/// <summary>What a function gave, or how it refused.</summary>
internal sealed record Outcome(Derivatives? Result, string? Error)
{
    internal static Outcome Of<T>(Func<T[], T> function, IReadOnlyList<Input> inputs, params IReadOnlyList<DType> dtypes)
        where T : class, ITensor<T>
    {
        try
        {
            var tensors = inputs.Select((input, i) => TensorFactory<T>.Tensor<double>(input.Values, input.Shape, dtypes[i % dtypes.Count])).ToArray();
            var y = function(tensors);
            return new(new(y.Shape, y.DType, y.ToArray<double>(), [], []), null);
        }
        catch (Exception refusal) when (refusal is ITorchException or ArgumentException)
        {
            return new(null, $"{refusal.GetType().Name}: {refusal.Message}");
        }
    }

    public override string ToString() => Error ?? $"{Result!.DType} {Result.Shape}: [{string.Join(", ", Result.Value.Take(6))}{(Result.Value.Length > 6 ? ", ..." : "")}]";
}
