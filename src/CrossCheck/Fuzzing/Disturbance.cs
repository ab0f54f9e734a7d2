namespace TwinGrad;

/// <summary>Small random errors in what a program computes and in what flows back through it: what rounding might have made of it.</summary>
/// <remarks>
/// Every result that is computed is multiplied by 1 + r, element by element, and what flows back is with it; beside that each element is off by
/// so much of the largest number that went in or came out, as where large numbers cancel each other; or it is rounded to a multiple of that, so that
/// what is nearly equal, or nearly 0, becomes so. An operator that takes sides by what it
/// computes, as one that asks for the rank of a matrix, is wrong as if its arguments were: each element of them is changed, zeros too.
/// </remarks>
/// <param name="seed">From which the errors follow.</param>
/// <param name="arguments">Whether the arguments of every entry are changed, by so much of each element, leaves among them.</param>
/// <param name="scale">How large the errors are beside the rounding that a step is allowed.</param>
internal sealed class Disturbance(ulong seed, bool arguments, double scale = 1)
{
    private readonly FuzzRandom _random = new(seed, 0);

    /// <summary>Whether this run rounds to a grid.</summary>
    private readonly bool _rounds = seed % 2 == 1;

    /// <summary>The step with errors.</summary>
    internal T Apply<T>(ProgramStep step, T[] of)
        where T : class, ITensor<T>
    {
        if (step is EntryStep { Entry.IsDecidedByRounding: true })
            of = Array.ConvertAll(of, Shaken);
        else if (step is EntryStep && arguments)
            of = Array.ConvertAll(of, x => Scaled(x, EntryStep.UsualRounding));
        var y = step.Apply(of);
        if (step.Rounding == 0 || !IsComputed(y))
            return y;
        var largest = of.Append(y).Where(IsComputed).Max(Largest);
        var size = double.IsFinite(largest) ? scale * step.Rounding * largest : 0;
        return _rounds && size > 0 ? y + ToGrid(y, size) : Scaled(y, step.Rounding) + Random(y, size, around: 0);
    }

    /// <summary>What each element lacks to a multiple of a power of 2, which is that of other tensors of about the same size too.</summary>
    private static T ToGrid<T>(T y, double size)
        where T : class, ITensor<T>
    {
        var step = Math.Pow(2, Math.Ceiling(Math.Log2(size)));
        return TensorFactory<T>.Tensor<double>([.. y.ToArray<double>().Select(v => double.IsFinite(v) ? Math.Round(v / step) * step - v : 0)], y.Shape, y.DType);
    }

    /// <summary>x (1 + r), with an r for each element.</summary>
    private T Scaled<T>(T x, double size)
        where T : class, ITensor<T>
        => !IsComputed(x) ? x : x * Random(x, scale * size, around: 1);

    /// <summary>x + r m, with an r for each element and the largest element m, or 1 where all are 0.</summary>
    private T Shaken<T>(T x)
        where T : class, ITensor<T>
    {
        if (!IsComputed(x))
            return x;
        var largest = Largest(x);
        if (_rounds)
            return largest > 0 && double.IsFinite(largest) ? x + ToGrid(x, scale * EntryStep.UsualRounding * largest) : x;
        return x + Random(x, scale * EntryStep.UsualRounding * (largest > 0 && double.IsFinite(largest) ? largest : 1), around: 0);
    }

    private T Random<T>(T like, double size, double around)
        where T : class, ITensor<T>
        => TensorFactory<T>.Tensor<double>(
            [.. Enumerable.Range(0, (int)like.Numel).Select(_ => around + size * _random.Between(-1, 1))], like.Shape, like.DType);

    private static double Largest<T>(T x)
        where T : class, ITensor<T>
        => x.ToArray<double>().Max(Math.Abs);

    private static bool IsComputed<T>(T x)
        where T : class, ITensor<T>
        => x.DType.IsFloatingPoint && x.Numel > 0;
}
