using System.Diagnostics;
using System.Globalization;

namespace TwinGrad.Tests;

/// <summary>A process that saves is killed, at whatever moment: what it had saved is there.</summary>
[TestClass]
public sealed class CheckpointKillTests
{
    private const int Folders = 4;
    private const int RoundsOfAFolder = 5;

    [TestMethod]
    public async Task AKilledProcessLeavesItsLastCheckpointOrTheOneItWasAbout()
    {
        // At once, as most of the time is spent in starting processes.
        var leftovers = await Task.WhenAll(Enumerable.Range(1, Folders).Select(seed => Task.Run(() => KillSaves(new Random(seed)))));
        Assert.IsGreaterThan(0, leftovers.Sum(), "no process was killed within a save");
    }

    /// <summary>How often there was something left behind for the next save to delete.</summary>
    private static int KillSaves(Random random)
    {
        using var folder = new TemporaryFolder();
        var (leftovers, last) = (0, 0);
        for (var round = 0; round < RoundsOfAFolder; round++)
        {
            var said = SaveAndKill(folder.Path, random.Next(60));
            var loaded = CheckpointFolder.Load<Reference.Tensor>(folder.Path);
            var number = loaded.Progress["number"]!.GetValue<int>();
            Assert.IsGreaterThan(last, number, "each process went on from the checkpoint of the one before it");
            Assert.IsInRange(said, said + 1, number);
            Assert.HasCount(3, loaded.Tensors);
            foreach (var tensor in loaded.Tensors.SelectMany(part => part.Value.Values))
                Assert.IsTrue(tensor.ToArray<int>().All(value => value == number));
            leftovers += folder.Names.Length > 5 ? 1 : 0;
            last = number;
        }
        CheckpointFolder.Save(folder.Path, SaveForever.Numbered(last + 1));
        Assert.HasCount(5, folder.Names, string.Join(", ", folder.Names));
        return leftovers;
    }

    /// <summary>The last checkpoint that the process said it had saved.</summary>
    private static int SaveAndKill(string folder, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SaveForever).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[SaveForever.Variable] = folder;
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            var first = process.StandardOutput.ReadLine();
            Assert.IsNotNull(first, errors.IsCompleted ? errors.Result : "the process said nothing");
            Thread.Sleep(milliseconds);
            process.Kill();
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            // A line without its end was being written as the process was killed.
            var whole = said[..(said.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return int.Parse(whole.LastOrDefault() ?? first, CultureInfo.InvariantCulture);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
