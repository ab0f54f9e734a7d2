using System.Globalization;
using System.Text.Json.Nodes;

namespace TwinGrad.Examples;

/// <summary>What a training depends on besides its task: the same settings give the same weights.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="Model">Which of its models.</param>
/// <param name="Epochs">How many passes over the training data.</param>
/// <param name="Batch">How many samples a batch has.</param>
/// <param name="LearningRate">The learning rate that the schedule starts from.</param>
/// <param name="Seed">From which the split, the initial parameters, the order of the batches and dropout follow.</param>
internal sealed record TrainingSettings(string Task, string Model, int Epochs, int Batch, double LearningRate, long Seed)
{
    /// <summary>What a checkpoint is kept with: it goes on only by these settings.</summary>
    internal JsonObject ToJson() => new()
    {
        ["task"] = Task,
        ["model"] = Model,
        ["epochs"] = Epochs,
        ["batch"] = Batch,
        ["lr"] = LearningRate,
        ["seed"] = Seed,
    };

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Task}, {Model}: {Epochs} epochs, batches of {Batch}, learning rate {LearningRate}, seed {Seed}");
}
