using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>Where and how often a training is saved.</summary>
/// <param name="Folder">The folder of the checkpoint; it is made if it is not there.</param>
/// <param name="Settings">What the training depends on, such as seed and batch size: a checkpoint goes on only by the settings that it was saved by.</param>
public sealed record CheckpointPlan(string Folder, JsonObject? Settings = null)
{
    /// <summary>The folder of the checkpoint.</summary>
    public string Folder { get; } = Folder ?? throw new ArgumentNullException(nameof(Folder));

    /// <summary>After how many updates it is saved, besides the end of each epoch and when the training is stopped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int Every
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 100;
}
