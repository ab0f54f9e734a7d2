using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>lr0 times a factor that goes from one to another in equal steps, a warm-up: <c>torch.optim.lr_scheduler.LinearLR</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html"/>.</remarks>
public sealed class LinearLR : LRScheduler
{
    private double _startFactor;
    private double _endFactor;
    private int _totalIters;

    /// <summary>Over an optimizer's groups.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="startFactor">The first factor, above 0.</param>
    /// <param name="endFactor">The last factor.</param>
    /// <param name="totalIters">How many steps lie between them.</param>
    /// <exception cref="TorchArgumentException">A factor lies outside of 0 to 1, or the number of steps is not positive.</exception>
    public LinearLR(IOptimizer optimizer, double startFactor = 1.0 / 3, double endFactor = 1, int totalIters = 5)
        : base(optimizer)
    {
        (_startFactor, _endFactor, _totalIters) = Checked(startFactor, endFactor, totalIters);
        Begin();
    }

    private protected override double Next(IParameterGroup group, double first, int epoch)
    {
        if (epoch == 0)
            return group.LearningRate * _startFactor;
        if (epoch > _totalIters)
            return group.LearningRate;
        var step = _endFactor - _startFactor;
        // On the way to 0 rounding may lead past it.
        return Math.Max(0, group.LearningRate * (1 + step / (_totalIters * _startFactor + (epoch - 1) * step)));
    }

    private protected override double Start(IParameterGroup group, double first, int epoch) => first * _startFactor;

    private protected override void Write(JsonObject state)
    {
        (state["start_factor"], state["end_factor"]) = (StateJson.Number(_startFactor), StateJson.Number(_endFactor));
        state["total_iters"] = _totalIters;
    }

    private protected override Action Read(StateReader state)
    {
        var values = Checked(state.Number("start_factor"), state.Number("end_factor"), state.Integer("total_iters"));
        return () => (_startFactor, _endFactor, _totalIters) = values;
    }

    private static (double StartFactor, double EndFactor, int TotalIters) Checked(double startFactor, double endFactor, int totalIters)
    {
        if (!(startFactor is > 0 and <= 1))
            throw Error.StartFactor(startFactor);
        if (!(endFactor is >= 0 and <= 1))
            throw Error.EndFactor(endFactor);
        return totalIters > 0 ? (startFactor, endFactor, totalIters) : throw Error.NotPositive("total_iters", totalIters);
    }
}
