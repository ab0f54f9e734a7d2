using System.Globalization;
using System.Text.Json.Nodes;

namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException LossIsNotFinite(double loss, int epoch, int batch) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"the loss of epoch {epoch + 1}, batch {batch + 1} is {PythonFloat.Repr(loss)}; the parameters are as they were before it. "
            + $"A smaller learning rate or clipped gradients may help; Autograd.DetectAnomaly() names the operation it comes from"));

    internal static TorchException NothingRecorded() => new("nothing was recorded: train with the recorder as observer, until the optimizer has stepped");

    internal static CheckpointException CheckpointOfOtherSettings(string folder, JsonNode? saved, JsonNode? asked)
        => new($"the checkpoint in {folder} is of a training with the settings {saved?.ToJsonString() ?? "none"}, not {asked?.ToJsonString() ?? "none"}; "
            + "use those, or another folder", folder);

    internal static CheckpointException CheckpointOfAnotherTraining(string folder, Exception problem)
        => new($"the checkpoint in {folder} does not fit the training, which is left as it was: {problem.Message}", folder, problem);
}
