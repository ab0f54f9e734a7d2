using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>etaMin + (lr0 - etaMin) (1 + cos(pi e / tMax)) / 2 at epoch e: <c>torch.optim.lr_scheduler.CosineAnnealingLR</c>.</summary>
/// <remarks>
/// After tMax epochs the learning rate rises again as it fell. It is computed from the one before, as PyTorch does.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html"/>.
/// </remarks>
public sealed class CosineAnnealingLR : LRScheduler
{
    private int _tMax;
    private double _etaMin;

    /// <summary>Over an optimizer's groups.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="tMax">How many epochs it takes to the smallest learning rate.</param>
    /// <param name="etaMin">The smallest learning rate.</param>
    /// <exception cref="TorchArgumentException">The number of epochs is not positive.</exception>
    public CosineAnnealingLR(IOptimizer optimizer, int tMax, double etaMin = 0)
        : base(optimizer)
    {
        (_tMax, _etaMin) = (Checked(tMax), etaMin);
        Begin();
    }

    private protected override double Next(IParameterGroup group, double first, int epoch)
    {
        if (epoch == 0)
            return group.LearningRate;
        // From the lowest point on, where the ratio below would be one of zeros.
        if (((long)epoch - 1 - _tMax) % (2L * _tMax) == 0)
            return group.LearningRate + (first - _etaMin) * (1 - Math.Cos(Math.PI / _tMax)) / 2;
        return (1 + Math.Cos(Math.PI * epoch / _tMax)) / (1 + Math.Cos(Math.PI * (epoch - 1) / _tMax)) * (group.LearningRate - _etaMin) + _etaMin;
    }

    private protected override double Start(IParameterGroup group, double first, int epoch) => _etaMin + (first - _etaMin);

    private protected override void Write(JsonObject state) => (state["T_max"], state["eta_min"]) = (_tMax, StateJson.Number(_etaMin));

    private protected override Action Read(StateReader state)
    {
        var (tMax, etaMin) = (Checked(state.Integer("T_max")), state.Number("eta_min"));
        return () => (_tMax, _etaMin) = (tMax, etaMin);
    }

    private static int Checked(int tMax) => tMax > 0 ? tMax : throw Error.NotPositive("T_max", tMax);
}
