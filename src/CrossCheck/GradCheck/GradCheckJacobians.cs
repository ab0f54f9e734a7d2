namespace TwinGrad;

/// <summary>The two Jacobians that are compared, with a row for each element of the input and a column for each element of the output.</summary>
internal static class GradCheckJacobians
{
    /// <summary>By central differences: one for each output.</summary>
    /// <exception cref="GradCheckFailure">The outputs have another shape or dtype nearby.</exception>
    internal static double[][,] Numerical<T>(GradCheckSubject<T> subject, int input, double eps)
        where T : class, ITensor<T>
    {
        var step = new double[subject.Inputs[input].Numel];
        var here = subject.Values();
        var jacobians = Array.ConvertAll(here, value => new double[step.Length, value.Elements.Length]);
        for (var row = 0; row < step.Length; row++)
        {
            var slopes = Slopes(subject, input, Unit(step, row, eps), eps, here);
            for (var output = 0; output < slopes.Length; output++)
                for (var column = 0; column < slopes[output].Length; column++)
                    jacobians[output][row, column] = slopes[output][column];
        }
        return jacobians;
    }

    /// <summary>The slopes of the outputs along a step: (f(x + step) - f(x - step)) / 2 eps.</summary>
    /// <exception cref="GradCheckFailure">The outputs have another count, shape or dtype nearby.</exception>
    internal static double[][] Slopes<T>(
        GradCheckSubject<T> subject, int input, double[] step, double eps, GradCheckSubject<T>.Value[] here)
        where T : class, ITensor<T>
    {
        var below = subject.ValuesAt(input, Array.ConvertAll(step, distance => -distance));
        var above = subject.ValuesAt(input, step);
        Compare(below, above, eps);
        Compare(here, above, eps);
        return [.. below.Zip(above, (low, high) => Array.ConvertAll(Differences(low, high), difference => difference / (2 * eps)))];

        static double[] Differences(GradCheckSubject<T>.Value low, GradCheckSubject<T>.Value high)
            => [.. high.Elements.Zip(low.Elements, (up, down) => up - down)];
    }

    /// <summary>Only what has the same form at two points has a slope between them.</summary>
    private static void Compare<T>(GradCheckSubject<T>.Value[] one, GradCheckSubject<T>.Value[] other, double eps)
        where T : class, ITensor<T>
    {
        if (one.Length != other.Length)
            throw new GradCheckFailure(GradCheckSentences.OtherCountNearby(eps, one.Length, other.Length));
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].Shape != other[i].Shape)
                throw new GradCheckFailure(GradCheckSentences.OtherShapeNearby(eps, one[i].Shape, other[i].Shape));
            if (one[i].DType != other[i].DType)
                throw new GradCheckFailure(GradCheckSentences.OtherDTypeNearby(eps, one[i].DType, other[i].DType));
        }
    }

    /// <summary>By a backward pass for each element of an output: one for each varied input.</summary>
    /// <exception cref="GradCheckFailure">A gradient has not its input's shape or dtype, or is another when asked for again.</exception>
    internal static double[][,] Analytical<T>(GradCheckSubject<T> subject, T output, GradCheckOptions options)
        where T : class, ITensor<T>
    {
        var jacobians = Array.ConvertAll(subject.Varied, place => new double[subject.Inputs[place].Numel, output.Numel]);
        var cotangent = new double[output.Numel];
        for (var column = 0; column < cotangent.Length; column++)
        {
            var gradients = Gradients(subject, output, Unit(cotangent, column, 1), options);
            for (var i = 0; i < gradients.Length; i++)
                for (var row = 0; row < gradients[i].Length; row++)
                    jacobians[i][row, column] = gradients[i][row];
        }
        return jacobians;
    }

    /// <summary>The elements of v^T J for each varied input, asked for twice; zeros where there is none.</summary>
    internal static double[][] Gradients<T>(GradCheckSubject<T> subject, T output, double[] v, GradCheckOptions options)
        where T : class, ITensor<T>
    {
        var cotangent = GradCheckSubject<T>.Like(output, v);
        var first = Elements();
        var again = Elements();
        if (!first.Zip(again, (one, other) => one.Zip(other, (a, b) => Repeats(a, b, options.NondetTol)).All(same => same)).All(same => same))
            throw new GradCheckFailure(GradCheckSentences.BackwardNotReentrant(options.NondetTol), GradCheckCures.BackwardNotReentrant);
        return first;

        double[][] Elements() =>
        [
            .. subject.Gradients([output], [cotangent]).Zip(subject.Varied, (gradient, place) =>
            {
                var input = subject.Inputs[place];
                if (gradient is not null && gradient.Shape != input.Shape)
                    throw new GradCheckFailure(GradCheckSentences.GradientSize);
                if (gradient is not null && options.CheckGradDtypes && gradient.DType != input.DType)
                    throw new GradCheckFailure(GradCheckSentences.GradientDType);
                return gradient?.ToArray<double>() ?? new double[input.Numel];
            }),
        ];
    }

    /// <summary>Whether two numbers that should be the same are.</summary>
    internal static bool Repeats(double first, double again, double tolerance)
        => first.Equals(again) || Math.Abs(first - again) <= tolerance;

    /// <summary>Zeros with one number among them, in the given array.</summary>
    private static double[] Unit(double[] zeros, int place, double value)
    {
        Array.Clear(zeros);
        zeros[place] = value;
        return zeros;
    }
}

/// <summary>A check that can't go on, as there is nothing to compare.</summary>
internal sealed class GradCheckFailure(string sentence, string? cure = null) : Exception(sentence)
{
    internal string? Cure => cure;
}
