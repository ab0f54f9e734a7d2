using System.CommandLine;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Trains a model on libtorch, on the CPU or a GPU, with every step open to the reference engine.</summary>
internal static class TrainCommand
{
    /// <summary>It was stopped before its end: what shells say of a program that Ctrl+C ended.</summary>
    internal const int Stopped = 130;

    private const int ReplayedUpdates = 5;

    internal static Command Build(Option<bool> json, IAnsiConsole console)
    {
        var name = new Argument<string>("TASK") { Description = $"What is learnt: {string.Join("; ", TrainingTask.All.Select(task => $"{task.Name}, {task.Title}"))}." };
        name.AcceptOnlyFromAmong([.. TrainingTask.All.Select(task => task.Name)]);
        var model = new Option<string>("--model") { Description = "By which model: of digits, mlp or cnn." };
        var device = new Option<Device>("--device")
        {
            Description = "Where libtorch computes: auto, cpu, cuda or cuda:N.",
            DefaultValueFactory = _ => Device.Auto,
            CustomParser = CommandLine.ParseDevice,
        };
        var epochs = new Option<int?>("--epochs") { Description = "How many passes over the training data." }.Between(1, 1_000_000);
        var batch = new Option<int?>("--batch") { Description = "How many samples a batch has." }.Between(1, 1_000_000);
        var rate = new Option<double?>("--lr") { Description = "The learning rate." }.Between(0, 1e6);
        var seed = new Option<long>("--seed") { Description = "From which split, initial weights, order and dropout follow.", DefaultValueFactory = _ => 1 };
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the data, if not the usual one." };
        var checkpoint = new Option<DirectoryInfo>("--checkpoint") { Description = "The folder to save in." };
        var every = new Option<int>("--checkpoint-every") { Description = "After how many updates, besides the end of each epoch.", DefaultValueFactory = _ => 100 }.Between(1, int.MaxValue);
        var resume = new Option<bool>("--resume") { Description = "Goes on from the checkpoint, if there is one." };
        var plot = new Option<FileInfo>("--plot") { Description = "A picture of the curves to write, as PNG and as SVG." };
        var check = new Option<int?>("--crosscheck")
        {
            Description = $"Replays the first updates ({ReplayedUpdates}, or as many as given) on the reference engine.",
            Arity = ArgumentArity.ZeroOrOne,
        }.Between(1, 10_000);
        var command = new Command("train", "Trains a model; the reference engine can check its first steps.")
        {
            name, model, device, epochs, batch, rate, seed, data, checkpoint, every, resume, plot, check, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) && result.GetResult(checkpoint) is null)
                result.AddError("--resume goes on from a checkpoint: name its folder with --checkpoint");
        });
        // On another thread, as Ctrl+C is listened to only once the action has returned its task.
        command.SetAction((parsed, stop) => Task.Run(() =>
        {
            var task = TrainingTask.All.Single(task => task.Name == parsed.GetValue(name));
            var defaults = task.Defaults(ModelOf(task, parsed.GetValue(model)));
            var settings = defaults with
            {
                Epochs = parsed.GetValue(epochs) ?? defaults.Epochs,
                Batch = parsed.GetValue(batch) ?? defaults.Batch,
                LearningRate = parsed.GetValue(rate) ?? defaults.LearningRate,
                Seed = parsed.GetValue(seed),
            };
            return Run(
                new(task, settings, parsed.GetValue(device)!)
                {
                    Data = parsed.GetValue(data)?.FullName,
                    Checkpoints = parsed.GetValue(checkpoint) is { } folder ? new(folder.FullName, settings.ToJson()) { Every = parsed.GetValue(every) } : null,
                    Resume = parsed.GetValue(resume),
                    Plot = parsed.GetValue(plot),
                    CrossCheck = parsed.GetResult(check) is null ? 0 : parsed.GetValue(check) ?? ReplayedUpdates,
                },
                parsed.GetValue(json),
                console,
                stop);
        }, CancellationToken.None));
        return command;
    }

    private static string ModelOf(TrainingTask task, string? model)
        => model is null ? task.Models[0]
            : task.Models.Contains(model) ? model
            : throw new UsageException($"{task.Name} has no model '{model}'; use {string.Join(" or ", task.Models)}");

    private static int Run(TrainingRequest request, bool json, IAnsiConsole console, CancellationToken stop)
    {
        var run = new TrainingRun(request);
        // On a thread of its own: the progress is shown on this one.
        var work = Task.Factory.StartNew(() => run.Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var report = new TrainingReport(request, run);
        if (!json)
        {
            report.WriteHead(console);
            new TrainingDisplay(run, console).Show(work);
        }
        var outcome = work.GetAwaiter().GetResult();
        var pictures = request.Plot is { } plot ? TrainingCurves.Write(request.Settings, run.Trainer.Progress.Epochs, plot) : [];
        if (json)
            JsonReport.Write(report.Json(outcome), console.Profile.Out.Writer);
        else
            report.Write(outcome, pictures, console);
        return outcome.Check?.Agree == false ? NotebookCommand.Different : outcome.Finished ? NotebookCommand.Good : Stopped;
    }
}
