namespace TwinGrad.Examples;

/// <summary>Something to train: its data, its models, and the settings that train them well.</summary>
/// <param name="Name">What the command calls it.</param>
/// <param name="Title">What it is.</param>
internal abstract record TrainingTask(string Name, string Title)
{
    /// <summary>All tasks, in the order of their size.</summary>
    internal static IReadOnlyList<TrainingTask> All { get; } = [new NeuronTask(), new BreastCancerTask(), new DigitsTask(), new FashionMnistTask()];

    /// <summary>The models that it may be learnt by; the first is taken if none is named.</summary>
    internal abstract IReadOnlyList<string> Models { get; }

    /// <summary>What trains a model well, where the command says nothing else.</summary>
    internal abstract TrainingSettings Defaults(string model);

    /// <summary>The data to train on and those held out; the same for each engine.</summary>
    /// <param name="folder">Where the data lie, if not in their usual place.</param>
    /// <param name="seed">From which the split follows.</param>
    internal abstract TrainingData<T> Load<T>(string? folder, long seed)
        where T : class, ITensor<T>;

    /// <summary>A model with its loss and its optimizer.</summary>
    /// <param name="settings">By which it is trained.</param>
    /// <param name="updates">How many updates there will be: what a schedule is spread over.</param>
    internal abstract TrainingSetup<T> Build<T>(TrainingSettings settings, int updates)
        where T : class, ITensor<T>;

    /// <summary>Holds a fifth of the samples out, of each class alike.</summary>
    private protected static (Subset<(T Input, T Target)> Train, Subset<(T Input, T Target)> Test) HeldOut<T>(TensorDataset<T> data, long seed)
        where T : class, ITensor<T>
    {
        var parts = data.StratifiedSplit(data.Targets.View(-1).ToArray<long>(), [0.8, 0.2], seed);
        return (parts[0], parts[1]);
    }
}

/// <summary>What is trained on, and what is held out to test by.</summary>
internal sealed record TrainingData<T>(Dataset<(T Input, T Target)> Train, Dataset<(T Input, T Target)> Test)
    where T : class, ITensor<T>;

/// <summary>A task by its settings: what the trainer and the cross-check set up on either engine.</summary>
internal sealed record TaskRecipe(TrainingTask Task, TrainingSettings Settings, int Updates) : ITrainingRecipe
{
    public TrainingSetup<T> Build<T>()
        where T : class, ITensor<T>
        => Task.Build<T>(Settings, Updates);
}
