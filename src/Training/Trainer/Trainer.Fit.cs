namespace TwinGrad;

public sealed partial class Trainer<T>
{
    /// <summary>Trains over epochs, from where it is: a fresh trainer from the beginning, one that was resumed from its checkpoint.</summary>
    /// <param name="train">The data to train on. The order of its batches is the epoch's.</param>
    /// <param name="epochs">How many epochs there are to be in all.</param>
    /// <param name="test">Data held out, evaluated after each epoch; null evaluates none.</param>
    /// <param name="checkpoints">Where and how often to save; null does not save.</param>
    /// <param name="observer">Is told how it gets on.</param>
    /// <param name="stop">Ends it after the batch under way, and saves.</param>
    /// <returns>Whether all epochs were run; false where it was stopped before. <see cref="Progress"/> has what they gave.</returns>
    /// <exception cref="TorchException">A loss is nan or infinite.</exception>
    public bool Fit(
        DataLoader<T> train,
        int epochs,
        DataLoader<T>? test = null,
        CheckpointPlan? checkpoints = null,
        ITrainingObserver<T>? observer = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        while (_progress.Epoch < epochs)
        {
            if (!RunBatches(train, checkpoints, observer, stop) || EndEpoch(test, stop) is not { } result)
            {
                Save(checkpoints);
                return false;
            }
            Save(checkpoints);
            observer?.EpochEnded(result);
        }
        return true;
    }

    /// <summary>Trains on what is left of the epoch; whether it came to its end.</summary>
    private bool RunBatches(DataLoader<T> train, CheckpointPlan? checkpoints, ITrainingObserver<T>? observer, CancellationToken stop)
    {
        // Not stopped by the loader: half an update would be lost.
        foreach (var batch in train.Epoch(_progress.Epoch, _progress.Batches, CancellationToken.None))
        {
            var result = Step(batch, last: _progress.Batches + 1 == train.BatchCount);
            _progress = _progress.After(result);
            observer?.BatchEnded(batch, result);
            Free(batch);
            // Half an update is nowhere saved: a stop waits for its end.
            if (!result.Updated)
                continue;
            if (stop.IsCancellationRequested)
                return false;
            if (checkpoints is not null && _progress.Updates % checkpoints.Every == 0)
                Save(checkpoints);
        }
        return true;
    }

    /// <summary>Evaluates and moves on to the next epoch; null where it was stopped.</summary>
    private EpochResult? EndEpoch(DataLoader<T>? test, CancellationToken stop)
    {
        var learningRate = Setup.Optimizer.Groups[0].LearningRate;
        EpochResult result;
        try
        {
            result = new(_progress.Epoch, _progress.SoFar, test is null ? null : Evaluate(test, stop), learningRate);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        if (Setup.SchedulerInterval == SchedulerInterval.Epoch)
            Setup.Scheduler?.Step((result.Test ?? result.Train).Loss);
        _progress = _progress.After(result);
        return result;
    }
}
