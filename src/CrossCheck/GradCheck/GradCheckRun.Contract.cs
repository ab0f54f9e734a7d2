namespace TwinGrad;

// What a function must keep to beside its derivatives.
internal sealed partial class GradCheckRun<T>
{
    /// <summary>Whether the function returns the same twice.</summary>
    private bool IsDeterministic()
    {
        var (first, again) = (subject.Values(), subject.Values());
        if (first.Length != again.Length)
            throw new GradCheckFailure(
                $"The function is not deterministic: called twice, it returns {first.Length} tensors and then {again.Length}.",
                GradCheckCures.FunctionNotDeterministic);
        for (var output = 0; output < first.Length; output++)
        {
            var (one, other) = (first[output], again[output]);
            if (one.Shape != other.Shape)
                throw new GradCheckFailure(
                    $"The function is not deterministic: called twice with the same inputs, output {output} has the shape {one.Shape} and then {other.Shape}.",
                    GradCheckCures.FunctionNotDeterministic);
            for (var i = 0; i < one.Elements.Length; i++)
            {
                if (GradCheckJacobians.Repeats(one.Elements[i], other.Elements[i], options.NondetTol))
                    continue;
                _problems.Add(new(
                    GradCheckSentences.FunctionNotDeterministic(output, i, one.Elements[i], other.Elements[i]),
                    GradCheckCures.FunctionNotDeterministic));
                return false;
            }
        }
        return true;
    }

    /// <summary>Where no output requires grad, none may change with an input.</summary>
    private void CheckConstant(int[] compared)
    {
        foreach (var place in compared)
        {
            var jacobians = GradCheckJacobians.Numerical(subject, place, options.Eps);
            for (var output = 0; output < jacobians.Length; output++)
            {
                var pair = new GradCheckCures.Compared(jacobians[output], new double[jacobians[output].GetLength(0), jacobians[output].GetLength(1)]);
                var constant = pair.Numerical.Cast<double>().All(derivative => derivative == 0);
                var check = new JacobianCheck(output, place, constant, Worst(pair).Worst);
                _jacobians.Add(check);
                if (!constant)
                    _problems.Add(new(GradCheckSentences.ExpectedZero + "\n", GradCheckCures.ExpectedZero, check));
            }
        }
    }

    /// <summary>A gradient of zeros must give zeros.</summary>
    private void CheckZeroGradients(T[] outputs)
    {
        if (!AreZero(subject.Gradients(outputs, Array.ConvertAll(outputs, Zeros))))
            _problems.Add(new(GradCheckSentences.NotMultiplied, GradCheckCures.NotMultiplied));
    }

    /// <summary>Gradients that are not there, of all outputs or of one beside zeros for the others, must give zeros.</summary>
    private void CheckUndefinedGradients()
    {
        const int All = -1;
        var count = subject.DifferentiableOutputs().Length;
        for (var missing = All; missing < (count > 1 ? count : 0); missing++)
        {
            T[] outputs = [.. subject.DifferentiableOutputs().Select((output, i) => missing == All || missing == i ? WithoutGradient(output) : output)];
            try
            {
                if (!AreZero(subject.Gradients(outputs, Array.ConvertAll(outputs, Zeros))))
                    _problems.Add(new(GradCheckSentences.UndefinedGradNotZero, GradCheckCures.UndefinedGrad));
            }
            catch (Exception thrown) when (thrown is not OutOfMemoryException)
            {
                _problems.Add(new($"{GradCheckSentences.UndefinedGradThrew}\n{thrown.GetType().Name}: {thrown.Message}", GradCheckCures.UndefinedGrad));
            }
        }
    }

    /// <summary>Something computed of an output through which no gradient flows back to it, not even zeros: the number of elements that differ.</summary>
    private static T WithoutGradient(T output) => T.Dist(output, T.Detach(output), p: 0);

    private static T Zeros(T like) => GradCheckSubject<T>.Like(like, new double[like.Numel]);

    private static bool AreZero(IReadOnlyList<T?> gradients)
        => gradients.All(gradient => gradient is null || gradient.ToArray<double>().All(element => element == 0));
}
