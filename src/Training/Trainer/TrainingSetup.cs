namespace TwinGrad;

/// <summary>What is trained, and by what arithmetic: all that a step of training depends on besides its batch.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="Model">The model; its first parameter says on which device batches are computed.</param>
/// <param name="Loss">The mean loss of a batch, of the model's output and the targets: one element.</param>
/// <param name="Optimizer">What steps the model's parameters.</param>
public sealed record TrainingSetup<T>(Module<T> Model, Func<T, T, T> Loss, IOptimizer<T> Optimizer)
    where T : class, ITensor<T>
{
    /// <summary>The model.</summary>
    public Module<T> Model { get; } = Model ?? throw new ArgumentNullException(nameof(Model));

    /// <summary>The mean loss of a batch.</summary>
    public Func<T, T, T> Loss { get; } = Loss ?? throw new ArgumentNullException(nameof(Loss));

    /// <summary>What steps the model's parameters.</summary>
    public IOptimizer<T> Optimizer { get; } = Optimizer ?? throw new ArgumentNullException(nameof(Optimizer));

    /// <summary>Which of a batch's predictions are right, of the model's output and the targets, as one bool a sample; null where nothing is counted.</summary>
    public Func<T, T, T>? Right { get; init; }

    /// <summary>What changes the learning rate; null leaves it.</summary>
    public IScheduler? Scheduler { get; init; }

    /// <summary>Whether the scheduler steps after every update or after every epoch.</summary>
    public SchedulerInterval SchedulerInterval { get; init; } = SchedulerInterval.Epoch;

    /// <summary>Over how many batches gradients are accumulated for one update; each batch's loss counts 1 / AccumulationSteps.</summary>
    /// <remarks>What is left of an epoch that they don't divide is an update of its own.</remarks>
    /// <exception cref="TorchArgumentException">It is not positive.</exception>
    public int AccumulationSteps { get; init => field = value >= 1 ? value : throw Error.InvalidOption("accumulation_steps", value); } = 1;

    /// <summary>The norm that all gradients together are clipped to before an update; null does not clip.</summary>
    /// <exception cref="TorchArgumentException">It is not positive.</exception>
    public double? MaxGradientNorm
    {
        get;
        init => field = value is null or > 0 ? value : throw Error.InvalidOption("max_norm", value.Value);
    }
}

/// <summary>When a trainer steps the scheduler.</summary>
public enum SchedulerInterval
{
    /// <summary>After each pass over the training data.</summary>
    Epoch,

    /// <summary>After each step of the optimizer.</summary>
    Update,
}

/// <summary>How a training is set up, written once for both engines.</summary>
public interface ITrainingRecipe
{
    /// <summary>Sets the training up on an engine, with fresh parameters.</summary>
    /// <typeparam name="T">The engine's tensor class.</typeparam>
    TrainingSetup<T> Build<T>()
        where T : class, ITensor<T>;
}
