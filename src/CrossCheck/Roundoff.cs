namespace TwinGrad;

/// <summary>
/// How large the rounding is that a function's value and derivatives consist of: how far they move where every input, every result on the way
/// and every number that a backward pass starts from is a few roundings off.
/// </summary>
/// <remarks>
/// Where terms cancel each other, what is left of them moves as far as it is; a gradient that is known to all its digits hardly moves, however
/// large the numbers beside it are. This is Monte Carlo arithmetic: Parker, Pierce and Eggert, Computing in Science and Engineering 2 (4), 2000.
/// </remarks>
internal sealed class Roundoff
{
    private const int Runs = 8;
    private const int Steps = 2;

    private readonly Lazy<IReadOnlyList<(Derivatives Exact, Derivatives Moved, DType DType)>> _runs;

    /// <param name="function">The function.</param>
    /// <param name="at">Its inputs.</param>
    /// <param name="answers">What both engines say at the inputs themselves, in each dtype.</param>
    internal Roundoff(CheckedFunction function, Input[] at, params (Derivatives? Torch, Derivatives? Reference, DType DType)[] answers)
        => _runs = new(() => [.. answers.SelectMany(answer => Moved(function.OnTorch, at, answer.Torch, answer.DType)
            .Concat(Moved(function.OnReference, at, answer.Reference, answer.DType)))]);

    /// <summary>The size of a number whose last digit is as large as the furthest that an element moved.</summary>
    /// <param name="of">Which of the numbers.</param>
    internal double Of(Func<Derivatives, double[]> of) => _runs.Value.Select(run => Furthest(of(run.Exact), of(run.Moved)) / Ulp.Step(1, run.DType)).Append(0).Max();

    private static IEnumerable<(Derivatives, Derivatives, DType)> Moved<T>(Func<T[], T> function, Input[] at, Derivatives? exact, DType dtype)
        where T : class, ITensor<T>
    {
        if (exact is null)
            yield break;
        var orders = exact.Second.Length > 0 ? 2 : exact.First.Length > 0 ? 1 : 0;
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            double Rounding(double value) => value * (1 + Steps * Ulp.Step(1, dtype) * (2 * random.NextDouble() - 1));
            Input[] beside = [.. at.Select(input => input.DType is null ? input with { Values = Array.ConvertAll(input.Values, Rounding) } : input)];
            Derivatives moved;
            try
            {
                moved = Derivatives.Of(function, beside, dtype, orders: orders, rounding: Rounding).PerUnit;
            }
            catch (Exception refusal) when (refusal is ITorchException)
            {
                // A domain that ends beside the input: the other runs tell.
                continue;
            }
            yield return (exact, moved, dtype);
        }
    }

    private static double Furthest(double[] exact, double[] moved)
        => exact.Length != moved.Length ? double.PositiveInfinity : exact.Zip(moved, (one, other) => Ulp.Distance(one, other, unit: 1)).Append(0).Max();
}
