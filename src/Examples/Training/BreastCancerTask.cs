namespace TwinGrad.Examples;

/// <summary>Logistic regression: thirty measurements of a cell sample, standardized, say whether it is benign.</summary>
/// <remarks>
/// The notebook's neuron with thirty inputs, and its clamped binary cross-entropy as a mean. In float64: in float32 the bound 1 - 1e-8 is 1, so
/// that the clamp lets p = 1 through and the loss of a sample that is well learnt becomes 0 * log(0), a nan.
/// </remarks>
internal sealed record BreastCancerTask() : TrainingTask("breast-cancer", "569 cell samples of 30 measurements, benign or malignant")
{
    internal override IReadOnlyList<string> Models { get; } = ["logistic"];

    internal override TrainingSettings Defaults(string model) => new(Name, model, Epochs: 40, Batch: 32, LearningRate: 0.1, Seed: 1);

    internal override TrainingData<T> Load<T>(string? folder, long seed)
    {
        var all = Datasets.BreastCancer<T>(folder is null ? null : Path.Combine(folder, "breast_cancer.csv"));
        var (train, test) = HeldOut(all, seed);
        // By the training part alone: what is held out must not be known.
        var scaler = StandardScaler<T>.Fit(train);
        return new(InFloat64(scaler.Transform(train)), InFloat64(scaler.Transform(test)));

        static TensorDataset<T> InFloat64(TensorDataset<T> data) => new(data.Inputs.Double(), data.Targets.Double());
    }

    internal override TrainingSetup<T> Build<T>(TrainingSettings settings, int updates)
    {
        var model = new Sequential<T>(new Linear<T>(30, 1, dtype: DType.Float64), new Sigmoid<T>());
        var optimizer = Optim.Sgd(model.Parameters(), settings.LearningRate, momentum: 0.9, weightDecay: 1e-3);
        return new(model, new ClampedBCELoss<T>().Forward, optimizer) { Right = Accuracy.OfProbabilities };
    }
}
