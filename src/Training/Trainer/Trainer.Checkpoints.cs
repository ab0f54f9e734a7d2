using System.Text.Json;
using System.Text.Json.Nodes;

namespace TwinGrad;

public sealed partial class Trainer<T>
{
    private const string WeightsPart = "weights";
    private const string OptimizerPart = "optimizer";
    private const string RandomPart = "random";
    private const string CpuState = "cpu";

    /// <summary>
    /// Goes on where a checkpoint was saved: parameters and buffers, optimizer, schedule, place in the epoch, random state. All of it is taken
    /// or, where something does not fit, nothing.
    /// </summary>
    /// <remarks>
    /// On the CPU the training ends in the very weights that it would have ended in without the interruption. A GPU's generator can't be put
    /// back: there, dropout draws anew.
    /// </remarks>
    /// <param name="plan">Where it was saved, and by which settings.</param>
    /// <returns>Whether there was a checkpoint.</returns>
    /// <exception cref="CheckpointException">The checkpoint is damaged, or of another training.</exception>
    public bool Resume(CheckpointPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!CheckpointFolder.Exists(plan.Folder))
            return false;
        var checkpoint = CheckpointFolder.Load<T>(plan.Folder, Device);
        var (before, progress) = (Snapshot(plan), _progress);
        try
        {
            Restore(plan, checkpoint);
        }
        catch (Exception problem) when (problem is ITorchException or JsonException or KeyNotFoundException)
        {
            Restore(plan, before);
            _progress = progress;
            throw problem as CheckpointException ?? Error.CheckpointOfAnotherTraining(plan.Folder, problem);
        }
        return true;
    }

    private void Save(CheckpointPlan? plan)
    {
        if (plan is not null)
            CheckpointFolder.Save(plan.Folder, State(plan));
    }

    /// <summary>The state as it is, in copies that later steps do not change.</summary>
    private Checkpoint<T> Snapshot(CheckpointPlan plan)
    {
        var state = State(plan);
        return state with
        {
            Tensors = state.Tensors.ToDictionary(
                part => part.Key,
                part => (IReadOnlyDictionary<string, T>)part.Value.ToDictionary(tensor => tensor.Key, tensor => T.Clone(tensor.Value))),
        };
    }

    private Checkpoint<T> State(CheckpointPlan plan)
    {
        var optimizer = Setup.Optimizer.State();
        return new(
            new()
            {
                ["settings"] = plan.Settings?.DeepClone(),
                ["progress"] = _progress.ToJson(),
                ["optimizer"] = new JsonObject { ["name"] = optimizer.Name, ["options"] = optimizer.Options.DeepClone() },
                ["scheduler"] = Setup.Scheduler?.State().DeepClone(),
            },
            new Dictionary<string, IReadOnlyDictionary<string, T>>
            {
                [WeightsPart] = Setup.Model.StateDict(),
                [OptimizerPart] = optimizer.Tensors,
                [RandomPart] = new Dictionary<string, T> { [CpuState] = T.GetRandomState(Device.Cpu) },
            });
    }

    private void Restore(CheckpointPlan plan, Checkpoint<T> checkpoint)
    {
        var saved = checkpoint.Progress;
        if (!JsonNode.DeepEquals(saved["settings"], plan.Settings))
            throw Error.CheckpointOfOtherSettings(plan.Folder, saved["settings"], plan.Settings);
        var progress = TrainingProgress.FromJson(Object(saved, "progress"));
        var optimizer = Object(saved, "optimizer");
        var name = optimizer["name"] is JsonValue value && value.TryGetValue(out string? text) ? text : throw new JsonException("the record has no name of an optimizer");
        Setup.Model.LoadStateDict(checkpoint.Tensors[WeightsPart]);
        Setup.Optimizer.LoadState(new(name, Object(optimizer, "options"), checkpoint.Tensors[OptimizerPart]));
        Setup.Scheduler?.LoadState(Object(saved, "scheduler"));
        T.SetRandomState(checkpoint.Tensors[RandomPart][CpuState], Device.Cpu);
        (_progress, _accumulated) = (progress, 0);
    }

    private static JsonObject Object(JsonObject record, string name)
        => record[name] as JsonObject ?? throw new JsonException($"the record has no {name}");
}
