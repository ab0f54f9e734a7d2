using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>Where a training is, apart from any engine: it can go on from there on another.</summary>
internal sealed record TrainingState(
    IReadOnlyDictionary<string, RecordedTensor> Weights,
    string Optimizer,
    JsonObject OptimizerOptions,
    IReadOnlyDictionary<string, RecordedTensor> OptimizerTensors,
    JsonObject? Scheduler)
{
    /// <summary>What the training is computed in: the coarsest dtype of its parameters.</summary>
    internal DType DType => Weights.Values.Select(weight => weight.DType).Where(dtype => dtype.IsFloatingPoint).MaxBy(dtype => Ulp.Step(1, dtype)) ?? DType.Float64;

    internal static TrainingState Of<T>(TrainingSetup<T> setup)
        where T : class, ITensor<T>
    {
        var optimizer = setup.Optimizer.State();
        return new(
            RecordedTensor.Of(setup.Model.StateDict()),
            optimizer.Name,
            optimizer.Options.DeepClone().AsObject(),
            RecordedTensor.Of(optimizer.Tensors),
            setup.Scheduler?.State().DeepClone().AsObject());
    }

    /// <summary>Brings a training on an engine to where this one was, in a dtype.</summary>
    internal void Restore<T>(TrainingSetup<T> setup, DType dtype)
        where T : class, ITensor<T>
    {
        setup.Model.To(dtype);
        setup.Model.LoadStateDict(On<T>(Weights, dtype));
        setup.Optimizer.LoadState(new(Optimizer, OptimizerOptions.DeepClone().AsObject(), On<T>(OptimizerTensors, dtype)));
        if (Scheduler is not null)
            setup.Scheduler!.LoadState(Scheduler.DeepClone().AsObject());
    }

    private static Dictionary<string, T> On<T>(IReadOnlyDictionary<string, RecordedTensor> tensors, DType dtype)
        where T : class, ITensor<T>
        => tensors.ToDictionary(tensor => tensor.Key, tensor => tensor.Value.On<T>(dtype), StringComparer.Ordinal);
}
