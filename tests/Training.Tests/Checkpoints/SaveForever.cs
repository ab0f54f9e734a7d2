using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace TwinGrad.Tests;

/// <summary>This program, started as one that saves checkpoint after checkpoint until it is killed.</summary>
internal static class SaveForever
{
    internal const string Variable = "TWINGRAD_TEST_SAVE_FOREVER";

    /// <summary>A checkpoint whose every number tells which it is, large enough that most of the time is spent in its files.</summary>
    internal static Checkpoint<Reference.Tensor> Numbered(int number) => new(
        new JsonObject { ["number"] = number },
        new[] { "weights", "optimizer", "random" }.ToDictionary(part => part, IReadOnlyDictionary<string, Reference.Tensor> (part) => new Dictionary<string, Reference.Tensor>
        {
            [part] = Reference.Torch.Full([20_000], number),
        }));

    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
            return;
        var number = CheckpointFolder.TryLoad<Reference.Tensor>(folder)?.Progress["number"]!.GetValue<int>() ?? 0;
        while (true)
        {
            CheckpointFolder.Save(folder, Numbered(++number));
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
