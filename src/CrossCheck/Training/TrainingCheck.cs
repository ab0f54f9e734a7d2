using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad;

/// <summary>
/// Verifies the first updates of a training end to end: they are replayed in float64 on libtorch and on the reference engine, from the same
/// weights, batches and draws, and loss, gradients and weights are compared update by update.
/// </summary>
/// <remarks>
/// Distances are |a - b| / |b| of a tensor as a vector. In float64 the engines stay within <see cref="Float64Tolerance"/> of each other.
/// Training in float32 drifts away from the reference as its rounding grows; how far it may is measured, by replaying the reference with every
/// number that is computed a few roundings of the training's dtype off: Monte Carlo arithmetic, Parker, Pierce and Eggert, Computing in Science and
/// Engineering 2 (4), 2000.
/// </remarks>
public static class TrainingCheck
{
    /// <summary>How far the engines may be apart in float64.</summary>
    public const double Float64Tolerance = 1e-10;

    /// <summary>How often the reference is replayed with other roundings.</summary>
    private const int Disturbances = 3;

    /// <summary>How many roundings a number is off at most in such a replay: a sum of many terms is more than one.</summary>
    private const int Roundings = 4;

    /// <summary>
    /// How much further than in such replays the training may be. A few of the many windows of a max pool, and of the zeros of a relu, lie so
    /// near to a tie that rounding sends their gradient another way: a replay meets some of them, and never the very same.
    /// </summary>
    private const double Margin = 64;

    /// <summary>Replays what was recorded.</summary>
    /// <param name="recipe">How the training was set up, on either engine.</param>
    /// <param name="recorded">What was recorded of it.</param>
    /// <exception cref="TorchException">Nothing was recorded.</exception>
    /// <exception cref="TorchArgumentException">The recipe sets up another training than the recorded one.</exception>
    public static TrainingCheckReport Run(ITrainingRecipe recipe, TrainingRecorder recorded)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(recorded);
        recorded.Dispose();
        if (recorded.Updates.Count == 0)
            throw Error.NothingRecorded();
        var float64 = TrainingReplay.Run<Tensor>(recipe, recorded);
        var reference = TrainingReplay.Run<ReferenceTensor>(recipe, recorded);
        var rounding = Roundings * Ulp.Step(1, recorded.Start.DType);
        var disturbed = Enumerable.Range(0, Disturbances).Select(run =>
        {
            var random = new Random(run);
            return TrainingReplay.Run<ReferenceTensor>(recipe, recorded, value => value * (1 + rounding * (2 * random.NextDouble() - 1)));
        }).ToList();
        return new([.. recorded.Updates.Select((trained, i) => Compare(
            i, trained, float64[i], reference[i], [.. disturbed.Select(run => run[i].DistancesFrom(reference[i]))], rounding))]);
    }

    private static TrainingCheckStep Compare(
        int place,
        RecordedUpdate trained,
        RecordedUpdate float64,
        RecordedUpdate reference,
        IReadOnlyList<IReadOnlyDictionary<(TrainedQuantity, string), double>> disturbed,
        double rounding)
    {
        var inFloat64 = float64.DistancesFrom(reference);
        return new(place + 1, trained.Loss, reference.Loss,
        [
            .. trained.DistancesFrom(reference).Select(distance => new TrainingDistance(
                distance.Key.Of,
                distance.Key.Name,
                distance.Value,
                Margin * disturbed.Max(run => run[distance.Key]) + rounding,
                inFloat64[distance.Key])),
        ]);
    }
}
