using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>A schedule by the number of the epoch: <c>torch.optim.lr_scheduler.LRScheduler</c>.</summary>
/// <remarks>
/// It is made after the optimizer, sets the first learning rates at once, and is stepped after the optimizer. Most schedules change the
/// learning rate that is there, so that several over one optimizer act together, as PyTorch's do.
/// See <see href="https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate"/>.
/// </remarks>
public abstract class LRScheduler : IScheduler
{
    private const string StepsBeforeTheOptimizer =
        "Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in the opposite "
        + "order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value of the "
        + "learning rate schedule. See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate";

    private double[] _base;
    private double[] _last = [];

    private protected LRScheduler(IOptimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
        foreach (var group in optimizer.Groups)
            group.InitialLearningRate ??= group.LearningRate;
        _base = [.. optimizer.Groups.Select(group => group.InitialLearningRate!.Value)];
    }

    /// <summary>How often the schedule was stepped.</summary>
    public int LastEpoch { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<double> LastLearningRates => _last;

    internal IOptimizer Optimizer { get; }

    /// <summary>The groups that were there when the schedule was made; later ones keep their learning rates.</summary>
    private protected IEnumerable<IParameterGroup> Groups => Optimizer.Groups.Take(_base.Length);

    /// <inheritdoc/>
    public void Step(double? metric = null)
    {
        if (LastEpoch == 0 && !Optimizer.HasStepped)
            Warnings.Warn(StepsBeforeTheOptimizer);
        Set(LastEpoch + 1, Learned(LastEpoch + 1, Next));
    }

    /// <inheritdoc/>
    public JsonObject State()
    {
        var state = new JsonObject { ["base_lrs"] = StateJson.Numbers(_base), ["last_epoch"] = LastEpoch, ["_last_lr"] = StateJson.Numbers(_last) };
        Write(state);
        return state;
    }

    /// <inheritdoc/>
    public void LoadState(JsonObject state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Parsed(new(state, GetType().Name))();
    }

    /// <summary>Reads a state; what it gives makes it this schedule's.</summary>
    internal Action Parsed(StateReader state)
    {
        var (first, epoch, last) = (state.Numbers("base_lrs", _base.Length), state.Integer("last_epoch"), state.Numbers("_last_lr", _base.Length));
        var own = Read(state);
        state.End();
        return () =>
        {
            (_base, LastEpoch, _last) = (first, epoch, last);
            own();
        };
    }

    /// <summary>The first learning rates of a schedule that has just been made.</summary>
    internal void Begin() => Set(0, Learned(0, Next));

    /// <summary>The first learning rates, whatever is there now: where a sequence comes to this schedule.</summary>
    internal void Restart() => Set(0, Learned(0, Start));

    /// <summary>As before it was begun.</summary>
    internal void Undo() => LastEpoch = -1;

    /// <summary>A group's learning rate, from what it is now.</summary>
    /// <param name="group">The group.</param>
    /// <param name="first">The learning rate that the schedule started from.</param>
    /// <param name="epoch">The number of the epoch, from 0.</param>
    private protected abstract double Next(IParameterGroup group, double first, int epoch);

    /// <summary>The same at the start, not from what it is now.</summary>
    private protected virtual double Start(IParameterGroup group, double first, int epoch) => first;

    /// <summary>What else an epoch sets, once its learning rates are known to be in order.</summary>
    private protected virtual void Entered(int epoch)
    {
    }

    /// <summary>Writes the schedule's own numbers under PyTorch's names.</summary>
    private protected abstract void Write(JsonObject state);

    /// <summary>Reads them; what it gives makes them this schedule's.</summary>
    private protected abstract Action Read(StateReader state);

    private double[] Learned(int epoch, Func<IParameterGroup, double, int, double> rate)
    {
        double[] rates = [.. Groups.Zip(_base, (group, first) => rate(group, first, epoch))];
        foreach (var value in rates)
            if (!(value >= 0))
                throw Error.InvalidOption("learning rate", value);
        return rates;
    }

    private void Set(int epoch, double[] rates)
    {
        foreach (var (group, rate) in Groups.Zip(rates))
            group.LearningRate = rate;
        Entered(epoch);
        (LastEpoch, _last) = (epoch, rates);
    }
}
