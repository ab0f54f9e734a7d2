using System.Text.Json.Nodes;

namespace TwinGrad.Tests;

/// <summary>A training that is interrupted and goes on in another process, as far as one process can tell.</summary>
public abstract class TrainerCheckpointSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"twingrad-{Guid.NewGuid():N}");

    private CheckpointPlan Plan => new(_folder, new JsonObject { ["seed"] = 1 }) { Every = 1 };

    [TestCleanup]
    public void FolderIsRemoved()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(7)]
    [DataRow(11)]
    public void A_resumed_training_ends_in_the_same_bits(int batches)
    {
        var whole = new Trainer<T>(TrainedLine<T>.Setup());
        whole.Fit(TrainedLine<T>.Data(), epochs: 3, test: TrainedLine<T>.Data(24));

        using var stop = new CancellationTokenSource();
        var first = new Trainer<T>(TrainedLine<T>.Setup());
        first.Fit(TrainedLine<T>.Data(), epochs: 3, TrainedLine<T>.Data(24), Plan, new StopAfter<T>(batches, stop), stop.Token);

        // Another seed: everything that follows from it must come out of the checkpoint.
        var second = new Trainer<T>(TrainedLine<T>.Setup(seed: 99));
        Assert.IsTrue(second.Resume(Plan));
        Assert.IsTrue(second.Fit(TrainedLine<T>.Data(), epochs: 3, test: TrainedLine<T>.Data(24)));
        CollectionAssert.AreEqual(TrainedLine<T>.Weights(whole.Setup), TrainedLine<T>.Weights(second.Setup));
        CollectionAssert.AreEqual(whole.Progress.Epochs.ToArray(), second.Progress.Epochs.ToArray());
        Assert.AreEqual(whole.Progress.Updates, second.Progress.Updates);
    }

    [TestMethod]
    public void Without_a_checkpoint_there_is_nothing_to_resume()
    {
        var trainer = new Trainer<T>(TrainedLine<T>.Setup());
        Assert.IsFalse(trainer.Resume(Plan));
        Assert.IsFalse(Directory.Exists(_folder));
    }

    [TestMethod]
    public void A_finished_training_resumes_to_its_end()
    {
        var trainer = new Trainer<T>(TrainedLine<T>.Setup());
        trainer.Fit(TrainedLine<T>.Data(), epochs: 2, checkpoints: Plan);
        var again = new Trainer<T>(TrainedLine<T>.Setup(seed: 99));
        Assert.IsTrue(again.Resume(Plan));
        Assert.IsTrue(again.Fit(TrainedLine<T>.Data(), epochs: 2));
        CollectionAssert.AreEqual(TrainedLine<T>.Weights(trainer.Setup), TrainedLine<T>.Weights(again.Setup));
    }

    [TestMethod]
    public void Other_settings_are_refused_and_change_nothing()
    {
        new Trainer<T>(TrainedLine<T>.Setup()).Fit(TrainedLine<T>.Data(), epochs: 1, checkpoints: Plan);
        Unchanged(TrainedLine<T>.Setup(seed: 99), new(_folder, new JsonObject { ["seed"] = 2 }), "{\"seed\":1}, not {\"seed\":2}");
    }

    [TestMethod]
    public void Another_optimizer_is_refused_and_changes_nothing()
    {
        new Trainer<T>(TrainedLine<T>.Setup()).Fit(TrainedLine<T>.Data(), epochs: 1, checkpoints: Plan);
        var setup = TrainedLine<T>.Setup(seed: 99);
        Unchanged(new(setup.Model, setup.Loss, Optim.Adam(setup.Model.Parameters())), Plan, "does not fit the training, which is left as it was");
    }

    [TestMethod]
    public void Another_model_is_refused_and_nothing_changes()
    {
        new Trainer<T>(TrainedLine<T>.Setup()).Fit(TrainedLine<T>.Data(), epochs: 1, checkpoints: Plan);
        var model = new Sequential<T>(new Linear<T>(1, 9, dtype: DType.Float64), new Linear<T>(9, 1, dtype: DType.Float64));
        Unchanged(new(model, TrainedLine<T>.Setup().Loss, Optim.Sgd(model.Parameters(), momentum: 0.9)), Plan, "size mismatch for 0.weight");
    }

    [TestMethod]
    [DataRow("\"progress\":{", "\"progress\":{\"foreign\":1,")]
    [DataRow("\"updates\":", "\"updates\":-")]
    [DataRow("\"progress\":{", "\"regress\":{")]
    [DataRow("\"name\":\"SGD\"", "\"name\":7")]
    public void A_record_of_something_else_is_refused_and_changes_nothing(string found, string replaced)
    {
        new Trainer<T>(TrainedLine<T>.Setup()).Fit(TrainedLine<T>.Data(), epochs: 1, checkpoints: Plan);
        var checkpoint = CheckpointFolder.Load<T>(_folder);
        var record = checkpoint.Progress.ToJsonString();
        Assert.Contains(found, record);
        CheckpointFolder.Save(_folder, checkpoint with { Progress = JsonNode.Parse(record.Replace(found, replaced, StringComparison.Ordinal))!.AsObject() });
        Unchanged(TrainedLine<T>.Setup(seed: 99), Plan, "does not fit the training, which is left as it was");
    }

    [TestMethod]
    public void A_record_that_was_changed_is_refused_and_changes_nothing()
    {
        new Trainer<T>(TrainedLine<T>.Setup()).Fit(TrainedLine<T>.Data(), epochs: 1, checkpoints: Plan);
        var file = Path.Combine(_folder, "checkpoint.json");
        var record = File.ReadAllText(file);
        File.WriteAllText(file, record.Replace("\"samples\": 0", "\"samples\": 1", StringComparison.Ordinal));
        Assert.AreNotEqual(record, File.ReadAllText(file));
        Unchanged(TrainedLine<T>.Setup(seed: 99), Plan, "its sha256 differs");
    }

    private static void Unchanged(TrainingSetup<T> setup, CheckpointPlan plan, string message)
    {
        var trainer = new Trainer<T>(setup);
        trainer.Fit(TrainedLine<T>.Data(), epochs: 1);
        var (weights, progress) = (TrainedLine<T>.Weights(setup), trainer.Progress);
        var draws = T.GetRandomState(Device.Cpu).ToArray<byte>();
        Assert.Contains(message, Assert.Throws<CheckpointException>(() => trainer.Resume(plan)).Message);
        CollectionAssert.AreEqual(weights, TrainedLine<T>.Weights(setup));
        Assert.AreSame(progress, trainer.Progress);
        CollectionAssert.AreEqual(draws, T.GetRandomState(Device.Cpu).ToArray<byte>());
    }
}
