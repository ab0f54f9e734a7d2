namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException NotPositive(string name, int value) => new($"Expected positive integer {name}, but got {value}", "ValueError");

    internal static TorchArgumentException StartFactor(double value) => new(
        $"Starting multiplicative factor expected to be greater than 0 and less or equal to 1, but got {PythonFloat.Repr(value)}.", "ValueError");

    internal static TorchArgumentException EndFactor(double value)
        => new($"Ending multiplicative factor expected to be between 0 and 1, but got {PythonFloat.Repr(value)}.", "ValueError");

    internal static TorchArgumentException LambdaCount(int expected, int given)
        => new($"Expected {expected} lr_lambdas, but got {given}", "ValueError");

    internal static TorchArgumentException PctStart(double value)
        => new($"Expected float between 0 and 1 pct_start, but got {PythonFloat.Repr(value)}", "ValueError");

    internal static TorchArgumentException AnnealStrategy(string value)
        => new($"anneal_strategy must be one of 'cos' or 'linear', instead got {value}", "ValueError");

    internal static TorchArgumentException EmptyPhase(int totalSteps, double pctStart) => new(
        $"a phase of the cycle ends where it starts, with total_steps {totalSteps} and pct_start {PythonFloat.Repr(pctStart)}: PyTorch would divide "
        + "by zero; take another pct_start", "ValueError");

    internal static TorchArgumentException BeyondTotalSteps(int step, int totalSteps)
        => new($"Tried to step {step} times. The specified number of total steps is {totalSteps}", "ValueError");

    internal static TorchArgumentException NoMomentumToCycle()
        => new("optimizer must support momentum or beta1 with `cycle_momentum` option enabled", "ValueError");

    internal static TorchArgumentException PlateauFactor(double value)
        => new($"Factor should be < 1.0 and not negative, but got {PythonFloat.Repr(value)}.", "ValueError");

    internal static TorchArgumentException UnknownMode(string name, string value) => new($"{name} {value} is unknown!", "ValueError");

    internal static TorchArgumentException MetricNeeded()
        => new("step() missing 1 required positional argument: 'metrics'; ReduceLROnPlateau follows one, such as the validation loss", "TypeError");

    internal static TorchArgumentException SchedulerOfAnother(int place) => new(
        $"Sequential Schedulers expects all schedulers to belong to the same optimizer, but the scheduler at index {place} belongs to another.",
        "ValueError");

    internal static TorchArgumentException MilestoneCount(int schedulers, int milestones) => new(
        "Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of "
        + $"schedulers {schedulers} and the number of milestones to be equal to {milestones}", "ValueError");

    internal static TorchArgumentException MilestoneOrder(int[] milestones)
        => new($"milestones have to ascend, but got [{string.Join(", ", milestones)}]", "ValueError");
}
