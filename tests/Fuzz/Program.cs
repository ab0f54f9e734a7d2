using System.CommandLine;
using System.Text.Json;
using TwinGrad.Fuzz.Running;

var seed = new Option<ulong>("--seed") { Description = "From which all programs follow.", DefaultValueFactory = _ => 1 };
var calls = new Option<int>("--calls") { Description = "How many calls to make.", DefaultValueFactory = _ => 2000 };
var plant = new Option<string?>("--plant") { Description = $"Adds a known defect: {string.Join(", ", PlantedFaults.All)}." };

var root = new RootCommand("Throws random calls at every public member of the wrapper, in processes of their own.") { seed, calls, plant };
root.SetAction(parsed =>
{
    var report = new FuzzRun(new(parsed.GetValue(seed), parsed.GetValue(calls), parsed.GetValue(plant))).Run();
    report.Write(Console.Out);
    return report.Succeeded ? 0 : 1;
});

var journal = new Option<string?>("--journal") { Description = "Where each call is written down before it is made; else the console." };
var first = new Option<uint>("--first") { Description = "The number of the first program." };
var program = new Option<uint?>("--program") { Description = "The one program to run." };
var steps = new Option<string?>("--steps") { Description = "Which of its calls to make: 0,2,5." };

var child = new Command(FuzzRun.ChildCommand, "Runs programs in this process: what the parent starts, and what shows a defect again.")
{
    seed, calls, plant, journal, first, program, steps,
};
child.SetAction(parsed =>
{
    MemoryLimit.Set();
    using var lines = Journal.Open(parsed.GetValue(journal));
    var batch = new Batch(lines, parsed.GetValue(plant));
    using var folder = new WorkingFolder();
    var only = parsed.GetValue(steps)?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
    var result = parsed.GetValue(program) is { } number
        ? batch.RunOne(parsed.GetValue(seed), number, only)
        : batch.Run(parsed.GetValue(seed), parsed.GetValue(first), parsed.GetValue(calls));
    Console.WriteLine(JsonSerializer.Serialize(result));
});
root.Add(child);

return root.Parse(args).Invoke();
