using TorchSharp;
using TorchSharp.Modules;
using Nn = TorchSharp.torch.nn;

namespace TwinGrad.Bench.Quick;

/// <summary>Steps of training, whole and the optimizer's part of them.</summary>
internal static class TrainingComparisons
{
    internal static ComparisonGroup Steps() => new("Steps of training, batches of 32", "TwinGrad", "raw",
    [
        Whole("MLP 64-128-10, SGD", Mlp(model => Optim.Sgd(model, lr: 1e-3)), RawMlp(model => torch.optim.SGD(model, 1e-3))),
        Whole("MLP 64-128-10, Adam", Mlp(model => Optim.Adam(model)), RawMlp(model => torch.optim.Adam(model))),
        Whole("CNN of 28 x 28, SGD", Cnn(model => Optim.Sgd(model, lr: 1e-3)), RawCnn(model => torch.optim.SGD(model, 1e-3))),
        Whole("CNN of 28 x 28, Adam", Cnn(model => Optim.Adam(model)), RawCnn(model => torch.optim.Adam(model))),
    ]);

    internal static ComparisonGroup Optimizers() => new("The optimizer's part of a step: the four parameters of MLP 64-128-10", "TwinGrad", "raw",
    [
        Part("SGD", 1.0, model => Optim.Sgd(model, lr: 1e-3), model => torch.optim.SGD(model, 1e-3)),
        Part("SGD with momentum", 1.0, model => Optim.Sgd(model, lr: 1e-3, momentum: 0.9), model => torch.optim.SGD(model, 1e-3, momentum: 0.9)),
        Part("Adam", 0.25, model => Optim.Adam(model), model => torch.optim.Adam(model)),
        Part("AdamW", 0.25, model => Optim.AdamW(model), model => torch.optim.AdamW(model)),
    ]);

    private static Comparison Whole(string name, TrainingStep ours, RawTrainingStep raw) => new(name, ours.Step, raw.Step)
    {
        Goal = new(Ratio: 1.03),
        // A pass looks at gradients that were stepped by and are still there, whosever they are.
        After = ours.ZeroGrad,
    };

    private static Comparison Part(
        string name, double goal, Func<IReadOnlyList<Tensor>, IOptimizer<Tensor>> optimizer, Func<IEnumerable<Parameter>, torch.optim.Optimizer> rawOptimizer)
    {
        var (ours, raw) = (Mlp(optimizer), RawMlp(rawOptimizer));
        // Not a whole step, whose gradients would burden the passes of others until this one's turn comes.
        ours.Backward();
        raw.Backward();
        return new($"{name}: step()", ours.Optimizer.Step, () => raw.Optimizer.step()) { Goal = new(Ratio: goal), After = ours.ZeroGrad };
    }

    private static TrainingStep Mlp(Func<IReadOnlyList<Tensor>, IOptimizer<Tensor>> optimizer)
        => new(new Sequential<Tensor>(new Linear<Tensor>(64, 128), new ReLU<Tensor>(), new Linear<Tensor>(128, 10)), Torch.Randn(32, 64), optimizer);

    private static RawTrainingStep RawMlp(Func<IEnumerable<Parameter>, torch.optim.Optimizer> optimizer)
        => new(Nn.Sequential(Nn.Linear(64, 128), Nn.ReLU(), Nn.Linear(128, 10)), torch.randn(32, 64), optimizer);

    private static TrainingStep Cnn(Func<IReadOnlyList<Tensor>, IOptimizer<Tensor>> optimizer) => new(
        new Sequential<Tensor>(
            new Conv2d<Tensor>(1, 8, 3), new ReLU<Tensor>(), new MaxPool2d<Tensor>(2),
            new Conv2d<Tensor>(8, 16, 3), new ReLU<Tensor>(), new MaxPool2d<Tensor>(2),
            new Flatten<Tensor>(), new Linear<Tensor>(400, 10)),
        Torch.Randn(32, 1, 28, 28), optimizer);

    private static RawTrainingStep RawCnn(Func<IEnumerable<Parameter>, torch.optim.Optimizer> optimizer) => new(
        Nn.Sequential(
            Nn.Conv2d(1, 8, 3), Nn.ReLU(), Nn.MaxPool2d(2),
            Nn.Conv2d(8, 16, 3), Nn.ReLU(), Nn.MaxPool2d(2),
            Nn.Flatten(), Nn.Linear(400, 10)),
        torch.randn(32, 1, 28, 28), optimizer);
}
