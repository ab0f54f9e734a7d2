namespace TwinGrad;

/// <summary>How an optimizer steps; each group of parameters may have its own.</summary>
public abstract record OptimizerOptions
{
    /// <summary>The factor of a step: 0.001 by default.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Refuses what PyTorch's constructor refuses.</summary>
    internal virtual void Check()
    {
        if (!(LearningRate >= 0))
            throw Error.InvalidOption("learning rate", LearningRate);
    }
}
