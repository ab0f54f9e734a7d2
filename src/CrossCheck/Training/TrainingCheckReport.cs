using System.Globalization;
using System.Text;

namespace TwinGrad;

/// <summary>What the replay of a training found.</summary>
/// <param name="Steps">What it found for each update.</param>
public sealed record TrainingCheckReport(IReadOnlyList<TrainingCheckStep> Steps)
{
    /// <summary>Whether the training is what the reference engine says it should be.</summary>
    public bool Agree => Steps.All(step => step.Agree);

    /// <summary>Throws unless it is.</summary>
    /// <exception cref="GradientsDifferException">It is not; the message is the report.</exception>
    public void ThrowIfDifferent()
    {
        if (!Agree)
            throw new GradientsDifferException(ToString());
    }

    /// <summary>A line for each update; then what differs in the first that does.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Agree ? "the training and its replays agree" : "the training and its replays differ");
        foreach (var step in Steps)
            text.Append(CultureInfo.InvariantCulture, $"\n  update {step.Update}: loss {step.Loss:0.000000}, {step.Explained:0.00} of what rounding explains, {step.Float64:0.0e+0} apart in float64");
        foreach (var distance in Steps.FirstOrDefault(step => !step.Agree)?.Distances.Where(distance => !distance.Agree) ?? [])
            text.Append(CultureInfo.InvariantCulture, $"\n  {distance}");
        return text.ToString();
    }
}

/// <summary>What the replay found for one update.</summary>
/// <param name="Update">Its number, from 1.</param>
/// <param name="Loss">The loss of the training.</param>
/// <param name="ReferenceLoss">The loss by the reference engine.</param>
/// <param name="Distances">Of the loss, of each gradient and of each parameter and buffer after the update.</param>
public sealed record TrainingCheckStep(int Update, double Loss, double ReferenceLoss, IReadOnlyList<TrainingDistance> Distances)
{
    /// <summary>Whether everything is as near as it must be.</summary>
    public bool Agree => Distances.All(distance => distance.Agree);

    /// <summary>The largest share of what rounding explains that the training takes up: more than 1 is too far.</summary>
    public double Explained => Distances.Max(distance => distance.Trained / distance.Allowed);

    /// <summary>How far the engines are apart in float64 at most.</summary>
    public double Float64 => Distances.Max(distance => distance.Float64);

    /// <summary>How far the training is from the reference at most, in one kind of quantity; 0 where there is none.</summary>
    public double Trained(TrainedQuantity of) => Distances.Where(distance => distance.Of == of).Select(distance => distance.Trained).Append(0).Max();
}

/// <summary>How far the loss or a tensor of the training is from the reference engine's: |a - b| / |b| of the elements as a vector.</summary>
/// <param name="Of">What it is.</param>
/// <param name="Name">The parameter's path: <c>0.weight</c>.</param>
/// <param name="Trained">How far the training itself is.</param>
/// <param name="Allowed">How far rounding explains.</param>
/// <param name="Float64">How far libtorch's replay in float64 is.</param>
public sealed record TrainingDistance(TrainedQuantity Of, string Name, double Trained, double Allowed, double Float64)
{
    /// <summary>Whether both are as near as they must be.</summary>
    public bool Agree => Trained <= Allowed && Float64 <= TrainingCheck.Float64Tolerance;

    /// <summary>Which of them are too far.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Of == TrainedQuantity.Gradient ? "gradient of " : "")}{Name}: the training is {Trained:0.0e+0} from the reference where rounding explains {Allowed:0.0e+0}; in float64 the engines are {Float64:0.0e+0} apart, {TrainingCheck.Float64Tolerance:0e+0} is allowed");
}

/// <summary>What a training is compared by.</summary>
public enum TrainedQuantity
{
    /// <summary>The mean loss of an update's batches.</summary>
    Loss,

    /// <summary>What the optimizer steps by.</summary>
    Gradient,

    /// <summary>A parameter or a buffer after the step.</summary>
    Weight,
}
