using System.Diagnostics;

namespace TwinGrad.Examples;

/// <summary>Carries a training out: the data, the model, the training itself, its replay.</summary>
internal sealed class TrainingRun
{
    private readonly TrainingRequest _request;
    private readonly TaskRecipe _recipe;
    private readonly DataLoader<Tensor> _train;
    private readonly DataLoader<Tensor> _test;
    private readonly Stopwatch _clock = new();

    /// <summary>Loads the data and sets the model up, or has it go on from its checkpoint.</summary>
    internal TrainingRun(TrainingRequest request)
    {
        var settings = request.Settings;
        var data = request.Task.Load<Tensor>(request.Data, settings.Seed);
        _request = request;
        _train = new(data.Train, settings.Batch, shuffle: true, seed: settings.Seed);
        _test = new(data.Test, Math.Max(settings.Batch, 256));
        _recipe = new(request.Task, settings, (int)Math.Min(int.MaxValue, (long)settings.Epochs * _train.BatchCount));
        Torch.ManualSeed(settings.Seed);
        var setup = _recipe.Build<Tensor>();
        setup.Model.To(request.Device);
        Trainer = new(setup);
        if (request is { Resume: true, Checkpoints: { } plan })
            Resumed = Trainer.Resume(plan);
        else if (request.Checkpoints is { } folder && CheckpointFolder.Exists(folder.Folder))
            throw new UsageException($"{folder.Folder} holds a checkpoint: --resume goes on from it, another --checkpoint starts anew");
        Before = Trainer.Progress;
    }

    internal Trainer<Tensor> Trainer { get; }

    /// <summary>Whether it goes on from a checkpoint.</summary>
    internal bool Resumed { get; }

    /// <summary>How far it was before this run.</summary>
    internal TrainingProgress Before { get; }

    internal TrainingSettings Settings => _request.Settings;

    /// <summary>Which part of the batches of all epochs was trained on, from 0 to 1.</summary>
    internal double Share => Settings.Epochs == 0 ? 1 : Math.Min(1, ShareOf(Trainer.Progress));

    internal double SamplesASecond => (SamplesOf(Trainer.Progress) - SamplesOf(Before)) / _clock.Elapsed.TotalSeconds;

    internal TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>How long it will take at the speed so far; null before there is one.</summary>
    internal TimeSpan? Left => Share > ShareOf(Before) ? _clock.Elapsed * ((1 - Share) / (Share - ShareOf(Before))) : null;

    /// <summary>How many samples are trained on and held out.</summary>
    internal (long Train, long Test) Samples => (_train.SampleCount, _test.SampleCount);

    /// <summary>Trains, and replays the first updates if that was asked for.</summary>
    internal TrainingOutcome Run(CancellationToken stop)
    {
        _clock.Start();
        using var recorder = _request.CrossCheck > 0 ? new TrainingRecorder(Trainer, _request.CrossCheck) : null;
        var finished = Trainer.Fit(_train, Settings.Epochs, _test, _request.Checkpoints, recorder, stop);
        _clock.Stop();
        return new(finished, Trainer.Progress.Epochs is [.., var last] ? last.Test : null, recorder is { Empty: false } ? TrainingCheck.Run(_recipe, recorder) : null);
    }

    private double ShareOf(TrainingProgress progress) => (progress.Epoch + (double)progress.Batches / _train.BatchCount) / Settings.Epochs;

    private static long SamplesOf(TrainingProgress progress) => progress.Epochs.Sum(epoch => epoch.Train.Samples) + progress.Samples;
}

/// <summary>What came of a training.</summary>
/// <param name="Finished">Whether all epochs were run.</param>
/// <param name="Test">Of the data held out, after the last epoch; null before the first has ended.</param>
/// <param name="Check">The replay; null where none was asked for or nothing was trained.</param>
internal sealed record TrainingOutcome(bool Finished, Evaluation? Test, TrainingCheckReport? Check);
