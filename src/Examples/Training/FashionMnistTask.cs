namespace TwinGrad.Examples;

/// <summary>Pictures of clothes of 28 x 28 pixels, by a small convolutional network.</summary>
internal sealed record FashionMnistTask() : TrainingTask("fashion-mnist", "70,000 pictures of clothes of 28 x 28 pixels")
{
    internal override IReadOnlyList<string> Models { get; } = ["cnn"];

    internal override TrainingSettings Defaults(string model) => new(Name, model, Epochs: 3, Batch: 64, LearningRate: 2e-3, Seed: 1);

    internal override TrainingData<T> Load<T>(string? folder, long seed)
        => new(Datasets.FashionMnist<T>(folder, train: true), Datasets.FashionMnist<T>(folder, train: false));

    internal override TrainingSetup<T> Build<T>(TrainingSettings settings, int updates)
    {
        var model = new Sequential<T>(
            new Conv2d<T>(1, 16, 3, padding: 1, bias: false), new BatchNorm2d<T>(16), new ReLU<T>(), new MaxPool2d<T>(2),
            new Conv2d<T>(16, 32, 3, padding: 1, bias: false), new BatchNorm2d<T>(32), new ReLU<T>(), new MaxPool2d<T>(2),
            new Flatten<T>(), new Dropout<T>(0.25), new Linear<T>(32 * 7 * 7, 128), new ReLU<T>(), new Linear<T>(128, 10));
        var optimizer = Optim.AdamW(model.Parameters(), settings.LearningRate);
        return new(model, new CrossEntropyLoss<T>().Forward, optimizer)
        {
            Right = Accuracy.OfClasses,
            Scheduler = new CosineAnnealingLR(optimizer, updates),
            SchedulerInterval = SchedulerInterval.Update,
        };
    }
}
