namespace TwinGrad.Tests;

/// <summary>A small training: a perceptron with dropout learns 24 numbers, in 4 batches of 6.</summary>
internal static class TrainedLine<T>
    where T : class, ITensor<T>
{
    internal const int Batches = 4;

    internal static DataLoader<T> Data(int batchSize = 6)
    {
        var x = TensorFactory<T>.Linspace(-1, 1, 24, DType.Float64).View(24, 1);
        return new(new TensorDataset<T>(x, x * 2 - 1), batchSize, shuffle: true, seed: 3);
    }

    internal static TrainingSetup<T> Setup(long seed = 1, double dropout = 0.25, double learningRate = 0.05)
    {
        TensorFactory<T>.ManualSeed(seed);
        var model = new Sequential<T>(new Linear<T>(1, 8), new Tanh<T>(), new Dropout<T>(dropout), new Linear<T>(8, 1));
        model.To(DType.Float64);
        var optimizer = Optim.Sgd(model.Parameters(), learningRate, momentum: 0.9);
        return new(model, (output, target) => (output - target).Pow(2).Mean(), optimizer)
        {
            Scheduler = new StepLR(optimizer, stepSize: 5, gamma: 0.5),
            SchedulerInterval = SchedulerInterval.Update,
        };
    }

    /// <summary>Every parameter's elements, one after the other.</summary>
    internal static double[] Weights(TrainingSetup<T> setup)
        => [.. setup.Model.StateDict().SelectMany(tensor => tensor.Value.ToArray<double>())];
}
