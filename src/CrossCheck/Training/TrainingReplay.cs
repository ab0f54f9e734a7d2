namespace TwinGrad;

/// <summary>Replays what was recorded of a training, by the trainer itself, on another engine or in another dtype.</summary>
internal static class TrainingReplay
{
    /// <param name="recipe">How the training is set up.</param>
    /// <param name="recorded">What was recorded of it.</param>
    /// <param name="rounding">What becomes of every number that an operation makes, and of every parameter after a step; null for itself.</param>
    /// <returns>The updates, in float64.</returns>
    internal static IReadOnlyList<RecordedUpdate> Run<T>(ITrainingRecipe recipe, TrainingRecorder recorded, Func<double, double>? rounding = null)
        where T : class, ITensor<T>
    {
        var setup = recipe.Build<T>();
        recorded.Start.Restore(setup, DType.Float64);
        var trainer = new Trainer<T>(setup);
        var log = new UpdateLog<T>(setup.Model);
        using var draws = recorded.Draws.Replay();
        using var disturbed = rounding is null ? default : new TraceScope(Tracing.Begin(Anomalies.None, made => T.Perturb((T)made, rounding)));
        foreach (var batch in recorded.Batches)
        {
            // An epoch's last update may be made of fewer batches than the trainer waits for.
            log.Add(trainer.Step(new(batch.Inputs.On<T>(DType.Float64), batch.Targets.On<T>(DType.Float64)), last: batch.Updated));
            if (rounding is not null && batch.Updated)
                foreach (var parameter in setup.Model.Parameters())
                    T.Perturb(parameter, rounding);
        }
        return log.Updates;
    }
}
