using System.Globalization;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Shows a training while another thread carries it out: a live bar on a terminal, plain lines elsewhere.</summary>
internal sealed class TrainingDisplay(TrainingRun run, IAnsiConsole console)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>After how long an epoch that has not ended gets a line.</summary>
    private static readonly TimeSpan LongEpoch = TimeSpan.FromSeconds(10);

    internal void Show(Task work)
    {
        if (console.Profile.Out.IsTerminal)
            ShowBar(work);
        else
            WriteLines(work);
    }

    private void ShowBar(Task work)
        => console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var bar = progress.AddTask(Markup.Escape(Now()), maxValue: 1);
                bar.Value = run.Share;
                while (!Ended(work))
                {
                    bar.Description = Markup.Escape(Now());
                    bar.Value = run.Share;
                }
            });

    private void WriteLines(Task work)
    {
        var output = console.Profile.Out.Writer;
        var told = run.Before.Epoch;
        var last = run.Elapsed;
        bool ended;
        do
        {
            ended = Ended(work);
            foreach (var epoch in run.Trainer.Progress.Epochs.Skip(told))
            {
                output.WriteLine(Of(epoch));
                told++;
                last = run.Elapsed;
            }
            if (!ended && run.Elapsed - last > LongEpoch)
            {
                output.WriteLine(Now());
                last = run.Elapsed;
            }
        }
        while (!ended);
    }

    /// <summary>Waits a moment for the end. What the training throws is for who asks for its result.</summary>
    private static bool Ended(Task work) => Task.WaitAny([work], Glance) == 0;

    /// <summary>The epoch under way.</summary>
    private string Now()
    {
        var progress = run.Trainer.Progress;
        // After the last epoch only the replay is left.
        if (progress.Epoch >= run.Settings.Epochs)
            return "replaying on the reference engine";
        return progress.Samples == 0
            ? $"epoch {progress.Epoch + 1} of {run.Settings.Epochs}"
            : string.Create(CultureInfo.InvariantCulture, $"epoch {progress.Epoch + 1} of {run.Settings.Epochs}: {Of(progress.SoFar)}, {run.SamplesASecond:N0} samples/s");
    }

    /// <summary>An epoch that has ended.</summary>
    private string Of(EpochResult epoch)
    {
        var test = epoch.Test is null ? "" : $"; held out {Of(epoch.Test)}";
        var left = run.Left is { } time ? string.Create(CultureInfo.InvariantCulture, $", {time.TotalSeconds:0} s left") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {epoch.Epoch + 1} of {run.Settings.Epochs}: {Of(epoch.Train)}{test}; {run.SamplesASecond:N0} samples/s{left}");
    }

    private static string Of(Evaluation evaluation)
        => string.Create(CultureInfo.InvariantCulture, $"loss {evaluation.Loss:0.0000}") + (evaluation.Accuracy is { } accuracy ? $", accuracy {Percent(accuracy)}" : "");

    internal static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.00} %");
}
