namespace TwinGrad.Tests;

/// <summary>A training is replayed on the reference engine: what is right agrees, and what is wrong is found in each place where it can be.</summary>
[TestClass]
public sealed class TrainingCheckTests
{
    [TestMethod]
    [DataRow("SGD", 1, null)]
    [DataRow("SGD", 3, 0.1)]
    [DataRow("Adam", 1, null)]
    [DataRow("AdamW", 2, 1.0)]
    [DataRow("RMSprop", 1, null)]
    public void A_right_training_agrees(string optimizer, int accumulation, double? norm)
    {
        var recipe = new TrainedPerceptron { Optimizer = optimizer, AccumulationSteps = accumulation, MaxGradientNorm = norm };
        using var recorder = recipe.Record(updates: 5);
        var report = TrainingCheck.Run(recipe, recorder);

        Assert.IsTrue(report.Agree, report.ToString());
        Assert.HasCount(5, report.Steps);
        // The loss, five gradients, and seven weights and buffers.
        Assert.HasCount(1 + 5 + 7, report.Steps[0].Distances);
        Assert.IsTrue(report.Steps.All(step => step.Float64 is > 0 and < 1e-12), report.ToString());
        Assert.IsTrue(report.Steps.All(step => step.Trained(TrainedQuantity.Gradient) is > 1e-8 and < 1e-4), report.ToString());
        report.ThrowIfDifferent();
    }

    [TestMethod]
    [DataRow(PlantedFault.SlopeOfLibtorch, 1e-8)]
    [DataRow(PlantedFault.LossOfTheReference, 1e-8)]
    [DataRow(PlantedFault.SlopeInFloat32, 1e-3)]
    [DataRow(PlantedFault.ValueInFloat32, 1e-3)]
    public void A_wrong_training_is_found_out(object fault, double size)
    {
        var recipe = new TrainedPerceptron { Optimizer = "SGD", Fault = (PlantedFault)fault, FaultSize = size };
        using var recorder = recipe.Record(updates: 3);
        var report = TrainingCheck.Run(recipe, recorder);

        Assert.IsFalse(report.Agree, report.ToString());
        var problem = Assert.Throws<GradientsDifferException>(report.ThrowIfDifferent);
        Assert.StartsWith("the training and its replays differ\n  update 1: loss ", problem.Message);
        Assert.AreEqual((PlantedFault)fault is PlantedFault.SlopeInFloat32 or PlantedFault.ValueInFloat32, report.Steps[0].Float64 < TrainingCheck.Float64Tolerance, report.ToString());
    }

    [TestMethod]
    public void The_report_names_what_differs()
    {
        var recipe = new TrainedPerceptron { Fault = PlantedFault.SlopeOfLibtorch, FaultSize = 1e-6 };
        using var recorder = recipe.Record(updates: 1);
        var differing = TrainingCheck.Run(recipe, recorder).Steps[0].Distances.Where(distance => !distance.Agree).Select(distance => $"{distance.Of} {distance.Name}").ToList();
        // What lies before the fault, and nothing behind it.
        CollectionAssert.AreEqual(new[] { "Gradient 0.weight", "Gradient 1.weight", "Gradient 1.bias", "Weight 0.weight", "Weight 1.weight", "Weight 1.bias" }, differing);
    }

    [TestMethod]
    public void A_training_that_is_recorded_computes_the_same()
    {
        var recipe = new TrainedPerceptron { Optimizer = "Adam" };
        var alone = new Trainer<Tensor>(recipe.Build<Tensor>());
        alone.Fit(TrainedPerceptron.Data(), epochs: 2);
        var recorded = new Trainer<Tensor>(recipe.Build<Tensor>());
        using var recorder = new TrainingRecorder(recorded, updates: 5);
        recorded.Fit(TrainedPerceptron.Data(), epochs: 2, observer: recorder);
        foreach (var (one, other) in alone.Setup.Model.StateDict().Values.Zip(recorded.Setup.Model.StateDict().Values))
            CollectionAssert.AreEqual(one.ToArray<double>(), other.ToArray<double>());
    }

    [TestMethod]
    public void It_begins_wherever_the_training_is()
    {
        var recipe = new TrainedPerceptron { Optimizer = "Adam" };
        var trainer = new Trainer<Tensor>(recipe.Build<Tensor>());
        trainer.Fit(TrainedPerceptron.Data(), epochs: 2);
        using var recorder = new TrainingRecorder(trainer, updates: 3);
        trainer.Fit(TrainedPerceptron.Data(), epochs: 3, observer: recorder);
        TrainingCheck.Run(recipe, recorder).ThrowIfDifferent();
    }

    [TestMethod]
    public void What_cannot_be_replayed_is_refused()
    {
        var recipe = new TrainedPerceptron();
        using var empty = recipe.Record(updates: 1, epochs: 0);
        Assert.IsTrue(empty.Empty);
        Assert.StartsWith("nothing was recorded", Assert.Throws<TorchException>(() => TrainingCheck.Run(recipe, empty)).Message);
        using var recorder = recipe.Record(updates: 1);
        Assert.Throws<TorchArgumentException>(() => TrainingCheck.Run(recipe with { Optimizer = "Adam" }, recorder));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingRecorder(new(recipe.Build<Tensor>()), updates: 0));
    }
}
