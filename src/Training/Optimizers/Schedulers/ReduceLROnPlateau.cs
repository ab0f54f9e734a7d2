using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>Which way a metric gets better.</summary>
public enum PlateauMode
{
    /// <summary>Downwards, as a loss: <c>'min'</c>.</summary>
    Min,

    /// <summary>Upwards, as an accuracy: <c>'max'</c>.</summary>
    Max,
}

/// <summary>What a metric has to exceed to count as better.</summary>
public enum ThresholdMode
{
    /// <summary>A part of the best so far: <c>'rel'</c>.</summary>
    Rel,

    /// <summary>A number: <c>'abs'</c>.</summary>
    Abs,
}

/// <summary>lr factor once a metric has not got better for more than <c>patience</c> epochs: <c>torch.optim.lr_scheduler.ReduceLROnPlateau</c>.</summary>
/// <remarks>
/// A metric that is not a number is never better.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html"/>.
/// </remarks>
public sealed class ReduceLROnPlateau : IScheduler
{
    private readonly IOptimizer _optimizer;
    private Settings _settings;
    private double _best;
    private int _badEpochs;
    private int _cooldownLeft;
    private double[] _last;

    /// <summary>Over an optimizer's groups.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="mode">Which way the metric gets better.</param>
    /// <param name="factor">What the learning rate is multiplied by, below 1.</param>
    /// <param name="patience">How many epochs without getting better are borne.</param>
    /// <param name="threshold">By how much a metric has to be better.</param>
    /// <param name="thresholdMode">Whether that is a part of the best so far or a number.</param>
    /// <param name="cooldown">For how many epochs after a change nothing counts as bad.</param>
    /// <param name="minLR">The learning rate goes no lower.</param>
    /// <param name="eps">A smaller change is not made.</param>
    /// <exception cref="TorchArgumentException">The factor is not below 1, or a number is negative.</exception>
    public ReduceLROnPlateau(
        IOptimizer optimizer, PlateauMode mode = PlateauMode.Min, double factor = 0.1, int patience = 10, double threshold = 1e-4,
        ThresholdMode thresholdMode = ThresholdMode.Rel, int cooldown = 0, double minLR = 0, double eps = 1e-8)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        _optimizer = optimizer;
        _settings = new Settings(mode, factor, patience, threshold, thresholdMode, cooldown, minLR, eps).Checked();
        _best = mode == PlateauMode.Min ? double.PositiveInfinity : double.NegativeInfinity;
        _last = [.. optimizer.Groups.Select(group => group.LearningRate)];
    }

    /// <summary>How often the schedule was stepped.</summary>
    public int LastEpoch { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<double> LastLearningRates => _last;

    /// <summary>Looks at the metric of an epoch, and lowers the learning rates where it has not got better for long enough.</summary>
    /// <param name="metric">What is watched, such as the validation loss.</param>
    /// <exception cref="TorchArgumentException">None was given.</exception>
    public void Step(double? metric = null)
    {
        var current = metric ?? throw Error.MetricNeeded();
        LastEpoch++;
        if (_settings.IsBetter(current, _best))
            (_best, _badEpochs) = (current, 0);
        else
            _badEpochs++;
        if (_cooldownLeft > 0)
        {
            _cooldownLeft--;
            _badEpochs = 0;
        }
        if (_badEpochs > _settings.Patience)
        {
            Reduce();
            (_cooldownLeft, _badEpochs) = (_settings.Cooldown, 0);
        }
        _last = [.. _optimizer.Groups.Select(group => group.LearningRate)];
    }

    /// <inheritdoc/>
    public JsonObject State() => new()
    {
        ["mode"] = _settings.Mode == PlateauMode.Min ? "min" : "max",
        ["factor"] = StateJson.Number(_settings.Factor),
        ["patience"] = _settings.Patience,
        ["threshold"] = StateJson.Number(_settings.Threshold),
        ["threshold_mode"] = _settings.ThresholdMode == ThresholdMode.Rel ? "rel" : "abs",
        ["cooldown"] = _settings.Cooldown,
        ["min_lr"] = StateJson.Number(_settings.MinLR),
        ["eps"] = StateJson.Number(_settings.Eps),
        ["best"] = StateJson.Number(_best),
        ["num_bad_epochs"] = _badEpochs,
        ["cooldown_counter"] = _cooldownLeft,
        ["last_epoch"] = LastEpoch,
        ["_last_lr"] = StateJson.Numbers(_last),
    };

    /// <inheritdoc/>
    public void LoadState(JsonObject state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var read = new StateReader(state, nameof(ReduceLROnPlateau));
        var settings = new Settings(
            Of(read, "mode", ("min", PlateauMode.Min), ("max", PlateauMode.Max)), read.Number("factor"), read.Integer("patience"),
            read.Number("threshold"), Of(read, "threshold_mode", ("rel", ThresholdMode.Rel), ("abs", ThresholdMode.Abs)),
            read.Integer("cooldown"), read.Number("min_lr"), read.Number("eps")).Checked();
        var (best, bad, cooldown) = (read.Number("best"), read.Integer("num_bad_epochs"), read.Integer("cooldown_counter"));
        var (epoch, last) = (read.Integer("last_epoch"), read.Numbers("_last_lr", _last.Length));
        read.End();
        (_settings, _best, _badEpochs, _cooldownLeft, LastEpoch, _last) = (settings, best, bad, cooldown, epoch, last);
    }

    private static TValue Of<TValue>(StateReader state, string key, (string Text, TValue Value) one, (string Text, TValue Value) other)
    {
        var text = state.TextOrNone(key);
        return text == one.Text ? one.Value : text == other.Text ? other.Value : throw state.Wrong(key, $"'{one.Text}' or '{other.Text}'");
    }

    private void Reduce()
    {
        foreach (var group in _optimizer.Groups)
        {
            var lower = Math.Max(group.LearningRate * _settings.Factor, _settings.MinLR);
            if (group.LearningRate - lower > _settings.Eps)
                group.LearningRate = lower;
        }
    }

    private sealed record Settings(
        PlateauMode Mode, double Factor, int Patience, double Threshold, ThresholdMode ThresholdMode, int Cooldown, double MinLR, double Eps)
    {
        internal Settings Checked()
        {
            if (!Enum.IsDefined(Mode))
                throw Error.UnknownMode("mode", Mode.ToString());
            if (!Enum.IsDefined(ThresholdMode))
                throw Error.UnknownMode("threshold mode", ThresholdMode.ToString());
            if (!(Factor is >= 0 and < 1))
                throw Error.PlateauFactor(Factor);
            return this;
        }

        internal bool IsBetter(double value, double best) => (Mode, ThresholdMode) switch
        {
            (PlateauMode.Min, ThresholdMode.Rel) => value < best * (1 - Threshold),
            (PlateauMode.Min, _) => value < best - Threshold,
            (_, ThresholdMode.Rel) => value > best * (Threshold + 1),
            _ => value > best + Threshold,
        };
    }
}
