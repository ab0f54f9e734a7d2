namespace TwinGrad.Tests;

/// <summary>The trainer: what an update is made of, what an epoch reports, and what goes wrong without harm.</summary>
public abstract class TrainerSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Epochs_are_counted_and_the_loss_falls()
    {
        var trainer = new Trainer<T>(TrainedLine<T>.Setup(dropout: 0) with { Right = (output, target) => T.Lt((output - target).Abs(), 0.5) });
        var epochs = new Epochs();
        Assert.IsTrue(trainer.Fit(TrainedLine<T>.Data(), epochs: 10, test: TrainedLine<T>.Data(24), observer: epochs));

        Assert.HasCount(10, trainer.Progress.Epochs);
        CollectionAssert.AreEqual(trainer.Progress.Epochs.ToArray(), epochs.Ended.ToArray());
        Assert.AreEqual(10 * TrainedLine<T>.Batches, epochs.Batches);
        Assert.AreEqual(40, trainer.Progress.Updates);
        var (first, last) = (trainer.Progress.Epochs[0], trainer.Progress.Epochs[^1]);
        Assert.AreEqual(24, first.Train.Samples);
        Assert.IsLessThan(0.2 * first.Train.Loss, last.Train.Loss);
        Assert.AreEqual(trainer.Evaluate(TrainedLine<T>.Data(24)), last.Test);
        Assert.IsGreaterThan(first.Train.Accuracy!.Value, last.Train.Accuracy!.Value);
    }

    [TestMethod]
    public void The_loss_of_an_epoch_is_the_mean_over_its_samples()
    {
        var setup = TrainedLine<T>.Setup(learningRate: 0, dropout: 0);
        var trainer = new Trainer<T>(setup);
        // The last of three batches has 4 samples.
        trainer.Fit(TrainedLine<T>.Data(10), epochs: 1);
        Assert.AreEqual(trainer.Evaluate(TrainedLine<T>.Data(24)).Loss, trainer.Progress.Epochs[0].Train.Loss, 1e-12);
    }

    [TestMethod]
    public void Gradients_that_were_there_before_are_not_added_to()
    {
        var (clean, stained) = (TrainedLine<T>.Setup(), TrainedLine<T>.Setup());
        foreach (var parameter in stained.Model.Parameters())
            parameter.Grad = T.Full(parameter.Shape, 1000, parameter.DType, parameter.Device, requiresGrad: false);
        foreach (var setup in (TrainingSetup<T>[])[clean, stained])
        {
            TensorFactory<T>.ManualSeed(7);
            new Trainer<T>(setup).Fit(TrainedLine<T>.Data(), epochs: 2);
        }
        CollectionAssert.AreEqual(TrainedLine<T>.Weights(clean), TrainedLine<T>.Weights(stained));
    }

    [TestMethod]
    public void Accumulated_batches_count_as_one_large_batch()
    {
        var large = TrainedLine<T>.Setup(dropout: 0);
        var small = TrainedLine<T>.Setup(dropout: 0) with { AccumulationSteps = TrainedLine<T>.Batches };
        var (largeTrainer, smallTrainer) = (new Trainer<T>(large), new Trainer<T>(small));
        largeTrainer.Fit(TrainedLine<T>.Data(24), epochs: 3);
        smallTrainer.Fit(TrainedLine<T>.Data(), epochs: 3);
        Assert.AreEqual(largeTrainer.Progress.Updates, smallTrainer.Progress.Updates);
        foreach (var (one, other) in TrainedLine<T>.Weights(large).Zip(TrainedLine<T>.Weights(small)))
            Assert.AreEqual(one, other, 1e-12);
    }

    [TestMethod]
    public void Batches_left_over_are_an_update_of_their_own()
    {
        var trainer = new Trainer<T>(TrainedLine<T>.Setup() with { AccumulationSteps = 3 });
        trainer.Fit(TrainedLine<T>.Data(), epochs: 2);
        Assert.AreEqual(4, trainer.Progress.Updates);
    }

    [TestMethod]
    public void Gradients_stay_readable_and_are_clipped()
    {
        var setup = TrainedLine<T>.Setup() with { MaxGradientNorm = 1e-3 };
        var trainer = new Trainer<T>(setup);
        trainer.Fit(TrainedLine<T>.Data(), epochs: 1);
        var norm = Math.Sqrt(setup.Model.Parameters().Sum(parameter => parameter.Grad!.Pow(2).Sum().Item<double>()));
        Assert.AreEqual(1e-3, norm, 1e-8);
    }

    [TestMethod]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    public void A_loss_that_is_no_number_stops_before_the_parameters(double factor)
    {
        var setup = TrainedLine<T>.Setup();
        var bad = new TrainingSetup<T>(setup.Model, (output, target) => (output - target).Pow(2).Mean() * factor, setup.Optimizer);
        var before = TrainedLine<T>.Weights(setup);
        var problem = Assert.Throws<TorchException>(() => new Trainer<T>(bad).Fit(TrainedLine<T>.Data(), epochs: 1));
        Assert.StartsWith($"the loss of epoch 1, batch 1 is {(double.IsNaN(factor) ? "nan" : "inf")}; the parameters are as they were before it.", problem.Message);
        CollectionAssert.AreEqual(before, TrainedLine<T>.Weights(setup));
    }

    [TestMethod]
    public void A_loss_that_throws_leaves_nothing_behind()
    {
        var (setup, undisturbed) = (TrainedLine<T>.Setup(dropout: 0), TrainedLine<T>.Setup(dropout: 0));
        var throws = true;
        var trainer = new Trainer<T>(new(setup.Model, (output, target) =>
        {
            var loss = (output - target).Pow(2).Mean();
            if (!throws)
                return loss;
            loss.Backward(retainGraph: true);
            throw new InvalidTimeZoneException("of the user");
        }, setup.Optimizer)
        { AccumulationSteps = 2 });
        Assert.AreEqual("of the user", Assert.Throws<InvalidTimeZoneException>(() => trainer.Fit(TrainedLine<T>.Data(), epochs: 1)).Message);

        throws = false;
        trainer.Fit(TrainedLine<T>.Data(), epochs: 1);
        new Trainer<T>(new(undisturbed.Model, undisturbed.Loss, undisturbed.Optimizer) { AccumulationSteps = 2 }).Fit(TrainedLine<T>.Data(), epochs: 1);
        CollectionAssert.AreEqual(TrainedLine<T>.Weights(undisturbed), TrainedLine<T>.Weights(setup));
    }

    [TestMethod]
    public void Evaluation_neither_draws_nor_records_and_puts_the_mode_back()
    {
        var setup = TrainedLine<T>.Setup(dropout: 0.9);
        var recorded = false;
        var trainer = new Trainer<T>(setup with { Right = (output, target) => { recorded |= output.RequiresGrad; return T.Eq(output, target); } });
        Assert.AreEqual(trainer.Evaluate(TrainedLine<T>.Data(24)), trainer.Evaluate(TrainedLine<T>.Data(24)));
        Assert.IsFalse(recorded);
        Assert.IsTrue(setup.Model.Training);
        setup.Model.Eval();
        trainer.Evaluate(TrainedLine<T>.Data());
        Assert.IsFalse(setup.Model.Training);
    }

    [TestMethod]
    public void A_stop_ends_after_the_batch_and_a_second_call_goes_on()
    {
        var (whole, parts) = (TrainedLine<T>.Setup(), TrainedLine<T>.Setup());
        TensorFactory<T>.ManualSeed(5);
        new Trainer<T>(whole).Fit(TrainedLine<T>.Data(), epochs: 3);

        TensorFactory<T>.ManualSeed(5);
        var trainer = new Trainer<T>(parts);
        using var stop = new CancellationTokenSource();
        Assert.IsFalse(trainer.Fit(TrainedLine<T>.Data(), epochs: 3, observer: new StopAfter<T>(6, stop), stop: stop.Token));
        Assert.AreEqual((1, 2), (trainer.Progress.Epoch, trainer.Progress.Batches));
        Assert.IsTrue(trainer.Fit(TrainedLine<T>.Data(), epochs: 3));
        CollectionAssert.AreEqual(TrainedLine<T>.Weights(whole), TrainedLine<T>.Weights(parts));
    }

    [TestMethod]
    public void What_makes_no_sense_is_refused()
    {
        var setup = TrainedLine<T>.Setup();
        Assert.Throws<TorchArgumentException>(() => setup with { AccumulationSteps = 0 });
        Assert.Throws<TorchArgumentException>(() => setup with { MaxGradientNorm = 0 });
        Assert.Throws<TorchArgumentException>(() => setup with { MaxGradientNorm = NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<T>(setup).Fit(TrainedLine<T>.Data(), epochs: -1));
        Assert.Throws<ArgumentNullException>(() => new Trainer<T>(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckpointPlan("folder") { Every = 0 });
    }

    private sealed class Epochs : ITrainingObserver<T>
    {
        internal List<EpochResult> Ended { get; } = [];

        internal int Batches { get; private set; }

        public void BatchEnded(Batch<T> batch, BatchResult result) => Batches++;

        public void EpochEnded(EpochResult result) => Ended.Add(result);
    }
}
