namespace TwinGrad.Tests;

/// <summary>A small training in float32 that has everything whose arithmetic a replay must repeat.</summary>
internal sealed record TrainedPerceptron : ITrainingRecipe
{
    internal string Optimizer { get; init; } = "SGD";

    internal int AccumulationSteps { get; init; } = 1;

    internal double? MaxGradientNorm { get; init; }

    /// <summary>By how much a slope is wrong, and where.</summary>
    internal PlantedFault Fault { get; init; }

    internal double FaultSize { get; init; } = 1e-3;

    public TrainingSetup<T> Build<T>()
        where T : class, ITensor<T>
    {
        TensorFactory<T>.ManualSeed(1);
        var model = new Sequential<T>(
            new Linear<T>(4, 16, bias: false), new BatchNorm1d<T>(16), new ReLU<T>(), new Dropout<T>(0.25), new Planted<T>(Fault, FaultSize), new Linear<T>(16, 3));
        IOptimizer<T> optimizer = Optimizer switch
        {
            "SGD" => Optim.Sgd(model.Parameters(), 0.05, momentum: 0.9, weightDecay: 1e-3),
            "Adam" => Optim.Adam(model.Parameters(), 0.01),
            "AdamW" => Optim.AdamW(model.Parameters(), 0.01),
            _ => Optim.RmsProp(model.Parameters(), 0.01),
        };
        return new(model, Loss, optimizer)
        {
            Scheduler = new CosineAnnealingLR(optimizer, 20),
            SchedulerInterval = SchedulerInterval.Update,
            AccumulationSteps = AccumulationSteps,
            MaxGradientNorm = MaxGradientNorm,
        };
    }

    internal static DataLoader<Tensor> Data(int batchSize = 8)
    {
        Torch.ManualSeed(2);
        return new(new TensorDataset<Tensor>(Torch.Randn([32, 4]), Torch.Arange(32).Remainder(3)), batchSize, shuffle: true, seed: 1);
    }

    /// <summary>Trains with a recorder.</summary>
    internal TrainingRecorder Record(int updates, int epochs = 3)
    {
        var trainer = new Trainer<Tensor>(Build<Tensor>());
        var recorder = new TrainingRecorder(trainer, updates);
        trainer.Fit(Data(), epochs, observer: recorder);
        return recorder;
    }

    private T Loss<T>(T output, T target)
        where T : class, ITensor<T>
    {
        var loss = new CrossEntropyLoss<T>().Forward(output, target);
        return Fault == PlantedFault.LossOfTheReference && typeof(T) == typeof(Reference.Tensor) ? loss * (1 + FaultSize) : loss;
    }
}

/// <summary>What is wrong.</summary>
internal enum PlantedFault
{
    None,
    SlopeOfLibtorch,
    SlopeInFloat32,
    ValueInFloat32,
    LossOfTheReference,
}

/// <summary>x itself, with a slope or a value that is a little wrong where a fault is planted.</summary>
internal sealed class Planted<T>(PlantedFault fault, double size) : Module<T>
    where T : class, ITensor<T>
{
    private readonly Function<T> _skewed = Autograd.Function<T>("Skewed", (context, x) => x * 1, (context, gradient) => gradient * (1 + size));

    public override T Forward(T input) => fault switch
    {
        PlantedFault.SlopeOfLibtorch when typeof(T) == typeof(Tensor) => _skewed.Apply(input),
        PlantedFault.SlopeInFloat32 when typeof(T) == typeof(Tensor) && input.DType == DType.Float32 => _skewed.Apply(input),
        PlantedFault.ValueInFloat32 when typeof(T) == typeof(Tensor) && input.DType == DType.Float32 => input * (1 + size),
        _ => input,
    };
}
