namespace TwinGrad;

/// <summary>Records the first updates of a training on libtorch as they happen, so that <see cref="TrainingCheck"/> can replay them.</summary>
/// <remarks>
/// <code>
/// using var recorder = new TrainingRecorder(trainer, updates: 5);
/// trainer.Fit(data, epochs: 3, observer: recorder);
/// TrainingCheck.Run(recipe, recorder).ThrowIfDifferent();
/// </code>
/// It begins where the training is: parameters, buffers and the optimizer's state are noted before the first batch. Batches, losses, gradients,
/// weights and the draws of dropout follow. Make it, and train, on one thread. The training computes the same numbers with it as without.
/// </remarks>
public sealed class TrainingRecorder : ITrainingObserver<Tensor>, IDisposable
{
    private readonly int _updates;
    private readonly ITrainingObserver<Tensor>? _next;
    private readonly UpdateLog<Tensor> _log;
    private readonly List<RecordedBatch> _batches = [];
    private IDisposable? _drawing;

    /// <summary>Notes where a training is, and listens to it.</summary>
    /// <param name="trainer">The training that is about to go on.</param>
    /// <param name="updates">How many steps of the optimizer are recorded.</param>
    /// <param name="next">Is told all that this is told.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of updates is not positive.</exception>
    public TrainingRecorder(Trainer<Tensor> trainer, int updates, ITrainingObserver<Tensor>? next = null)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(updates);
        (_updates, _next, _log) = (updates, next, new(trainer.Setup.Model));
        Start = TrainingState.Of(trainer.Setup);
        _drawing = Draws.Record();
    }

    /// <summary>Whether no update has been recorded.</summary>
    public bool Empty => Updates.Count == 0;

    /// <summary>Where the training was.</summary>
    internal TrainingState Start { get; }

    /// <summary>What dropout drew.</summary>
    internal DrawTape Draws { get; } = new();

    /// <summary>What it was trained on.</summary>
    internal IReadOnlyList<RecordedBatch> Batches => _batches;

    /// <summary>What came of it.</summary>
    internal IReadOnlyList<RecordedUpdate> Updates => _log.Updates;

    /// <inheritdoc/>
    public void BatchEnded(Batch<Tensor> batch, BatchResult result)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (_drawing is not null)
        {
            _batches.Add(new(RecordedTensor.Of(batch.Inputs), RecordedTensor.Of(batch.Targets), result.Updated));
            _log.Add(result);
            if (Updates.Count == _updates)
                Dispose();
        }
        _next?.BatchEnded(batch, result);
    }

    /// <inheritdoc/>
    public void EpochEnded(EpochResult result) => _next?.EpochEnded(result);

    /// <summary>Stops recording.</summary>
    public void Dispose()
    {
        _drawing?.Dispose();
        _drawing = null;
    }
}

/// <summary>A batch that was trained on.</summary>
/// <param name="Inputs">What the model got.</param>
/// <param name="Targets">What it should have said.</param>
/// <param name="Updated">Whether the optimizer stepped after it.</param>
internal sealed record RecordedBatch(RecordedTensor Inputs, RecordedTensor Targets, bool Updated);
