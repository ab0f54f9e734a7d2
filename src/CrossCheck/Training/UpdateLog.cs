namespace TwinGrad;

/// <summary>Notes what each update of a training on an engine was made of and what it made.</summary>
internal sealed class UpdateLog<T>(Module<T> model)
    where T : class, ITensor<T>
{
    private readonly List<double> _losses = [];
    private readonly List<RecordedUpdate> _updates = [];

    internal IReadOnlyList<RecordedUpdate> Updates => _updates;

    internal void Add(BatchResult batch)
    {
        _losses.Add(batch.Loss);
        if (!batch.Updated)
            return;
        var gradients = model.NamedParameters().Where(parameter => parameter.Value.Grad is not null)
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.Grad!));
        var weights = model.StateDict().Where(tensor => tensor.Value.DType.IsFloatingPoint);
        _updates.Add(new(_losses.Average(), RecordedTensor.Of(gradients), RecordedTensor.Of(weights)));
        _losses.Clear();
    }
}

/// <summary>An update of a training.</summary>
/// <param name="Loss">The mean loss of the batches whose gradients were added up for it.</param>
/// <param name="Gradients">What the optimizer stepped by, of the parameters that had any.</param>
/// <param name="Weights">Parameters and floating-point buffers after it.</param>
internal sealed record RecordedUpdate(
    double Loss, IReadOnlyDictionary<string, RecordedTensor> Gradients, IReadOnlyDictionary<string, RecordedTensor> Weights)
{
    /// <summary>How far the loss and each tensor are from those of another replay.</summary>
    internal IReadOnlyDictionary<(TrainedQuantity Of, string Name), double> DistancesFrom(RecordedUpdate other)
    {
        var distances = new OrderedDictionary<(TrainedQuantity, string), double>
        {
            [(TrainedQuantity.Loss, "loss")] = RecordedTensor.Of(Loss).DistanceFrom(RecordedTensor.Of(other.Loss)),
        };
        Add(TrainedQuantity.Gradient, Gradients, other.Gradients);
        Add(TrainedQuantity.Weight, Weights, other.Weights);
        return distances;

        void Add(TrainedQuantity of, IReadOnlyDictionary<string, RecordedTensor> own, IReadOnlyDictionary<string, RecordedTensor> others)
        {
            // A gradient that one engine has and the other has not is infinitely far.
            foreach (var name in own.Keys.Union(others.Keys))
                distances[(of, name)] = own.TryGetValue(name, out var one) && others.TryGetValue(name, out var another)
                    ? one.DistanceFrom(another)
                    : double.PositiveInfinity;
        }
    }
}
