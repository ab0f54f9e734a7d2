using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>What all optimizers that step each parameter by its own gradient can be told.</summary>
public abstract record GradientOptions : OptimizerOptions
{
    /// <summary>How much of the parameter is taken off at each step: the factor of the parameter that is added to its gradient.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Whether the objective grows instead of shrinking: the gradient counts negative, before decay is added.</summary>
    public bool Maximize { get; init; }

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        if (!(WeightDecay >= 0))
            throw Error.InvalidOption("weight_decay value", WeightDecay);
    }

    internal override void Write(JsonObject group)
    {
        base.Write(group);
        group["weight_decay"] = StateJson.Number(WeightDecay);
        group["maximize"] = Maximize;
    }
}
