using TorchSharp;
using Nn = TorchSharp.torch.nn;

namespace TwinGrad.Bench.Quick;

/// <summary>Steps of training, whole and the optimizer's part of them.</summary>
internal static class TrainingComparisons
{
    internal static IEnumerable<ComparisonGroup> All => [Steps(), Optimizers()];

    private static ComparisonGroup Steps() => new("Steps of training, batches of 32", "TwinGrad", "raw",
    [
        new("MLP 64-128-10, SGD", Mlp(model => Optim.Sgd(model, lr: 1e-3)).Step, RawMlp(model => torch.optim.SGD(model, 1e-3)).Step) { Goal = new(Ratio: 1.03) },
        new("MLP 64-128-10, Adam", Mlp(model => Optim.Adam(model)).Step, RawMlp(model => torch.optim.Adam(model)).Step) { Goal = new(Ratio: 1.03) },
        new("CNN of 28 x 28, SGD", Cnn(model => Optim.Sgd(model, lr: 1e-3)).Step, RawCnn(model => torch.optim.SGD(model, 1e-3)).Step) { Goal = new(Ratio: 1.03) },
        new("CNN of 28 x 28, Adam", Cnn(model => Optim.Adam(model)).Step, RawCnn(model => torch.optim.Adam(model)).Step) { Goal = new(Ratio: 1.03) },
    ]);

    private static ComparisonGroup Optimizers() => new("The optimizer's part of a step: the four parameters of MLP 64-128-10", "TwinGrad", "raw",
    [
        Part("SGD", 1.0, model => Optim.Sgd(model, lr: 1e-3), model => torch.optim.SGD(model, 1e-3)),
        Part("SGD with momentum", 1.0, model => Optim.Sgd(model, lr: 1e-3, momentum: 0.9), model => torch.optim.SGD(model, 1e-3, momentum: 0.9)),
        Part("Adam", 0.25, model => Optim.Adam(model), model => torch.optim.Adam(model)),
        Part("AdamW", 0.25, model => Optim.AdamW(model), model => torch.optim.AdamW(model)),
    ]);

    private static Comparison Part(
        string name, double goal, Func<IReadOnlyList<Tensor>, IOptimizer<Tensor>> ours, Func<IEnumerable<TorchSharp.Modules.Parameter>, torch.optim.Optimizer> raw)
    {
        var (training, rawTraining) = (Mlp(ours), RawMlp(raw));
        training.Step();
        rawTraining.Step();
        return new($"{name}: step()", training.Optimizer.Step, () => rawTraining.Optimizer.step()) { Goal = new(Ratio: goal) };
    }

    private static TrainingStep Mlp(Func<IReadOnlyList<Tensor>, IOptimizer<Tensor>> optimizer)
        => new(new Sequential<Tensor>(new Linear<Tensor>(64, 128), new ReLU<Tensor>(), new Linear<Tensor>(128, 10)), Torch.Randn(32, 64), optimizer);

    private static RawTrainingStep RawMlp(Func<IEnumerable<TorchSharp.Modules.Parameter>, torch.optim.Optimizer> optimizer)
        => new(Nn.Sequential(Nn.Linear(64, 128), Nn.ReLU(), Nn.Linear(128, 10)), torch.randn(32, 64), optimizer);

    private static TrainingStep Cnn(Func<IReadOnlyList<Tensor>, IOptimizer<Tensor>> optimizer) => new(
        new Sequential<Tensor>(
            new Conv2d<Tensor>(1, 8, 3), new ReLU<Tensor>(), new MaxPool2d<Tensor>(2),
            new Conv2d<Tensor>(8, 16, 3), new ReLU<Tensor>(), new MaxPool2d<Tensor>(2),
            new Flatten<Tensor>(), new Linear<Tensor>(400, 10)),
        Torch.Randn(32, 1, 28, 28), optimizer);

    private static RawTrainingStep RawCnn(Func<IEnumerable<TorchSharp.Modules.Parameter>, torch.optim.Optimizer> optimizer) => new(
        Nn.Sequential(
            Nn.Conv2d(1, 8, 3), Nn.ReLU(), Nn.MaxPool2d(2),
            Nn.Conv2d(8, 16, 3), Nn.ReLU(), Nn.MaxPool2d(2),
            Nn.Flatten(), Nn.Linear(400, 10)),
        torch.randn(32, 1, 28, 28), optimizer);
}
