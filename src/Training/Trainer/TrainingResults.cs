namespace TwinGrad;

/// <summary>What one batch gave.</summary>
/// <param name="Loss">The mean loss of its samples.</param>
/// <param name="Right">How many predictions were right; null where nothing is counted.</param>
/// <param name="Samples">How many samples it has.</param>
/// <param name="Updated">Whether the optimizer stepped after it: with accumulation, not after every batch.</param>
public readonly record struct BatchResult(double Loss, long? Right, long Samples, bool Updated);

/// <summary>What a pass over data gave.</summary>
/// <param name="Loss">The mean loss of the samples.</param>
/// <param name="Accuracy">Which part of the predictions was right, from 0 to 1; null where nothing is counted.</param>
/// <param name="Samples">How many samples there were.</param>
public sealed record Evaluation(double Loss, double? Accuracy, long Samples)
{
    /// <summary>The means of sums.</summary>
    internal static Evaluation Of(double lossSum, long? right, long samples) => new(lossSum / samples, (double?)right / samples, samples);
}

/// <summary>What one epoch gave.</summary>
/// <param name="Epoch">Its number, from 0.</param>
/// <param name="Train">The means over its batches, each taken while the parameters moved.</param>
/// <param name="Test">Of the data held out, after the epoch; null where there is none.</param>
/// <param name="LearningRate">The first group's in this epoch's last update.</param>
public sealed record EpochResult(int Epoch, Evaluation Train, Evaluation? Test, double LearningRate);

/// <summary>Is told how a training gets on.</summary>
public interface ITrainingObserver<T>
    where T : class, ITensor<T>
{
    /// <summary>A batch was trained on. After an update the parameters' gradients are still those that it was made of, clipped.</summary>
    /// <param name="batch">The batch, as the model got it.</param>
    /// <param name="result">What it gave.</param>
    void BatchEnded(Batch<T> batch, BatchResult result)
    {
    }

    /// <summary>An epoch has ended, and the data held out were evaluated.</summary>
    void EpochEnded(EpochResult result)
    {
    }
}
