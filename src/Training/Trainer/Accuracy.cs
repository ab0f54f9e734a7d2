namespace TwinGrad;

/// <summary>Which predictions are right, one bool a sample: what <see cref="TrainingSetup{T}.Right"/> takes.</summary>
public static class Accuracy
{
    /// <summary>argmax(output) = target: of the scores of C classes, shape [N, C], and the classes' numbers, shape [N].</summary>
    public static T OfClasses<T>(T output, T target)
        where T : class, ITensor<T>
        => T.Eq(Check.Given(output).Argmax(1), Check.Given(target));

    /// <summary>(output > 0.5) = target: of probabilities and of targets that are 0 or 1, of any one shape.</summary>
    public static T OfProbabilities<T>(T output, T target)
        where T : class, ITensor<T>
        => T.Eq(Check.Given(output).Gt(0.5).To(Check.Given(target).DType), target);
}
