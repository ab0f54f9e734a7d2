using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad;

/// <summary>One run of a function on both engines, in both dtypes, and by central differences.</summary>
internal sealed class CrossCheckRun
{
    // Second gradients are computed of first ones, so that rounding grows once more.
    private const int SecondUlps = 16;

    private readonly CheckedFunction _function;
    private readonly IReadOnlyList<CheckInput> _inputs;
    private readonly CrossCheckOptions _options;
    private readonly Input[] _at;
    private readonly EngineAnswer _torch32;
    private readonly EngineAnswer _torch64;
    private readonly EngineAnswer _reference32;
    private readonly EngineAnswer _reference64;
    private readonly Roundoff _roundoff;

    private CrossCheckRun(CheckedFunction function, IReadOnlyList<CheckInput> inputs, CrossCheckOptions options)
    {
        (_function, _inputs, _options) = (function, inputs, options);
        _at = [.. inputs.Select(input => input.Input)];
        _torch64 = EngineAnswer.Of("libtorch", function.OnTorch, _at, DType.Float64, options.Orders);
        _reference64 = EngineAnswer.Of("the reference", function.OnReference, _at, DType.Float64, options.Orders);
        _torch32 = options.Float32 ? EngineAnswer.Of("libtorch", function.OnTorch, _at, DType.Float32, options.Orders) : _torch64;
        _reference32 = options.Float32 ? EngineAnswer.Of("the reference", function.OnReference, _at, DType.Float32, options.Orders) : _reference64;
        (Derivatives?, Derivatives?, DType) float64 = (_torch64.Derivatives, _reference64.Derivatives, DType.Float64);
        _roundoff = new(function, _at, options.Float32 ? [float64, (_torch32.Derivatives, null, DType.Float32)] : [float64]);
    }

    internal static CrossCheckReport Report(CheckedFunction function, IReadOnlyList<CheckInput> inputs, CrossCheckOptions? options)
    {
        if (inputs.Any(input => input is null))
            throw new ArgumentNullException(nameof(inputs));
        if (!inputs.Any(input => input.IsDifferentiable))
            throw new ArgumentException("no input is of floating-point numbers, which alone can be differentiated by", nameof(inputs));
        return new CrossCheckRun(function, inputs, options ?? new()).Report();
    }

    private CrossCheckReport Report()
    {
        var refusals = Refusals.Of((_torch64, _reference64, DType.Float64), (_torch32, _reference32, DType.Float32));
        if (_torch64.Derivatives is not { } torch64 || _reference64.Derivatives is not { } reference64
            || _torch32.Derivatives is not { } torch32 || _reference32.Derivatives is not { } reference32)
        {
            return Empty(refusals.Findings.Count > 0 ? CrossCheckVerdict.Differ : CrossCheckVerdict.Refused, refusals.Findings, refusals.Notes);
        }

        if (Findings.OfResults((torch64, reference64, DType.Float64), (torch32, reference32, DType.Float32)) is { } mismatch)
            return Empty(CrossCheckVerdict.Differ, [mismatch], refusals.Notes);

        var (reach, size) = (Magnitude.Largest(_at.SelectMany(input => input.Values)), Magnitude.Largest(reference64.Value));
        var value = Check("value", reference64.Shape, _options.UlpTolerance, Math.Max(reach, size), answer => answer.Value);
        if (!value.Agree)
            return OfValue(value, refusals);
        var orders = Math.Min(Math.Min(_torch32.RefusedOrder, _torch64.RefusedOrder), Math.Min(_reference32.RefusedOrder, _reference64.RefusedOrder)) - 1;
        if (orders < 1)
        {
            var verdict = refusals.Findings.Count > 0 ? CrossCheckVerdict.Differ : CrossCheckVerdict.Refused;
            return Empty(verdict, refusals.Findings, refusals.Notes) with { Value = value };
        }
        if (Findings.OfGraphs((torch64, reference64, DType.Float64), (torch32, reference32, DType.Float32)) is { } cut)
            return Empty(CrossCheckVerdict.Differ, [cut, .. refusals.Findings], refusals.Notes) with { Value = value };
        if (Findings.NoGradient(reference64, _at) is { } reason)
            return Empty(CrossCheckVerdict.NoGradient, [], [.. refusals.Notes, reason]) with { Value = value };
        return OfGradients(value, Checks(orders, size, Magnitude.Largest(reference64.First.SelectMany(gradient => gradient))), refusals);
    }

