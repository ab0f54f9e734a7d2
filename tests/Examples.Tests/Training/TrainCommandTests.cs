using System.Text.Json.Nodes;
using System.Xml.Linq;
using TwinGrad.Tests;
using static TwinGrad.Examples.Tests.Invocation;

namespace TwinGrad.Examples.Tests;

/// <summary>The command <c>train</c>: what the README promises of it, and what it refuses.</summary>
[TestClass]
public sealed class TrainCommandTests
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"twingrad-{Guid.NewGuid():N}");

    [TestCleanup]
    public void FolderIsRemoved()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    public void The_neuron_begins_with_the_loss_of_the_notebook_and_learns()
    {
        var report = Json("train", "neuron", "--device", "cpu", "--json", "--crosscheck");
        Assert.AreEqual(6.7012, Math.Round(report["epochs"]![0]!["train_loss"]!.GetValue<double>(), 4));
        Assert.AreEqual(1.0, report["test_accuracy"]!.GetValue<double>());
        Assert.IsTrue(report["crosscheck"]!["agree"]!.GetValue<bool>());
        Assert.HasCount(5, report["crosscheck"]!["updates"]!.AsArray());
    }

    [TestMethod]
    [DataRow(0.96, "breast-cancer")]
    [DataRow(0.97, "digits")]
    [DataRow(0.985, "digits", "--model", "cnn")]
    public void Held_out_samples_are_told_as_often_as_the_readme_says(double atLeast, params string[] task)
    {
        var report = Json(["train", .. task, "--device", "cpu", "--json", "--crosscheck", "3"]);
        Assert.IsGreaterThanOrEqualTo(atLeast, report["test_accuracy"]!.GetValue<double>());
        Assert.IsTrue(report["crosscheck"]!["agree"]!.GetValue<bool>());
    }

    [TestMethod]
    public void Fashion_mnist_is_told_nine_times_of_ten()
    {
        LongTest.RunOnlyIfAsked("trains for minutes");
        if (!Directory.Exists("/usr/share/datasets/fashion-mnist"))
            Assert.Inconclusive("skipped: Debian's package dataset-fashion-mnist is not installed");
        Assert.IsGreaterThanOrEqualTo(0.90, Json("train", "fashion-mnist", "--device", "cpu", "--json", "--crosscheck", "2")["test_accuracy"]!.GetValue<double>());
    }

    [TestMethod]
    public void A_line_tells_of_each_epoch_where_there_is_no_terminal_and_a_table_of_the_end()
    {
        var (exitCode, output, _) = Run("train", "breast-cancer", "--device", "cpu", "--epochs", "2", "--crosscheck", "2");
        Assert.AreEqual(0, exitCode);
        var lines = output.Split('\n');
        Assert.StartsWith("breast-cancer, logistic: 2 epochs, batches of 32, learning rate 0.1, seed 1; 455 samples to train on, 114 held out; on cpu", lines[0]);
        Assert.StartsWith("epoch 1 of 2: loss ", lines[1]);
        Assert.StartsWith("epoch 2 of 2: loss ", lines[2]);
        Assert.Contains("│ test accuracy │ ", output);
        Assert.Contains("2 updates replayed on the reference engine", output);
    }

    [TestMethod]
    public void Curves_are_drawn_as_png_and_as_svg_with_their_text()
    {
        Assert.AreEqual(0, Run("train", "breast-cancer", "--device", "cpu", "--epochs", "3", "--plot", Path.Combine(_folder, "curves.png")).ExitCode);
        CollectionAssert.AreEqual(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }, File.ReadAllBytes(Path.Combine(_folder, "curves.png"))[..4]);
        var svg = XDocument.Load(Path.Combine(_folder, "curves.svg"));
        Assert.IsGreaterThan(10, svg.Descendants().Count(element => element.Name.LocalName is "text" or "path"));
    }

    [TestMethod]
    public void A_checkpoint_is_not_overwritten_unasked()
    {
        string[] train = ["train", "neuron", "--device", "cpu", "--epochs", "2", "--checkpoint", _folder];
        Assert.AreEqual(0, Run(train).ExitCode);
        var (exitCode, _, error) = Run(train);
        Assert.AreEqual(2, exitCode);
        Assert.Contains("--resume goes on from it", error);
        var resumed = Run([.. train, "--resume"]);
        Assert.AreEqual(0, resumed.ExitCode, resumed.Error);
        Assert.Contains("goes on from", resumed.Output);

        var other = Run("train", "neuron", "--device", "cpu", "--epochs", "2", "--lr", "0.03", "--checkpoint", _folder, "--resume");
        Assert.AreEqual(2, other.ExitCode);
        Assert.Contains("\"lr\":0.02", other.Error);
        Assert.Contains("\"lr\":0.03", other.Error);
    }

    [TestMethod]
    [DataRow("train")]
    [DataRow("train", "nothing")]
    [DataRow("train", "neuron", "--model", "cnn")]
    [DataRow("train", "neuron", "--epochs", "0")]
    [DataRow("train", "neuron", "--batch", "-1")]
    [DataRow("train", "neuron", "--lr", "nan")]
    [DataRow("train", "neuron", "--seed", "x")]
    [DataRow("train", "neuron", "--resume")]
    [DataRow("train", "neuron", "--device", "tpu")]
    [DataRow("train", "neuron", "--device", "cuda:99")]
    [DataRow("train", "neuron", "--crosscheck", "0")]
    [DataRow("train", "fashion-mnist", "--data", "no such folder")]
    [DataRow("train", "digits", "--data", "no such folder")]
    public void What_cannot_be_trained_exits_with_2_and_says_why(params string[] args)
    {
        var (exitCode, _, error) = Run(args);
        Assert.AreEqual(2, exitCode, error);
        Assert.AreNotEqual("", error.Trim());
        Assert.DoesNotContain("   at ", error);
    }

    [TestMethod]
    public void A_loss_that_becomes_nan_ends_the_command_in_a_sentence()
    {
        var (exitCode, _, error) = Run("train", "digits", "--device", "cpu", "--lr", "1e6", "--epochs", "40");
        Assert.AreEqual(2, exitCode, error);
        Assert.StartsWith("the loss of epoch ", error);
    }

    private static JsonNode Json(params string[] args)
    {
        var (exitCode, output, error) = Run(args);
        Assert.AreEqual(0, exitCode, error);
        return JsonNode.Parse(output)!;
    }
}
