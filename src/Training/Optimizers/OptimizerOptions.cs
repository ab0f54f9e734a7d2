using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>How an optimizer steps; each group of parameters may have its own.</summary>
public abstract record OptimizerOptions
{
    /// <summary>The factor of a step.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>What <see cref="IParameterGroup.Momentum"/> is of these options.</summary>
    internal virtual double? KeptDirection => null;

    /// <summary>Refuses what PyTorch's constructor refuses.</summary>
    internal virtual void Check()
    {
        if (!(LearningRate >= 0))
            throw Error.InvalidOption("learning rate", LearningRate);
    }

    internal virtual OptimizerOptions WithKeptDirection(double value) => throw Error.NoMomentum();

    /// <summary>Writes the options under PyTorch's names.</summary>
    internal virtual void Write(JsonObject group) => group["lr"] = StateJson.Number(LearningRate);

    /// <summary>Options of the same kind with the values of a group that was written; each is there.</summary>
    internal abstract OptimizerOptions Read(StateReader group);
}