    /// <summary>What there is to say of values that differ: their gradients were not compared.</summary>
    private CrossCheckReport OfValue(GradientCheck value, Refusals refusals)
    {
        var isRandom = IsRandom();
        var finding = isRandom ? Findings.Random(_function.Name, "values") : Findings.OfValue(_function.Name, value);
        var report = Empty(CrossCheckVerdict.Differ, [finding, .. refusals.Findings], refusals.Notes) with { Value = value };
        return isRandom ? report : Located(report, value);
    }

    /// <param name="orders">How often both engines differentiate.</param>
    /// <param name="size">The size of the value.</param>
    /// <param name="slope">The size of the gradients.</param>
    private IReadOnlyList<InputCheck> Checks(int orders, double size, double slope) =>
    [
        .. _inputs.Select((input, i) => new InputCheck(
            _function.Arguments[i], input,
            input.IsDifferentiable ? Gradient(i, Math.Max(size, slope)) : null,
            input.IsDifferentiable && orders > 1 ? SecondGradient(i, Math.Max(Math.Max(size, slope), slope * slope)) : null)),
    ];

    private CrossCheckReport OfGradients(GradientCheck value, IReadOnlyList<InputCheck> checks, Refusals refusals)
    {
        // A second gradient is computed of the first ones: where these differ, it has nothing to add.
        var findings = Differing(checks, input => input.Gradient);
        if (findings.Count == 0)
            findings = Differing(checks, input => input.SecondGradient);
        else if (checks.Any(input => input.Gradient is { Agree: false, Float64.Agrees: true }) && WrongBackward.Find(_function.OnReference, _at) is { } wrong)
            findings.Insert(0, wrong);
        var isRandom = findings.Count > 0 && IsRandom();
        if (isRandom)
            findings.Insert(0, Findings.Random(_function.Name, "gradients"));
        var report = new CrossCheckReport
        {
            Function = _function.Name,
            Verdict = findings.Count + refusals.Findings.Count > 0 ? CrossCheckVerdict.Differ : CrossCheckVerdict.Agree,
            Value = value,
            Inputs = checks,
            Findings = [.. findings, .. refusals.Findings],
            Notes = [.. refusals.Notes, .. Notes(value, checks)],
        };
        return isRandom ? report : Located(report, [.. checks.SelectMany(input => new[] { input.Gradient, input.SecondGradient }).OfType<GradientCheck>()]);
    }

    /// <summary>The report with the operation at which the engines part, where they do; a search that fails takes nothing from the report.</summary>
    private CrossCheckReport Located(CrossCheckReport report, params IReadOnlyList<GradientCheck> checks)
    {
        if (checks.All(check => check.Float64.Agrees))
            return report;
        try
        {
            var found = Localization.Find(_function.OnTorch, _function.OnReference, _inputs, valuesAgree: report.Value?.Float64.Agrees == true);
            return found is null
                ? report with { Notes = [.. report.Notes, "no single operation was found at which the engines part: the functions may be written differently for each"] }
                : report with { Divergence = found };
        }
        catch (Exception problem)
        {
            return report with { Notes = [.. report.Notes, $"the operation at which the engines part could not be searched for: {problem.Message}"] };
        }
    }

    private CrossCheckReport Empty(CrossCheckVerdict verdict, IReadOnlyList<string> findings, IReadOnlyList<string> notes)
        => new() { Function = _function.Name, Verdict = verdict, Findings = findings, Notes = notes };

    private List<string> Differing(IReadOnlyList<InputCheck> checks, Func<InputCheck, GradientCheck?> order)
        => [.. checks.Where(input => order(input)?.Agree == false).Select(input => Findings.OfGradient(_function.Name, input, order(input)!))];

