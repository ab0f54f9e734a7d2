namespace TwinGrad.Tests;

/// <summary>Dropout with drawn masks: what stays, how it is scaled, what is dropped together.</summary>
public abstract class DropoutSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void What_stays_is_scaled_so_that_the_mean_stays()
    {
        TensorFactory<T>.ManualSeed(1);
        var values = Ones(1000).Dropout(0.75).ToArray<double>();
        Assert.IsTrue(values.All(value => value is 0 or 4));
        Assert.IsInRange(200, 300, values.Count(value => value == 4));
    }

    [TestMethod]
    public void The_same_seed_drops_the_same()
    {
        TensorFactory<T>.ManualSeed(2);
        var first = Ones(100).Dropout().ToArray<double>();
        var second = Ones(100).Dropout().ToArray<double>();
        TensorFactory<T>.ManualSeed(2);
        CollectionAssert.AreEqual(first, Ones(100).Dropout().ToArray<double>());
        CollectionAssert.AreNotEqual(first, second);
    }

    [TestMethod]
    public void Features_are_dropped_as_a_whole()
    {
        TensorFactory<T>.ManualSeed(3);
        var channels = Ones(10, 10, 4).FeatureDropout();
        Assert.IsTrue(channels.Mean(2).ToArray<double>().All(mean => mean is 0 or 2));
        Assert.IsGreaterThan(0, channels.Eq(0).Sum().Item<int>());
    }

    [TestMethod]
    public void Alpha_dropout_keeps_mean_and_variance()
    {
        TensorFactory<T>.ManualSeed(4);
        var values = TensorFactory<T>.Randn([20000]).AlphaDropout(0.3, training: true);
        Assert.AreEqual(0, values.Mean().Item<double>(), 0.05);
        Assert.AreEqual(1, values.Var().Item<double>(), 0.05);
    }

    [TestMethod]
    public void Outside_of_training_nothing_is_dropped()
    {
        var x = Ones(3);
        Assert.AreSame(x, x.Dropout(training: false));
        Assert.AreSame(x, x.AlphaDropout());
        Refuses("dropout probability has to be between 0 and 1, but got 1.5", () => x.Dropout(1.5));
    }
}
