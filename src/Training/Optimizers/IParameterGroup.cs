namespace TwinGrad;

/// <summary>What a scheduler needs of a group of parameters.</summary>
public interface IParameterGroup
{
    /// <summary>The factor of a step, from the next one on: <c>group['lr']</c>.</summary>
    /// <exception cref="TorchArgumentException">It is negative or not a number.</exception>
    double LearningRate { get; set; }

    /// <summary>The learning rate that schedules start from, <c>group['initial_lr']</c>; null until a scheduler is made for the optimizer.</summary>
    double? InitialLearningRate { get; set; }

    /// <summary>How much of the last direction is kept: <c>momentum</c>, or the first of Adam's <c>betas</c>; null where steps have none.</summary>
    /// <exception cref="TorchArgumentException">It lies outside of what the optimizer takes, or steps have none.</exception>
    double? Momentum { get; set; }
}

/// <summary>Parameters that an optimizer steps in the same way, whatever its options: an entry of <c>param_groups</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public interface IParameterGroup<T> : IParameterGroup
    where T : class, ITensor<T>
{
    /// <summary>The leaf tensors of the group.</summary>
    IReadOnlyList<T> Parameters { get; }
}
