namespace TwinGrad.Examples;

/// <summary>A training that was asked for.</summary>
/// <param name="Task">What is learnt.</param>
/// <param name="Settings">By which settings.</param>
/// <param name="Device">Where libtorch computes.</param>
internal sealed record TrainingRequest(TrainingTask Task, TrainingSettings Settings, Device Device)
{
    /// <summary>Where the task's data lie; null is their usual place.</summary>
    internal string? Data { get; init; }

    /// <summary>Where to save; null does not.</summary>
    internal CheckpointPlan? Checkpoints { get; init; }

    /// <summary>Whether to go on from the checkpoint that is there.</summary>
    internal bool Resume { get; init; }

    /// <summary>How many updates the reference engine replays; 0 is none.</summary>
    internal int CrossCheck { get; init; }

    /// <summary>Where to draw the curves; null does not.</summary>
    internal FileInfo? Plot { get; init; }
}
