using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>Changes the learning rates of an optimizer's groups from epoch to epoch.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate"/>.</remarks>
public interface IScheduler
{
    /// <summary>The learning rates that the last step set, one a group: <c>get_last_lr()</c>.</summary>
    IReadOnlyList<double> LastLearningRates { get; }

    /// <summary>Sets the learning rates of the next epoch (of the next batch, where the schedule counts those).</summary>
    /// <param name="metric">What is watched, such as the validation loss: only <c>ReduceLROnPlateau</c> asks for it, others pass it by.</param>
    /// <exception cref="TorchArgumentException">The schedule follows a metric and none was given.</exception>
    void Step(double? metric = null);

    /// <summary>All that the schedule needs to go on, bit by bit, under PyTorch's names: <c>state_dict()</c>. The optimizer's is its own affair.</summary>
    JsonObject State();

    /// <summary>Goes on where another schedule of the same kind left off: <c>load_state_dict()</c>. All of the state is taken or none.</summary>
    /// <exception cref="TorchArgumentException">Something of the state is missing, foreign or makes no sense; the message names it.</exception>
    void LoadState(JsonObject state);
}
