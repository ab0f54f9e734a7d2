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

    private CrossCheckRun(CheckedFunction function, IReadOnlyList<CheckInput> inputs, CrossCheckOptions options)
    {
        (_function, _inputs, _options) = (function, inputs, options);
        _at = [.. inputs.Select(input => input.Input)];
        _torch64 = EngineAnswer.Of("libtorch", function.OnTorch, _at, DType.Float64, options.Orders);
        _reference64 = EngineAnswer.Of("the reference", function.OnReference, _at, DType.Float64, options.Orders);
        _torch32 = options.Float32 ? EngineAnswer.Of("libtorch", function.OnTorch, _at, DType.Float32, options.Orders) : _torch64;
        _reference32 = options.Float32 ? EngineAnswer.Of("the reference", function.OnReference, _at, DType.Float32, options.Orders) : _reference64;
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

        var (reach, size) = (Largest([.. _at.Select(input => input.Values)]), Largest([reference64.Value]));
        var value = Check("value", reference64.Shape, _options.UlpTolerance, Math.Max(reach, size), answer => answer.Value);
        if (!value.Agree)
        {
            var isRandom = IsRandom();
            var report = Empty(CrossCheckVerdict.Differ, [Findings.OfValue(_function.Name, value, isRandom)], refusals.Notes) with { Value = value };
            return isRandom ? report : Located(report, value);
        }
        if (reference64.First.Length == 0)
        {
            var reason = reference64.DType.IsFloatingPoint ? Findings.NoGraph : Findings.NoFloatingPoint(reference64.DType);
            return Empty(CrossCheckVerdict.NoGradient, [], [.. refusals.Notes, reason]) with { Value = value };
        }

        var slope = Largest(reference64.First);
        var orders = Math.Min(Math.Min(_torch32.RefusedOrder, _torch64.RefusedOrder), Math.Min(_reference32.RefusedOrder, _reference64.RefusedOrder)) - 1;
        IReadOnlyList<InputCheck> checks = [.. _inputs.Select((input, i) => new InputCheck(
            _function.Arguments[i], input,
            input.IsDifferentiable ? Gradient(i, Math.Max(size, slope)) : null,
            input.IsDifferentiable && orders > 1 ? SecondGradient(i, Math.Max(Math.Max(size, slope), slope * slope)) : null))];

        // A second gradient is computed of the first ones: where these differ, it has nothing to add.
        var findings = Differing(checks, input => input.Gradient);
        if (findings.Count == 0)
            findings = Differing(checks, input => input.SecondGradient);
        else if (checks.Any(input => input.Gradient is { Agree: false, Float64.Agrees: true }) && WrongBackward.Find(_function.OnReference, _at) is { } wrong)
            findings.Insert(0, wrong);
        return Located(new()
        {
            Function = _function.Name,
            Verdict = findings.Count + refusals.Findings.Count > 0 ? CrossCheckVerdict.Differ : CrossCheckVerdict.Agree,
            Value = value,
            Inputs = checks,
            Findings = [.. findings, .. refusals.Findings],
            Notes = [.. refusals.Notes, .. Notes(value, checks)],
        }, [.. checks.SelectMany(input => new[] { input.Gradient, input.SecondGradient }).OfType<GradientCheck>()]);
    }

    /// <summary>The report with the operation at which the engines part, where they do; a search that fails takes nothing from the report.</summary>
    private CrossCheckReport Located(CrossCheckReport report, params IReadOnlyList<GradientCheck> checks)
    {
        if (checks.All(check => check.Float64.Agrees))
            return report;
        try
        {
            return report with { Divergence = Localization.Find(_function.OnTorch, _function.OnReference, _inputs) };
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

    private GradientCheck Check(string name, Shape shape, double ulps, double scale, Func<Derivatives, double[]> of) => new()
    {
        Name = name,
        Shape = shape,
        UlpTolerance = _options.Float32 ? ulps : double.PositiveInfinity,
        Float64Tolerance = _options.Float64Tolerance,
        DifferencesTolerance = _options.DifferencesTolerance,
        ByLargestElement = true,
        Scale = double.IsFinite(scale) ? scale : 0,
        Torch = of(_torch32.Derivatives!),
        Torch64 = of(_torch64.Derivatives!),
        Reference = of(_reference32.Derivatives!),
        Reference64 = of(_reference64.Derivatives!),
    };

    /// <summary>A gradient; zeros where nothing flows to the input.</summary>
    private double[] Padded(double[][] gradients, int i)
        => i < gradients.Length && gradients[i].Length > 0 ? gradients[i] : new double[_at[i].Values.Length];

    private IReadOnlyList<DifferenceEstimate>? Estimates(int i, Func<double[], double> f)
        => _options.Differences ? CentralDifferences.Estimates(f, _at[i].Values) : null;

    private Derivatives At(int varied, double[] values, int orders)
        => Derivatives.Of<ReferenceTensor>(
            _function.OnReference, [.. _at.Select((input, i) => i == varied ? input with { Values = values } : input)], DType.Float64,
            orders: orders).PerUnit;

    /// <summary>Whether the function gives other values when it is called again.</summary>
    private bool IsRandom()
    {
        var again = EngineAnswer.Of(_torch64.Engine, _function.OnTorch, _at, DType.Float64, orders: 0).Derivatives;
        return again is null || !again.Value.SequenceEqual(_torch64.Derivatives!.Value);
    }

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

    private static double Largest(double[][] values)
        => values.SelectMany(elements => elements).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
}
