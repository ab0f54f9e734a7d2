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

var kind = new Argument<string>("kind");
var file = new Argument<string>("path");
var id = new Argument<string>("id");
var single = new Command(CaseProcess.Command, "Plays one case in this process.") { kind, file, id };
single.Hidden = true;
single.SetAction(parsed => CaseProcess.RunHere(
    replays.OfType<ICasePlayer>().Single(player => player.Kind == parsed.GetRequiredValue(kind)),
    parsed.GetRequiredValue(file),
    parsed.GetRequiredValue(id),
    Console.Out));
root.Add(single);

var request = root.Parse(args);
var exitCode = request.Invoke();
return request.Errors.Count > 0 ? ReplayRunner.Unusable : exitCode;
