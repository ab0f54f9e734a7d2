using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>lr gamma at each milestone: <c>torch.optim.lr_scheduler.MultiStepLR</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html"/>.</remarks>
public sealed class MultiStepLR : LRScheduler
{
    private int[] _milestones;
    private double _gamma;

    /// <summary>Over an optimizer's groups.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="milestones">The epochs that change it, in any order; one that is named twice counts twice.</param>
    /// <param name="gamma">What it is multiplied by there.</param>
    public MultiStepLR(IOptimizer optimizer, IReadOnlyList<int> milestones, double gamma = 0.1)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        (_milestones, _gamma) = ([.. milestones], gamma);
        Begin();
    }

    private protected override double Next(IParameterGroup group, double first, int epoch)
        => _milestones.Count(milestone => milestone == epoch) is var times and > 0
            ? group.LearningRate * Math.Pow(_gamma, times)
            : group.LearningRate;

    private protected override double Start(IParameterGroup group, double first, int epoch)
        => first * Math.Pow(_gamma, _milestones.Count(milestone => milestone <= epoch));

    private protected override void Write(JsonObject state)
        => (state["milestones"], state["gamma"]) = (StateJson.Numbers(_milestones.Select(milestone => (double)milestone)), StateJson.Number(_gamma));

    private protected override Action Read(StateReader state)
    {
        var (milestones, gamma) = (state.Integers("milestones"), state.Number("gamma"));
        return () => (_milestones, _gamma) = (milestones, gamma);
    }
}
