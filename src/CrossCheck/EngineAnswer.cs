namespace TwinGrad;

/// <summary>What a function came to on one engine in one dtype: its derivatives as far as they go, and why they go no further.</summary>
/// <param name="Engine">What reports call the engine.</param>
/// <param name="Derivatives">The value and its derivatives; null where the call itself is refused.</param>
/// <param name="Refusal">What was thrown; null where nothing was.</param>
/// <param name="RefusedOrder">The order that was refused: 0 is the call itself.</param>
internal sealed record EngineAnswer(string Engine, Derivatives? Derivatives, Exception? Refusal, int RefusedOrder)
{
    /// <summary>The refusal as PyTorch would name it.</summary>
    internal string? Sentence => Refusal is null ? null : $"{(Refusal as ITorchException)?.PythonType ?? Refusal.GetType().Name}: {Refusal.Message}";

    /// <summary>Asks an engine for a function's derivatives. A refusal is its answer; what the function itself throws is the caller's.</summary>
    internal static EngineAnswer Of<T>(string engine, Func<T[], T> function, IReadOnlyList<Input> inputs, DType dtype, int orders)
        where T : class, ITensor<T>
    {
        Exception? refusal = null;
        for (var order = orders; order >= 0; order--)
        {
            try
            {
                var derivatives = Derivatives.Of(function, inputs, dtype, orders: order).PerUnit;
                return new(engine, derivatives, refusal, order + 1);
            }
            catch (Exception problem) when (problem is ITorchException)
            {
                refusal = problem;
            }
        }
        return new(engine, null, refusal, 0);
    }
}
