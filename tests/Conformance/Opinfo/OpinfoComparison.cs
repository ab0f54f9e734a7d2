using System.Globalization;
using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>Compares tensors with recorded ones and counts how many agree.</summary>
/// <param name="name">What is compared, in one word or two: <c>output</c>.</param>
/// <param name="tolerance">How far a value may be from the recorded one, relative to it.</param>
public sealed class OpinfoComparison(string name, double tolerance)
{
    // Beside its tensor's largest values (or beside 1, where all are smaller) a value this small is a difference of such values, with
    // their rounding error: it is held to the tolerance relative to this share of them.
    private const double SmallShare = 1e-3;

    // Some roundings of float32, one after another.
    private const double CoarseTolerance = 1e-5;

    /// <summary>How many tensors agreed.</summary>
    public int Agreed { get; private set; }

    /// <summary>How many differed, were missing, or could not be computed.</summary>
    public int Differed { get; private set; }

    /// <summary>Compares what is computed, in order; says in a line what the first difference is, or null where there is none.</summary>
    /// <param name="recorded">What PyTorch computed.</param>
    /// <param name="compute">What an engine does.</param>
    /// <param name="coarse">Whether PyTorch rounded to fewer digits than the engine computes with, which is the reference.</param>
    /// <exception cref="CannotAnswerException">It can't be computed, which is no difference.</exception>
    internal string? Compare<T>(IReadOnlyList<OpinfoTensor?> recorded, Func<IReadOnlyList<T?>> compute, bool coarse = false)
        where T : class, ITensor<T>
    {
        IReadOnlyList<string?> differences;
        try
        {
            var computed = compute();
            differences = computed.Count == recorded.Count
                ? [.. recorded.Zip(computed, (one, other) => Difference(one, other, coarse ? CoarseTolerance : tolerance))]
                : [.. recorded.Select(_ => $"is one of {computed.Count}, recorded: {recorded.Count}")];
        }
        catch (Exception problem) when (problem is not CannotAnswerException)
        {
            differences = [.. recorded.Select(_ => $"{problem.GetType().Name}: {problem.Message}")];
        }
        Differed += differences.Count(difference => difference is not null);
        Agreed += differences.Count(difference => difference is null);
        return differences.Index().FirstOrDefault(difference => difference.Item is not null) is (var place, { } first)
            ? $"{name} {place}: {first}"
            : null;
    }

    /// <summary>How one tensor differs from the recorded one, or null. No gradient is the same as one of zeros.</summary>
    private static string? Difference<T>(OpinfoTensor? recorded, T? computed, double tolerance)
        where T : class, ITensor<T>
    {
        if (recorded is null || computed is null)
        {
            return recorded?.Data.Any(value => value.ToDouble() != 0) == true ? "is missing"
                : computed?.ToArray<double>().Any(value => value != 0) == true ? "is there, recorded: none"
                : null;
        }
        if (!computed.Shape.SequenceEqual(recorded.Shape))
            return $"has the shape {computed.Shape}, recorded: [{string.Join(", ", recorded.Shape)}]";
        if (recorded.Dtype is { } dtype && computed.DType != DType.Parse(dtype))
            return $"has the dtype {computed.DType}, recorded: {dtype}";
        return FirstElement(
            [.. recorded.Data.Select(value => value.ToDouble())],
            [.. computed.ToArray<double>().Select(value => PythonNumbers.Held(value, computed.DType).ToDouble())], tolerance);
    }

    private static string? FirstElement(double[] recorded, double[] computed, double tolerance)
    {
        var small = SmallShare * recorded.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
        for (var i = 0; i < recorded.Length; i++)
        {
            if (!IsClose(recorded[i], computed[i], small, tolerance))
                return string.Create(CultureInfo.InvariantCulture, $"element {i} is {computed[i]:R}, recorded: {recorded[i]:R}");
        }
        return null;
    }

    private static bool IsClose(double recorded, double computed, double small, double tolerance)
        => double.IsFinite(recorded) && double.IsFinite(computed)
            ? Math.Abs(recorded - computed) <= tolerance * Math.Max(Math.Abs(recorded), small)
            : recorded.Equals(computed);
}
