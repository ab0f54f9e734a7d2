using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TwinGrad;

/// <summary>How far a training is. All of it goes into a checkpoint, so that a resumed run reports the very numbers of an uninterrupted one.</summary>
/// <param name="Epochs">What the epochs that have ended gave.</param>
/// <param name="Batches">How many batches of the epoch under way were trained on.</param>
/// <param name="LossSum">The sum of their samples' losses.</param>
/// <param name="Right">How many of their predictions were right; null where nothing is counted.</param>
/// <param name="Samples">How many samples they had.</param>
/// <param name="Updates">How often the optimizer has stepped in all.</param>
public sealed record TrainingProgress(
    IReadOnlyList<EpochResult> Epochs, int Batches = 0, double LossSum = 0, long? Right = null, long Samples = 0, long Updates = 0)
{
    /// <summary>The epoch under way, from 0.</summary>
    [JsonIgnore]
    public int Epoch => Epochs.Count;

    /// <summary>The means over the batches of the epoch under way; nan before the first.</summary>
    [JsonIgnore]
    public Evaluation SoFar => Evaluation.Of(LossSum, Right, Samples);

    internal TrainingProgress After(BatchResult batch) => this with
    {
        Batches = Batches + 1,
        LossSum = LossSum + batch.Loss * batch.Samples,
        Right = batch.Right is { } right ? (Right ?? 0) + right : Right,
        Samples = Samples + batch.Samples,
        Updates = Updates + (batch.Updated ? 1 : 0),
    };

    /// <summary>The epoch under way has ended.</summary>
    internal TrainingProgress After(EpochResult epoch) => new([.. Epochs, epoch], Updates: Updates);

    internal JsonObject ToJson() => JsonSerializer.SerializeToNode(this, TrainingJson.Default.TrainingProgress)!.AsObject();

    /// <exception cref="JsonException">It is no progress.</exception>
    internal static TrainingProgress FromJson(JsonObject json)
    {
        var progress = json.Deserialize(TrainingJson.Default.TrainingProgress);
        return progress is { Epochs: not null, Batches: >= 0, Samples: >= 0, Updates: >= 0 } && progress.Epochs.All(epoch => epoch?.Train is not null)
            ? progress
            : throw new JsonException("no training progress");
    }
}

/// <summary>How progress is written: every number so that the same is read, nan and infinities too.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TrainingProgress))]
internal sealed partial class TrainingJson : JsonSerializerContext;
