namespace TwinGrad;

/// <summary>One check of a function, from the first call to the report.</summary>
internal sealed partial class GradCheckRun<T>(GradCheckSubject<T> subject, GradCheckOptions options)
    where T : class, ITensor<T>
{
    private readonly List<JacobianCheck> _jacobians = [];
    private readonly List<GradCheckProblem> _problems = [];
    private readonly List<int> _constant = [];

    internal GradCheckReport Report()
    {
        using var recording = new Recording<T>();
        foreach (var place in options.Skip.Keys.Where(place => place < 0 || place >= subject.Inputs.Length))
            throw new ArgumentOutOfRangeException(nameof(options), place, $"there is no such input to skip: the function has {subject.Inputs.Length}");
        var notChecked = new Dictionary<int, string>();
        for (var place = 0; place < subject.Inputs.Length; place++)
        {
            if (!subject.Varied.Contains(place))
                notChecked[place] = "it does not require grad";
            else if (options.Skip.TryGetValue(place, out var reason))
                notChecked[place] = reason;
        }
        try
        {
            // Where values are drawn, there is nothing to compare.
            if (IsDeterministic())
                Check([.. subject.Varied.Where(place => !options.Skip.ContainsKey(place))]);
        }
        catch (GradCheckFailure failure)
        {
            _problems.Add(new(failure.Message, failure.Cure ?? Cure(failure.Message)));
        }
        return new(_jacobians, _problems, notChecked) { Constant = _constant };
    }

    private void Check(int[] compared)
    {
        var outputs = subject.Outputs();
        if (!Array.Exists(outputs, output => output.RequiresGrad))
        {
            CheckConstant(compared);
            return;
        }
        _constant.AddRange(outputs.Index().Where(output => !output.Item.RequiresGrad).Select(output => output.Index));
        if (options.FastMode)
            CompareFast(outputs, compared);
        else
            Compare(outputs, compared);
        CheckZeroGradients(subject.DifferentiableOutputs());
        if (options.CheckUndefinedGrad)
            CheckUndefinedGradients();
    }

    /// <summary>Every element of every Jacobian.</summary>
    private void Compare(T[] outputs, int[] compared)
    {
        var numerical = compared.ToDictionary(place => place, place => GradCheckJacobians.Numerical(subject, place, options.Eps));
        // The inputs were written in place since, which a graph that holds them would not allow.
        outputs = subject.Outputs();
        for (var output = 0; output < outputs.Length; output++)
        {
            if (!outputs[output].RequiresGrad)
                continue;
            var analytical = GradCheckJacobians.Analytical(subject, outputs[output], options);
            foreach (var place in compared)
            {
                var pair = new GradCheckCures.Compared(numerical[place][output], analytical[Array.IndexOf(subject.Varied, place)]);
                var (worst, agree) = Worst(pair);
                var check = new JacobianCheck(output, place, agree, worst);
                _jacobians.Add(check);
                if (!agree)
                    _problems.Add(new(GradCheckSentences.Mismatch(output, place, Text(pair.Numerical, place), Text(pair.Analytical, place)), Cure(pair, check), check));
            }
        }
    }

    /// <summary>Where the Jacobians are farthest beyond what is let pass.</summary>
    private (JacobianElement? Worst, bool Agree) Worst(GradCheckCures.Compared pair)
    {
        JacobianElement? worst = null;
        var (excess, agree) = (double.NegativeInfinity, true);
        for (var row = 0; row < pair.Numerical.GetLength(0); row++)
        {
            for (var column = 0; column < pair.Numerical.GetLength(1); column++)
            {
                var (numerical, analytical) = (pair.Numerical[row, column], pair.Analytical[row, column]);
                var here = Excess(analytical, numerical, options.Atol);
                agree &= here <= 0;
                if (here <= excess)
                    continue;
                (worst, excess) = (new(row, column, numerical, analytical), here);
            }
        }
        return (worst, agree);
    }

    /// <summary>How far two derivatives are apart beyond what is let pass; not above 0 where they agree, as PyTorch's allclose has it.</summary>
    private double Excess(double analytical, double numerical, double atol)
    {
        if (analytical == numerical)
            return -atol;
        var difference = Math.Abs(analytical - numerical);
        return double.IsFinite(difference) ? difference - (atol + options.Rtol * Math.Abs(numerical)) : double.PositiveInfinity;
    }

    private string Cure(GradCheckCures.Compared pair, JacobianCheck check) => GradCheckCures.Mismatch(
        pair, check.Worst!, subject.Inputs[check.Input].DType, () => SlopesBeside(check),
        (analytical, numerical) => Excess(analytical, numerical, options.Atol) <= 0);

    /// <summary>The slopes to the left and to the right of the worst place.</summary>
    private (double Left, double Right) SlopesBeside(JacobianCheck check)
    {
        var (row, column) = (check.Worst!.Row, check.Worst.Column);
        var step = new double[subject.Inputs[check.Input].Numel];
        var here = At(0);
        return ((here - At(-options.Eps)) / options.Eps, (At(options.Eps) - here) / options.Eps);

        double At(double distance)
        {
            step[row] = distance;
            return subject.ValuesAt(check.Input, step)[check.Output].Elements[column];
        }
    }

    /// <summary>A Jacobian as PyTorch prints it, in the dtype of the input.</summary>
    private string Text(double[,] jacobian, int place)
        => T.FromArray<double>(
            [.. jacobian.Cast<double>()], [jacobian.GetLength(0), jacobian.GetLength(1)], subject.Inputs[place].DType, Device.Cpu,
            requiresGrad: false).ToString()!;

    private static string Cure(string sentence)
        => sentence is GradCheckSentences.GradientSize or GradCheckSentences.GradientDType
            ? GradCheckCures.Gradient
            : GradCheckCures.ElsewhereNearby;
}