    private GradientCheck Gradient(int i, double scale)
        => Check($"gradient by {_function.Arguments[i]}", _inputs[i].Shape, _options.UlpTolerance, scale, answer => Padded(answer.First, i)) with
        {
            Estimates = Estimates(i, values =>
            {
                var result = At(i, values, orders: 0);
                return result.Value.Length == 1 ? result.Value[0] : result.Weighted;
            }),
        };

    private GradientCheck SecondGradient(int i, double scale)
        => Check(
            $"second gradient by {_function.Arguments[i]}", _inputs[i].Shape, SecondUlps * _options.UlpTolerance, scale,
            answer => Padded(answer.Second, i)) with
        {
            Estimates = Estimates(i, values => At(i, values, orders: 1).SquaredGradient),
        };

    /// <param name="name">What is compared.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="ulps">How far float32 may be off.</param>
    /// <param name="largest">The size of the largest terms that may have cancelled: what is put down to rounding is no more than theirs.</param>
    /// <param name="of">The numbers.</param>
    private GradientCheck Check(string name, Shape shape, double ulps, double largest, Func<Derivatives, double[]> of)
    {
        var check = new GradientCheck
        {
            Name = name,
            Shape = shape,
            UlpTolerance = _options.Float32 ? ulps : double.PositiveInfinity,
            Float64Tolerance = _options.Float64Tolerance,
            DifferencesTolerance = _options.DifferencesTolerance,
            ByLargestElement = true,
            Torch = of(_torch32.Derivatives!),
            Torch64 = of(_torch64.Derivatives!),
            Reference = of(_reference32.Derivatives!),
            Reference64 = of(_reference64.Derivatives!),
        };
        // Only what looks different is asked how much of it is rounding.
        return check.Agree ? check : check with { Scale = Math.Min(double.IsFinite(largest) ? largest : 0, _roundoff.Of(of)) };
    }

    /// <summary>A gradient; zeros where nothing flows to the input.</summary>
    private double[] Padded(double[][] gradients, int i)
        => i < gradients.Length && gradients[i].Length > 0 ? gradients[i] : new double[_at[i].Values.Length];

    private IReadOnlyList<DifferenceEstimate>? Estimates(int i, Func<double[], double> f)
        => _options.Differences ? CentralDifferences.Estimates(f, _at[i].Values, _options.DifferencesAtMost) : null;

    private Derivatives At(int varied, double[] values, int orders)
        => Derivatives.Of<ReferenceTensor>(
            _function.OnReference, [.. _at.Select((input, i) => i == varied ? input with { Values = values } : input)], DType.Float64,
            orders: orders).PerUnit;

    /// <summary>Whether the function gives other values or gradients when it is called again.</summary>
    private bool IsRandom()
        => IsOther(_torch64, EngineAnswer.Of(_torch64.Engine, _function.OnTorch, _at, DType.Float64, _options.Orders))
            || IsOther(_reference64, EngineAnswer.Of(_reference64.Engine, _function.OnReference, _at, DType.Float64, _options.Orders));

    private static bool IsOther(EngineAnswer answer, EngineAnswer again)
        => again.Derivatives is not { } derivatives
            || !derivatives.Value.AsSpan().SequenceEqual(answer.Derivatives!.Value)
            || !derivatives.First.SelectMany(gradient => gradient).SequenceEqual(answer.Derivatives.First.SelectMany(gradient => gradient));

    private static IEnumerable<string> Notes(GradientCheck value, IReadOnlyList<InputCheck> checks)
    {
        if (!value.Reference64.All(double.IsFinite))
            yield return $"the value is {PythonFloat.Repr(value.Reference64.First(element => !double.IsFinite(element)))} in places: differences say nothing there";
        foreach (var check in checks.SelectMany(input => new[] { input.Gradient, input.SecondGradient }).OfType<GradientCheck>())
        {
            var skipped = (check.Estimates ?? []).Select((estimate, i) => (estimate.Skip, i)).Where(pair => pair.Skip is not null).ToLookup(pair => pair.Skip, pair => pair.i);
            foreach (var places in skipped)
                yield return $"{check.Name}: no central differences at {Findings.Elements(check, [.. places])}: {places.Key}";
        }
    }
}
