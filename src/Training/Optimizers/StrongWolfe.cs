namespace TwinGrad;

/// <summary>A place on the line that is searched.</summary>
/// <param name="Length">How far along the direction it lies.</param>
/// <param name="Loss">The function there.</param>
/// <param name="Gradient">Its gradient there.</param>
/// <param name="Slope">How the function changes along the direction there.</param>
internal readonly record struct LinePoint<T>(double Length, double Loss, T Gradient, double Slope);

/// <summary>
/// The search for a length of a step where the function has fallen enough (Armijo) and falls no longer steeply (the strong curvature
/// condition), as PyTorch's LBFGS has it.
/// </summary>
internal static class StrongWolfe
{
    private const double EnoughFall = 1e-4;
    private const double FlatEnough = 0.9;
    private const int MaxIterations = 25;

    /// <summary>The best place found, and how many were looked at.</summary>
    internal static (LinePoint<T> Best, int Evaluations) Search<T>(
        Func<double, LinePoint<T>> evaluate, LinePoint<T> start, double length, double directionSize, double toleranceChange)
    {
        var (point, previous, iteration) = (evaluate(length), start, 0);
        LinePoint<T>[]? bracket = null;
        while (iteration < MaxIterations && bracket is null)
        {
            if (TooHigh(point, start) || (iteration > 1 && point.Loss >= previous.Loss))
                bracket = [previous, point];
            else if (IsFlat(point, start))
                return (point, iteration + 1);
            else if (point.Slope >= 0)
                bracket = [previous, point];
            else
            {
                var next = Interpolated(
                    previous, point, point.Length + 0.01 * (point.Length - previous.Length), point.Length * 10);
                (previous, point) = (point, evaluate(next));
                iteration++;
            }
        }
        return Zoom(evaluate, start, bracket ?? [start, point], iteration, directionSize, toleranceChange);
    }

    /// <summary>Narrows a bracket around a place where the conditions hold.</summary>
    private static (LinePoint<T> Best, int Evaluations) Zoom<T>(
        Func<double, LinePoint<T>> evaluate, LinePoint<T> start, LinePoint<T>[] bracket, int iteration, double directionSize, double toleranceChange)
    {
        var insufficient = false;
        var (low, high) = Ordered(bracket);
        while (iteration < MaxIterations && !(Math.Abs(bracket[1].Length - bracket[0].Length) * directionSize < toleranceChange))
        {
            var point = evaluate(Trial(bracket, ref insufficient));
            iteration++;
            if (TooHigh(point, start) || point.Loss >= bracket[low].Loss)
            {
                bracket[high] = point;
                (low, high) = Ordered(bracket);
                continue;
            }
            var done = IsFlat(point, start);
            if (!done && point.Slope * (bracket[high].Length - bracket[low].Length) >= 0)
                bracket[high] = bracket[low];
            bracket[low] = point;
            if (done)
                break;
        }
        return (bracket[low], iteration + 1);
    }

    /// <summary>Where to look next. Two times in a row too near to an end, or beyond it, becomes a tenth of the bracket away from it.</summary>
    private static double Trial<T>(LinePoint<T>[] bracket, ref bool insufficient)
    {
        var (least, most) = (Math.Min(bracket[0].Length, bracket[1].Length), Math.Max(bracket[0].Length, bracket[1].Length));
        var length = Interpolated(bracket[0], bracket[1], least, most);
        var margin = 0.1 * (most - least);
        if (!(Math.Min(most - length, length - least) < margin))
        {
            insufficient = false;
            return length;
        }
        if (!insufficient && length < most && length > least)
        {
            insufficient = true;
            return length;
        }
        insufficient = false;
        return Math.Abs(length - most) < Math.Abs(length - least) ? most - margin : least + margin;
    }

    /// <summary>Where the cubic through two places, with the slopes there, is least; the middle if it has no minimum.</summary>
    private static double Interpolated<T>(LinePoint<T> a, LinePoint<T> b, double least, double most)
    {
        var d1 = a.Slope + b.Slope - 3 * (a.Loss - b.Loss) / (a.Length - b.Length);
        var square = d1 * d1 - a.Slope * b.Slope;
        if (!(square >= 0))
            return (least + most) / 2;
        var d2 = Math.Sqrt(square);
        var place = a.Length <= b.Length
            ? b.Length - (b.Length - a.Length) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + 2 * d2))
            : a.Length - (a.Length - b.Length) * ((a.Slope + d2 - d1) / (a.Slope - b.Slope + 2 * d2));
        return Math.Min(Math.Max(place, least), most);
    }

    private static bool TooHigh<T>(LinePoint<T> point, LinePoint<T> start)
        => point.Loss > start.Loss + EnoughFall * point.Length * start.Slope;

    private static bool IsFlat<T>(LinePoint<T> point, LinePoint<T> start) => Math.Abs(point.Slope) <= -FlatEnough * start.Slope;

    private static (int Low, int High) Ordered<T>(LinePoint<T>[] bracket) => bracket[0].Loss <= bracket[1].Loss ? (0, 1) : (1, 0);
}
