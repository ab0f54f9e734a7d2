namespace TwinGrad;

/// <summary>A step that a kernel of the engine's makes with several parameters at once: all of one dtype, on one device.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal abstract class FusedStep<T>
    where T : ITensor<T>
{
    internal required double LearningRate { get; init; }

    internal required double WeightDecay { get; init; }

    internal required bool Maximize { get; init; }

    /// <summary>What is stepped, in place. The other lists have an item for each.</summary>
    internal List<T> Parameters { get; } = [];

    internal List<T> Gradients { get; } = [];

    /// <summary>Makes the step.</summary>
    internal abstract void Run();

    /// <summary>Whether a parameter can be one of these.</summary>
    internal bool IsLike(T parameter) => Parameters[0].DType == parameter.DType && Parameters[0].Device == parameter.Device;
}

/// <summary>Such a step of Adam or AdamW.</summary>
/// <inheritdoc/>
internal sealed class FusedAdamStep<T> : FusedStep<T>
    where T : ITensor<T>
{
    /// <summary>Which step of the parameters it is, from 1 on.</summary>
    internal required double Step { get; init; }

    internal required (double Beta1, double Beta2) Betas { get; init; }

    internal required double Eps { get; init; }

    /// <summary>Whether the decay takes its part off the parameter itself: AdamW.</summary>
    internal required bool DecaysApart { get; init; }

    internal required bool Amsgrad { get; init; }

    /// <summary>The running means of the gradients, written in place.</summary>
    internal List<T> Means { get; } = [];

    /// <summary>The running means of the squares, written in place.</summary>
    internal List<T> MeanSquares { get; } = [];

    /// <summary>The greatest means of squares so far, written in place; empty without <see cref="Amsgrad"/>.</summary>
    internal List<T> GreatestSquares { get; } = [];

    /// <inheritdoc/>
    internal override void Run() => T.FusedAdam_(this);
}

/// <summary>Such a step of gradient descent with momentum.</summary>
/// <inheritdoc/>
internal sealed class FusedSgdStep<T> : FusedStep<T>
    where T : ITensor<T>
{
    internal required double Momentum { get; init; }

    internal required double Dampening { get; init; }

    internal required bool Nesterov { get; init; }

    /// <summary>Whether nothing is kept of earlier directions yet: the first is kept as it is.</summary>
    internal required bool IsFirst { get; init; }

    /// <summary>The directions that the momentum keeps, written in place.</summary>
    internal List<T> Directions { get; } = [];

    /// <inheritdoc/>
    internal override void Run() => T.FusedSgd_(this);
}
