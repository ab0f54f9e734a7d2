namespace TwinGrad;

/// <summary>Trains a model: forward, backward, step, zero, batch by batch and epoch by epoch.</summary>
/// <remarks>
/// Gradients are zeroed before the first batch of each update, so none adds onto one that was stepped by. They stay readable until then.
/// What a batch makes is freed in order before the next. A loss that is nan or infinite stops the training before it reaches the parameters.
/// </remarks>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="setup">What is trained, and how.</param>
public sealed partial class Trainer<T>(TrainingSetup<T> setup)
    where T : class, ITensor<T>
{
    /// <summary>How many batches' gradients have been added up for the next update.</summary>
    private int _accumulated;

    // Read by who shows it while another thread trains.
    private volatile TrainingProgress _progress = new([]);

    /// <summary>What is trained, and how.</summary>
    public TrainingSetup<T> Setup { get; } = setup ?? throw new ArgumentNullException(nameof(setup));

    /// <summary>How far it is; another thread may ask.</summary>
    public TrainingProgress Progress => _progress;

    /// <summary>Where batches are computed: where the model's first parameter is.</summary>
    public Device Device => Setup.Model.NamedParameters().Select(parameter => parameter.Value.Device).FirstOrDefault(Device.Cpu);

    /// <summary>Trains on one batch, and updates the parameters if it is the last of those whose gradients are accumulated.</summary>
    /// <param name="batch">Inputs and targets, on any device.</param>
    /// <param name="last">Whether no further batch is waited for, though fewer than <see cref="TrainingSetup{T}.AccumulationSteps"/> have come.</param>
    /// <exception cref="TorchException">The loss is nan or infinite; the parameters are as they were before.</exception>
    public BatchResult Step(Batch<T> batch, bool last = false)
    {
        ArgumentNullException.ThrowIfNull(batch);
        using var scope = T.BeginScope();
        try
        {
            Setup.Model.Train();
            if (_accumulated == 0)
                Setup.Optimizer.ZeroGrad();
            var (inputs, targets) = OnDevice(batch);
            var output = Setup.Model.Forward(inputs);
            var loss = Setup.Loss(output, targets);
            (Setup.AccumulationSteps == 1 ? loss : loss / Setup.AccumulationSteps).Backward();
            var result = new BatchResult(loss.Item<double>(), RightOf(output, targets), SamplesOf(targets), Updated: false);
            if (!double.IsFinite(result.Loss))
                throw Error.LossIsNotFinite(result.Loss, _progress.Epoch, _progress.Batches);
            if (++_accumulated < Setup.AccumulationSteps && !last)
                return result;
            Update();
            return result with { Updated = true };
        }
        catch
        {
            // A batch that failed leaves gradients behind that must not be added to.
            _accumulated = 0;
            throw;
        }
    }

    /// <summary>The mean loss and the accuracy over all batches of a loader, in evaluation mode and without recording; the model's mode is put back.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Evaluation Evaluate(DataLoader<T> data, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var training = Setup.Model.Training;
        Setup.Model.Eval();
        try
        {
            using var mode = new GradMode<T>(enabled: false);
            var (lossSum, right, samples) = (0.0, Setup.Right is null ? (long?)null : 0, 0L);
            foreach (var batch in data.Epoch(cancellationToken: stop))
            {
                using var scope = T.BeginScope();
                var (inputs, targets) = OnDevice(batch);
                var output = Setup.Model.Forward(inputs);
                lossSum += Setup.Loss(output, targets).Item<double>() * SamplesOf(targets);
                right += RightOf(output, targets);
                samples += SamplesOf(targets);
                Free(batch);
            }
            return Evaluation.Of(lossSum, right, samples);
        }
        finally
        {
            Setup.Model.Train(training);
        }
    }

    /// <summary>Clips what was accumulated and steps by it.</summary>
    private void Update()
    {
        if (Setup.MaxGradientNorm is { } most)
            ClipGrad.Norm_(Setup.Model.Parameters(), most);
        Setup.Optimizer.Step();
        _accumulated = 0;
        if (Setup.SchedulerInterval == SchedulerInterval.Update)
            Setup.Scheduler?.Step();
    }

    private (T Inputs, T Targets) OnDevice(Batch<T> batch)
    {
        var device = Device;
        return (T.To(batch.Inputs, device), T.To(batch.Targets, device));
    }

    /// <summary>A batch belongs to who enumerates it.</summary>
    private static void Free(Batch<T> batch)
    {
        T.Free(batch.Inputs);
        T.Free(batch.Targets);
    }

    private long? RightOf(T output, T targets)
    {
        if (Setup.Right is null)
            return null;
        using var mode = new GradMode<T>(enabled: false);
        return Setup.Right(output, targets).Sum().Item<long>();
    }

    /// <summary>How many samples a batch has: the length of the first dimension; a 0-dim target is one.</summary>
    private static long SamplesOf(T targets) => targets.Dim == 0 ? 1 : targets.Shape[0];
}
