namespace TwinGrad.Examples;

/// <summary>Handwritten digits of 8 x 8 pixels, by a perceptron or by a small convolutional network.</summary>
internal sealed record DigitsTask() : TrainingTask("digits", "1,797 handwritten digits of 8 x 8 pixels")
{
    internal override IReadOnlyList<string> Models { get; } = ["mlp", "cnn"];

    internal override TrainingSettings Defaults(string model) => model == "cnn"
        ? new(Name, model, Epochs: 25, Batch: 64, LearningRate: 5e-3, Seed: 1)
        : new(Name, model, Epochs: 80, Batch: 32, LearningRate: 5e-3, Seed: 1);

    internal override TrainingData<T> Load<T>(string? folder, long seed)
    {
        var (train, test) = HeldOut(Datasets.Digits<T>(folder is null ? null : Path.Combine(folder, "digits.csv")), seed);
        return new(train, test);
    }

    internal override TrainingSetup<T> Build<T>(TrainingSettings settings, int updates)
    {
        Module<T> model = settings.Model == "cnn" ? Cnn<T>() : Mlp<T>();
        var optimizer = Optim.AdamW(model.Parameters(), settings.LearningRate);
        return new(model, new CrossEntropyLoss<T>().Forward, optimizer)
        {
            Right = Accuracy.OfClasses,
            Scheduler = new CosineAnnealingLR(optimizer, updates),
            SchedulerInterval = SchedulerInterval.Update,
        };
    }

    // The normalization that follows a layer takes its mean away, and a bias with it.
    private static Sequential<T> Mlp<T>()
        where T : class, ITensor<T>
        => new(
            new Flatten<T>(), new Dropout<T>(0.1), new Linear<T>(64, 256, bias: false), new BatchNorm1d<T>(256), new ReLU<T>(), new Dropout<T>(0.5),
            new Linear<T>(256, 10));

    private static Sequential<T> Cnn<T>()
        where T : class, ITensor<T>
        => new(
            new Conv2d<T>(1, 32, 3, padding: 1, bias: false), new BatchNorm2d<T>(32), new ReLU<T>(),
            new Conv2d<T>(32, 64, 3, padding: 1, bias: false), new BatchNorm2d<T>(64), new ReLU<T>(),
            new MaxPool2d<T>(2), new Flatten<T>(), new Dropout<T>(0.5), new Linear<T>(1024, 10));
}
