namespace TwinGrad.Tests;

/// <summary>Stops a training after some batches.</summary>
internal sealed class StopAfter<T>(int batches, CancellationTokenSource stop) : ITrainingObserver<T>
    where T : class, ITensor<T>
{
    private int _seen;

    public void BatchEnded(Batch<T> batch, BatchResult result)
    {
        if (++_seen == batches)
            stop.Cancel();
    }
}
