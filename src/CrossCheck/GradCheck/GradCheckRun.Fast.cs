namespace TwinGrad;

internal sealed partial class GradCheckRun<T>
{
    /// <summary>
    /// v^T J u for random u and v of length 1: numerically v times the slope along u, analytically u times the gradient for v.
    /// </summary>
    /// <remarks>
    /// As every element of J may be off by atol, the product may by atol times the sums of u and v. All their elements are positive, so that
    /// the sums are not small by chance. See <see href="https://github.com/pytorch/pytorch/issues/53876"/>.
    /// </remarks>
    private void CompareFast(T[] outputs, int[] compared)
    {
        var random = new Random(GradCheckSubject<T>.Seed);
        var u = compared.ToDictionary(place => place, place => Direction(random, subject.Inputs[place].Numel));
        var v = Array.ConvertAll(outputs, output => Direction(random, output.Numel));
        var here = subject.Values();
        var slopes = compared.ToDictionary(place => place, place => GradCheckJacobians.Slopes(
            subject, place, Array.ConvertAll(u[place], element => element * options.Eps), options.Eps, here));
        outputs = subject.Outputs();
        for (var output = 0; output < outputs.Length; output++)
        {
            if (!outputs[output].RequiresGrad)
                continue;
            var gradients = GradCheckJacobians.Gradients(subject, outputs[output], v[output], options);
            foreach (var place in compared)
            {
                var numerical = Dot(v[output], slopes[place][output]);
                var analytical = Dot(gradients[Array.IndexOf(subject.Varied, place)], u[place]);
                var atol = options.Atol * u[place].Sum() * v[output].Sum();
                if (Excess(analytical, numerical, atol) <= 0)
                    _jacobians.Add(new(output, place, Agree: true, Worst: null));
                else
                    ExplainFast(output, place, numerical, analytical);
            }
        }
    }

    /// <summary>Works the Jacobians out after all, to say where they differ.</summary>
    private void ExplainFast(int output, int place, double numerical, double analytical)
    {
        var slow = GradCheckJacobians.Numerical(subject, place, options.Eps)[output];
        var exact = GradCheckJacobians.Analytical(subject, subject.Outputs()[output], options)[Array.IndexOf(subject.Varied, place)];
        var pair = new GradCheckCures.Compared(slow, exact);
        var (worst, slowAgrees) = Worst(pair);
        var check = new JacobianCheck(output, place, Agree: false, worst);
        var largest = slow.Cast<double>().Zip(exact.Cast<double>(), (one, other) => Math.Abs(one - other)).Max();
        var sentence = GradCheckSentences.Mismatch(output, place, Text(numerical, place), Text(analytical, place))
            + GradCheckSentences.RecomputedSlowly(Text(slow, place), Text(exact, place), largest, slowAgrees);
        _jacobians.Add(check);
        _problems.Add(new(sentence, slowAgrees ? "Check with FastMode off." : Cure(pair, check), check));
    }

    /// <summary>A random vector of length 1 whose elements are positive.</summary>
    private static double[] Direction(Random random, long numel)
    {
        var vector = new double[numel];
        for (var i = 0; i < vector.Length; i++)
            vector[i] = random.NextDouble();
        var length = Math.Sqrt(Dot(vector, vector));
        return Array.ConvertAll(vector, element => element / length);
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (one, other) => one * other).Sum();

    private string Text(double number, int place)
        => T.Full([], number, subject.Inputs[place].DType, Device.Cpu, requiresGrad: false).ToString()!;
}
