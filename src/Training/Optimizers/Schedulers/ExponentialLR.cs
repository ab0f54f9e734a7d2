using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>lr gamma every epoch: <c>torch.optim.lr_scheduler.ExponentialLR</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html"/>.</remarks>
public sealed class ExponentialLR : LRScheduler
{
    private double _gamma;

    /// <summary>Over an optimizer's groups.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="gamma">What they are multiplied by.</param>
    public ExponentialLR(IOptimizer optimizer, double gamma)
        : base(optimizer)
    {
        _gamma = gamma;
        Begin();
    }

    private protected override double Next(IParameterGroup group, double first, int epoch)
        => epoch == 0 ? group.LearningRate : group.LearningRate * _gamma;

    private protected override void Write(JsonObject state) => state["gamma"] = StateJson.Number(_gamma);

    private protected override Action Read(StateReader state)
    {
        var gamma = state.Number("gamma");
        return () => _gamma = gamma;
    }
}
