using System.CommandLine;
using TwinGrad.Conformance;

var replays = Replays.All;

var root = new RootCommand("Replays recordings of PyTorch's behaviour against this library.");
foreach (var replay in replays)
{
    var path = new Argument<string>("path") { Description = "The golden file, one JSON object a line." };
    var command = new Command(replay.Kind, replay.Description) { path };
    command.SetAction(parsed => ReplayRunner.Run(replay, parsed.GetRequiredValue(path), Console.Out, Console.Error));
    root.Add(command);
}

var request = root.Parse(args);
var exitCode = request.Invoke();
return request.Errors.Count > 0 ? ReplayRunner.Unusable : exitCode;
