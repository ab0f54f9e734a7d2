using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>lr gamma every <c>stepSize</c> epochs: <c>torch.optim.lr_scheduler.StepLR</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html"/>.</remarks>
public sealed class StepLR : LRScheduler
{
    private int _stepSize;
    private double _gamma;

    /// <summary>Over an optimizer's groups.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="stepSize">How many epochs a learning rate lasts.</param>
    /// <param name="gamma">What it is multiplied by after them.</param>
    /// <exception cref="TorchArgumentException">The number of epochs is not positive.</exception>
    public StepLR(IOptimizer optimizer, int stepSize, double gamma = 0.1)
        : base(optimizer)
    {
        (_stepSize, _gamma) = (Checked(stepSize), gamma);
        Begin();
    }

    private protected override double Next(IParameterGroup group, double first, int epoch)
        => epoch == 0 || epoch % _stepSize != 0 ? group.LearningRate : group.LearningRate * _gamma;

    private protected override void Write(JsonObject state) => (state["step_size"], state["gamma"]) = (_stepSize, StateJson.Number(_gamma));

    private protected override Action Read(StateReader state)
    {
        var (stepSize, gamma) = (Checked(state.Integer("step_size")), state.Number("gamma"));
        return () => (_stepSize, _gamma) = (stepSize, gamma);
    }

    private static int Checked(int stepSize) => stepSize > 0 ? stepSize : throw Error.NotPositive("step_size", stepSize);
}
