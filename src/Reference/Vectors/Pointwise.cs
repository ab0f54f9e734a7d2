using System.Numerics;

namespace TwinGrad.Reference;

/// <summary>Applies a function to runs of elements, a vector at a time; to a single element by the plain rule.</summary>
internal static class Pointwise
{
    // From so many elements on the order of a sum counts less than its time.
    private const int Many = 64;

    /// <summary>The result of each element.</summary>
    internal static void Map<TFunction>(TFunction function, ReadOnlySpan<double> x, Span<double> result)
        where TFunction : struct, IUnary
    {
        if (result.Length == 1)
        {
            result[0] = function.Of(x[0]);
            return;
        }
        var width = Vector<double>.Count;
        var whole = result.Length - result.Length % width;
        for (var i = 0; i < whole; i += width)
            function.Of(new Vector<double>(x[i..])).CopyTo(result[i..]);
        if (whole < result.Length)
            Store(function.Of(Rest(x, whole)), result[whole..]);
    }

    /// <summary>The result of each pair; an operand of a single element is repeated.</summary>
    internal static void Zip<TFunction>(TFunction function, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
        where TFunction : struct, IBinary
    {
        if (result.Length == 1)
        {
            result[0] = function.Of(x[0], y[0]);
            return;
        }
        var width = Vector<double>.Count;
        var whole = result.Length - result.Length % width;
        var (repeatX, repeatY) = (x.Length == 1, y.Length == 1);
        var left = repeatX ? new Vector<double>(x[0]) : default;
        var right = repeatY ? new Vector<double>(y[0]) : default;
        for (var i = 0; i < whole; i += width)
            function.Of(repeatX ? left : new(x[i..]), repeatY ? right : new(y[i..])).CopyTo(result[i..]);
        if (whole < result.Length)
            Store(function.Of(repeatX ? left : Rest(x, whole), repeatY ? right : Rest(y, whole)), result[whole..]);
    }

    /// <summary>The sum, of many elements by several partial sums.</summary>
    internal static double Sum(ReadOnlySpan<double> x)
    {
        var width = Vector<double>.Count;
        var (first, second, i) = (Vector<double>.Zero, Vector<double>.Zero, 0);
        for (; x.Length >= Many && i <= x.Length - 2 * width; i += 2 * width)
        {
            first += new Vector<double>(x[i..]);
            second += new Vector<double>(x[(i + width)..]);
        }
        var sum = Vector.Sum(first + second);
        for (; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    /// <summary>The elements that fill no vector, and zeros behind them.</summary>
    private static Vector<double> Rest(ReadOnlySpan<double> x, int start)
    {
        Span<double> rest = stackalloc double[Vector<double>.Count];
        rest.Clear();
        x[start..].CopyTo(rest);
        return new(rest);
    }

    private static void Store(Vector<double> values, Span<double> rest)
    {
        for (var i = 0; i < rest.Length; i++)
            rest[i] = values[i];
    }
}
