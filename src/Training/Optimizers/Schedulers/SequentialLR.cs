using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>One schedule after the other, each from the start when its milestone is reached: <c>torch.optim.lr_scheduler.SequentialLR</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.SequentialLR.html"/>.</remarks>
public sealed class SequentialLR : IScheduler
{
    private readonly LRScheduler[] _schedulers;
    private int[] _milestones;
    private int _current;

    /// <summary>Over schedules of one optimizer. The learning rates go back to where the first schedule starts.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="schedulers">The schedules, in order.</param>
    /// <param name="milestones">The epochs at which the second and the following begin, ascending.</param>
    /// <exception cref="TorchArgumentException">A schedule is of another optimizer, or there is not one milestone between each two.</exception>
    public SequentialLR(IOptimizer optimizer, IReadOnlyList<LRScheduler> schedulers, IReadOnlyList<int> milestones)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(schedulers);
        ArgumentNullException.ThrowIfNull(milestones);
        foreach (var scheduler in schedulers)
            ArgumentNullException.ThrowIfNull(scheduler, nameof(schedulers));
        _schedulers = [.. schedulers];
        _milestones = Checked([.. milestones]);
        var stranger = Array.FindIndex(_schedulers, scheduler => scheduler.Optimizer != optimizer);
        if (stranger >= 0)
            throw Error.SchedulerOfAnother(stranger);
        foreach (var group in optimizer.Groups)
            group.LearningRate = group.InitialLearningRate ?? group.LearningRate;
        foreach (var scheduler in _schedulers)
            scheduler.Undo();
        _schedulers[0].Begin();
    }

    /// <summary>How often the schedule was stepped.</summary>
    public int LastEpoch { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<double> LastLearningRates => _schedulers[_current].LastLearningRates;

    /// <inheritdoc/>
    public void Step(double? metric = null)
    {
        var epoch = LastEpoch + 1;
        var current = _milestones.Count(milestone => milestone <= epoch);
        if (current > 0 && _milestones[current - 1] == epoch)
            _schedulers[current].Restart();
        else
            _schedulers[current].Step();
        (LastEpoch, _current) = (epoch, current);
    }

    /// <inheritdoc/>
    public JsonObject State() => new()
    {
        ["milestones"] = StateJson.Numbers(_milestones.Select(milestone => (double)milestone)),
        ["last_epoch"] = LastEpoch,
        ["_schedulers"] = new JsonArray([.. _schedulers.Select(scheduler => (JsonNode)scheduler.State())]),
    };

    /// <inheritdoc/>
    public void LoadState(JsonObject state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var read = new StateReader(state, nameof(SequentialLR));
        var (milestones, epoch, schedulers) = (Checked(read.Integers("milestones")), read.Integer("last_epoch"), read.Objects("_schedulers"));
        if (schedulers.Length != _schedulers.Length)
            throw read.Wrong("_schedulers", $"an array of {_schedulers.Length} objects");
        Action[] parsed = [.. _schedulers.Zip(schedulers, (scheduler, own) => scheduler.Parsed(own))];
        read.End();
        foreach (var commit in parsed)
            commit();
        (_milestones, LastEpoch) = (milestones, epoch);
        _current = milestones.Count(milestone => milestone <= epoch);
    }

    private int[] Checked(int[] milestones)
    {
        if (milestones.Length != _schedulers.Length - 1)
            throw Error.MilestoneCount(_schedulers.Length, milestones.Length);
        return milestones.SequenceEqual(milestones.Order()) ? milestones : throw Error.MilestoneOrder(milestones);
    }
}
