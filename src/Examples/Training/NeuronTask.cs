namespace TwinGrad.Examples;

/// <summary>The notebook's neuron, trained on: sigmoid(w x + b) with w = 1 and b = 0 learns that x = 6.7 is of class 0.</summary>
/// <remarks>The first loss is the notebook's 6.7012. There is one sample, so nothing is held out.</remarks>
internal sealed record NeuronTask() : TrainingTask("neuron", "the notebook's neuron, which learns that 6.7 is of class 0")
{
    internal override IReadOnlyList<string> Models { get; } = ["neuron"];

    internal override TrainingSettings Defaults(string model) => new(Name, model, Epochs: 50, Batch: 1, LearningRate: 0.02, Seed: 1);

    internal override TrainingData<T> Load<T>(string? folder, long seed)
    {
        var sample = new TensorDataset<T>(
            T.FromArray<float>([6.7f], [1, 1], DType.Float32, Device.Cpu, requiresGrad: false),
            T.FromArray<float>([0], [1, 1], DType.Float32, Device.Cpu, requiresGrad: false));
        return new(sample, sample);
    }

    internal override TrainingSetup<T> Build<T>(TrainingSettings settings, int updates)
    {
        var neuron = new Linear<T>(1, 1);
        Init.Ones_(neuron.Weight);
        Init.Zeros_(neuron.Bias!);
        var model = new Sequential<T>(neuron, new Sigmoid<T>());
        return new(model, new ClampedBCELoss<T>().Forward, Optim.Sgd(model.Parameters(), settings.LearningRate)) { Right = Accuracy.OfProbabilities };
    }
}
