using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>What a training was and came to, for people and for machines.</summary>
internal sealed class TrainingReport(TrainingRequest request, TrainingRun run)
{
    internal void WriteHead(IAnsiConsole console)
    {
        var (train, test) = run.Samples;
        console.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{request.Settings}; {train:N0} samples to train on, {test:N0} held out; on {run.Trainer.Device}"));
        if (run.Resumed)
            console.WriteLine($"goes on from {request.Checkpoints!.Folder}: epoch {run.Before.Epoch + 1}, after batch {run.Before.Batches}");
        else if (request.Resume)
            console.WriteLine($"no checkpoint in {request.Checkpoints!.Folder} yet: starts anew");
    }

    internal void Write(TrainingOutcome outcome, IReadOnlyList<FileInfo> pictures, IAnsiConsole console)
    {
        if (outcome.Check is not null)
            console.Write(Checked(outcome.Check));
        if (outcome.Check is { Agree: false })
            console.WriteLine(outcome.Check.ToString());
        console.Write(Summary(outcome));
        foreach (var picture in pictures)
            console.WriteLine($"drawn: {picture.FullName}");
        if (!outcome.Finished)
            console.WriteLine(request.Checkpoints is { } plan
                ? $"stopped and saved; --resume --checkpoint {plan.Folder} goes on"
                : "stopped; nothing was saved, as no --checkpoint was named");
    }

    internal JsonObject Json(TrainingOutcome outcome) => new()
    {
        ["settings"] = request.Settings.ToJson(),
        ["device"] = run.Trainer.Device.ToString(),
        ["resumed"] = run.Resumed,
        ["finished"] = outcome.Finished,
        ["updates"] = run.Trainer.Progress.Updates,
        ["seconds"] = run.Elapsed.TotalSeconds,
        ["samples_a_second"] = run.SamplesASecond,
        ["test_loss"] = outcome.Test?.Loss,
        ["test_accuracy"] = outcome.Test?.Accuracy,
        ["epochs"] = new JsonArray([.. run.Trainer.Progress.Epochs.Select(Of)]),
        ["crosscheck"] = outcome.Check is null ? null : new JsonObject
        {
            ["agree"] = outcome.Check.Agree,
            ["updates"] = new JsonArray([.. outcome.Check.Steps.Select(Of)]),
        },
    };

    private Table Summary(TrainingOutcome outcome)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("what", "how much");
        var progress = run.Trainer.Progress;
        Row("epochs", $"{progress.Epoch} of {request.Settings.Epochs}");
        Row("updates", $"{progress.Updates:N0}");
        if (progress.Epochs is [.., var last])
            Row("training loss", $"{last.Train.Loss:0.0000}");
        if (outcome.Test is { } test)
        {
            Row("test loss", $"{test.Loss:0.0000}");
            if (test.Accuracy is { } accuracy)
                Row("test accuracy", $"{TrainingDisplay.Percent(accuracy)} of {test.Samples:N0}");
        }
        Row("time", $"{run.Elapsed.TotalSeconds:0.0} s, {run.SamplesASecond:N0} samples a second");
        if (outcome.Check is { } check)
            Row("cross-check", $"{(check.Agree ? "agrees" : "DIFFERS")}, {check.Steps.Count} updates replayed on the reference engine");
        return table;

        void Row(string what, FormattableString answer) => table.AddRow(new Text(what), new Text(answer.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Update by update, the largest distance of each kind.</summary>
    private static Table Checked(TrainingCheckReport check)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("update", "loss", "distance: loss", "gradients", "weights", "of what is explained", "float64", "verdict");
        foreach (var step in check.Steps)
            table.AddRow(
                new Text(step.Update.ToString(CultureInfo.InvariantCulture)),
                new Text(step.Loss.ToString("0.000000", CultureInfo.InvariantCulture)),
                new Text(Distance(step.Trained(TrainedQuantity.Loss))),
                new Text(Distance(step.Trained(TrainedQuantity.Gradient))),
                new Text(Distance(step.Trained(TrainedQuantity.Weight))),
                new Text(TrainingDisplay.Percent(step.Explained)),
                new Text(Distance(step.Float64)),
                step.Agree ? new Markup("[green]agree[/]") : new Markup("[red]differ[/]"));
        return table;
    }

    private static string Distance(double distance) => distance == 0 ? "0" : distance.ToString("0.0e+0", CultureInfo.InvariantCulture);

    private static JsonObject Of(EpochResult epoch) => new()
    {
        ["epoch"] = epoch.Epoch + 1,
        ["lr"] = epoch.LearningRate,
        ["train_loss"] = epoch.Train.Loss,
        ["train_accuracy"] = epoch.Train.Accuracy,
        ["test_loss"] = epoch.Test?.Loss,
        ["test_accuracy"] = epoch.Test?.Accuracy,
    };

    private static JsonObject Of(TrainingCheckStep step) => new()
    {
        ["update"] = step.Update,
        ["loss"] = step.Loss,
        ["reference_loss"] = step.ReferenceLoss,
        ["distances"] = new JsonArray([.. step.Distances.Select(distance => new JsonObject
        {
            ["of"] = distance.Of.ToString(),
            ["name"] = distance.Name,
            ["trained"] = distance.Trained,
            ["explained_by_rounding"] = distance.Allowed,
            ["float64"] = distance.Float64,
        })]),
    };
}
