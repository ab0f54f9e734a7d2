using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>What Adam and AdamW can be told. They are different kinds of options, as weight decay means another thing to each.</summary>
public abstract record AdamFamilyOptions : GradientOptions
{
    /// <summary>How much the running means of the gradient and of its square keep: 0.9 and 0.999.</summary>
    public (double Beta1, double Beta2) Betas { get; init; } = (0.9, 0.999);

    /// <summary>What is added to the denominator, against division by zero: 1e-8.</summary>
    public double Eps { get; init; } = 1e-8;

    /// <summary>Whether the denominator goes by the greatest mean of squares so far.</summary>
    public bool Amsgrad { get; init; }

    internal override double? KeptDirection => Betas.Beta1;

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        if (!(Eps >= 0))
            throw Error.InvalidOption("epsilon value", Eps);
        if (!(Betas.Beta1 is >= 0 and < 1))
            throw Error.InvalidOption("beta parameter at index 0", Betas.Beta1);
        if (!(Betas.Beta2 is >= 0 and < 1))
            throw Error.InvalidOption("beta parameter at index 1", Betas.Beta2);
    }

    internal override OptimizerOptions WithKeptDirection(double value) => this with { Betas = (value, Betas.Beta2) };

    internal override void Write(JsonObject group)
    {
        base.Write(group);
        group["betas"] = StateJson.Numbers([Betas.Beta1, Betas.Beta2]);
        group["eps"] = StateJson.Number(Eps);
        group["amsgrad"] = Amsgrad;
    }

    internal override OptimizerOptions Read(StateReader group)
    {
        var betas = group.Numbers("betas", 2);
        return this with
        {
            LearningRate = group.Number("lr"),
            Betas = (betas[0], betas[1]),
            Eps = group.Number("eps"),
            WeightDecay = group.Number("weight_decay"),
            Amsgrad = group.Boolean("amsgrad"),
            Maximize = group.Boolean("maximize"),
        };
    }
}

/// <summary>How <see cref="Adam{T}"/> steps. The defaults are PyTorch's; the learning rate is 0.001.</summary>
public sealed record AdamOptions : AdamFamilyOptions;

/// <summary>How <see cref="AdamW{T}"/> steps. The defaults are PyTorch's: those of Adam, and a weight decay of 0.01.</summary>
public sealed record AdamWOptions : AdamFamilyOptions
{
    /// <summary>The defaults.</summary>
    public AdamWOptions() => WeightDecay = 0.01;
}
