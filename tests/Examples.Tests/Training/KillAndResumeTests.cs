using System.Security.Cryptography;

namespace TwinGrad.Examples.Tests;

/// <summary>A training that is killed again and again ends in the very bits of one that was not.</summary>
[TestClass]
public sealed class KillAndResumeTests
{
    private const int Kills = 20;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"twingrad-{Guid.NewGuid():N}");

    [TestCleanup]
    public void FolderIsRemoved() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Killed_at_random_moments_it_ends_in_the_same_weights()
    {
        string[] task = ["digits", "--model", "cnn", "--epochs", "10", "--checkpoint-every", "3", "--device", "cpu"];
        var (undisturbed, killed) = (Path.Combine(_folder, "undisturbed"), Path.Combine(_folder, "killed"));
        using (var whole = new TrainProcess([.. task, "--checkpoint", undisturbed]))
            Assert.AreEqual(0, whole.End().ExitCode);

        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (kills, seen) = (0, new HashSet<string>());
        var start = TimeToTheFirstCheckpoint(task);
        while (kills < Kills)
        {
            using var part = new TrainProcess([.. task, "--checkpoint", killed, "--resume"]);
            // From before the training begins to well into it, however fast the machine is at the moment.
            if (!part.KillAfter(start * (0.4 + 1.6 * random.NextDouble())))
            {
                // The work was done before the kills were: it begins anew.
                Assert.AreEqual(0, part.End().ExitCode, part.End().Error);
                Same(undisturbed, killed, seed);
                Directory.Delete(killed, recursive: true);
                continue;
            }
            kills++;
            if (CheckpointFolder.Exists(killed))
                seen.Add(File.ReadAllText(Path.Combine(killed, "checkpoint.json")));
        }
        using (var rest = new TrainProcess([.. task, "--checkpoint", killed, "--resume"]))
            Assert.AreEqual(0, rest.End().ExitCode, rest.End().Error);
        Assert.IsGreaterThan(3, seen.Count, $"seed {seed}: the kills fell on {seen.Count} different places");
        Same(undisturbed, killed, seed);
    }

    [TestMethod]
    public void Stopped_by_ctrl_c_it_saves_and_goes_on_to_the_same_weights()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("skipped: Windows has no signal that a process could be sent alone");
        string[] task = ["digits", "--epochs", "60", "--device", "cpu"];
        var (undisturbed, stopped) = (Path.Combine(_folder, "undisturbed"), Path.Combine(_folder, "stopped"));
        using (var whole = new TrainProcess([.. task, "--checkpoint", undisturbed]))
            Assert.AreEqual(0, whole.End().ExitCode);
        using (var part = new TrainProcess([.. task, "--checkpoint", stopped]))
        {
            while (!CheckpointFolder.Exists(stopped))
                Thread.Sleep(10);
            part.Interrupt();
            var (exitCode, output, error) = part.End();
            Assert.AreEqual(130, exitCode, error);
            Assert.Contains("stopped and saved; --resume", output);
        }
        using (var rest = new TrainProcess([.. task, "--checkpoint", stopped, "--resume"]))
            Assert.AreEqual(0, rest.End().ExitCode, rest.End().Error);
        Same(undisturbed, stopped, seed: 0);
    }

    private TimeSpan TimeToTheFirstCheckpoint(string[] task)
    {
        var folder = Path.Combine(_folder, "first");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using var process = new TrainProcess([.. task, "--checkpoint", folder]);
        while (!CheckpointFolder.Exists(folder))
            Assert.IsFalse(process.EndsWithin(TimeSpan.FromMilliseconds(10)), "the training ended without a checkpoint");
        return clock.Elapsed;
    }

    private static void Same(string one, string other, int seed)
    {
        Assert.AreEqual(Weights(one), Weights(other), $"seed {seed}");

        static string Weights(string folder)
            => string.Join('\n', Directory.GetFiles(folder, "*.safetensors").Select(file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))).Order());
    }
}
