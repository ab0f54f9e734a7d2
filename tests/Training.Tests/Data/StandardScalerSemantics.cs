namespace TwinGrad.Tests;

/// <summary>Features brought to mean 0 and standard deviation 1.</summary>
public abstract class StandardScalerSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Mean_and_deviation_are_those_of_what_was_fitted()
    {
        // 1, 2, 3, 6 have mean 3 and squares of distances 4 + 1 + 0 + 9 over 4.
        var scaler = StandardScaler<T>.Fit(TensorFactory<T>.Tensor(new double[,] { { 1, 7 }, { 2, 7 }, { 3, 7 }, { 6, 7 } }));
        CollectionAssert.AreEqual(new[] { 3f, 7f }, scaler.Mean.ToArray<float>());
        CollectionAssert.AreEqual(new[] { (float)Math.Sqrt(3.5), 1f }, scaler.Std.ToArray<float>());
        CollectionAssert.AreEqual(new[] { 4 / (float)Math.Sqrt(3.5), -7f }, scaler.Transform(Vector(7, 0)).ToArray<float>());
        Assert.AreSame(DType.Float32, scaler.Std.DType);
        Assert.AreSame(DType.Float64, StandardScaler<T>.Fit(Doubles(1, 2)).Std.DType);
    }

    [TestMethod]
    public void The_test_part_is_scaled_by_the_training_part()
    {
        var data = Datasets.BreastCancer<T>();
        var parts = data.StratifiedSplit(data.Targets.ToArray<long>(), [0.8, 0.2], seed: 1);
        var scaler = StandardScaler<T>.Fit(parts[0]);
        var (train, test) = (scaler.Transform(parts[0]), scaler.Transform(parts[1]));
        HasShape(train.Inputs, 455, 30);
        HasShape(test.Inputs, 114, 30);
        foreach (var mean in train.Inputs.Double().Mean(0).ToArray<double>())
            Assert.AreEqual(0, mean, 1e-6);
        foreach (var variance in train.Inputs.Double().Var(0, unbiased: false).ToArray<double>())
            Assert.AreEqual(1, variance, 1e-5);
        CollectionAssert.AreEqual(((data.Inputs[parts[1].Indices[5]] - scaler.Mean) / scaler.Std).ToArray<float>(), test[5].Input.ToArray<float>());
        CollectionAssert.AreEqual(parts[1].Select(sample => sample.Target.Item<float>()).ToArray(), test.Targets.ToArray<float>());
        Assert.IsTrue(test.Inputs.Double().Mean(0).ToArray<double>().Any(mean => Math.Abs(mean) > 1e-3), "it was not fitted to the test part");
    }

    [TestMethod]
    public void Equal_numbers_that_are_not_exact_stay_equal()
    {
        var scaler = StandardScaler<T>.Fit(TensorFactory<T>.Full([1001, 1], 0.1, DType.Float64));
        CollectionAssert.AreEqual(new[] { 1.0 }, scaler.Std.ToArray<double>());
        Assert.AreEqual(0, scaler.Transform(Doubles(0.1)).Item<double>(), 1e-12);
    }

    [TestMethod]
    public void What_has_no_mean_is_refused()
    {
        Refuses("there is no mean of 0 samples", () => StandardScaler<T>.Fit(Zeros(0, 3)));
        Refuses("there is no mean of 0 samples", () => StandardScaler<T>.Fit(Number(1.0)));
        Refuses("mean and std are of one shape, but got [2] and [3]", () => new StandardScaler<T>(Ones(2), Ones(3)));
    }
}
