namespace TwinGrad;

/// <summary>(x - mean) / std for each feature, with the mean and the standard deviation of the samples that it was fitted to.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// Fit it to the training part alone: what is known of the other parts would leak into training.
/// <code>
/// var scaler = StandardScaler&lt;Tensor&gt;.Fit(train);
/// (train, test) = (scaler.Transform(train), scaler.Transform(test));
/// </code>
/// std divides by the number of samples, and is 1 for a feature that is the same in all of them, but for rounding. See
/// <see href="https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.StandardScaler.html"/>.
/// </remarks>
public sealed class StandardScaler<T>
    where T : class, ITensor<T>
{
    private const double RoundingUnit = 1.0 / (1L << 52);

    /// <summary>With numbers that were found before: a checkpoint's.</summary>
    /// <param name="mean">What is subtracted: of a sample's shape.</param>
    /// <param name="std">What is divided by: of the same shape.</param>
    /// <exception cref="TorchArgumentException">The shapes differ.</exception>
    public StandardScaler(T mean, T std)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(std);
        if (mean.Shape != std.Shape)
            throw Error.ScalerShapes(mean.Shape, std.Shape);
        Mean = mean;
        Std = std;
    }

    /// <summary>What is subtracted: of a sample's shape.</summary>
    public T Mean { get; }

    /// <summary>What is divided by: of a sample's shape.</summary>
    public T Std { get; }

    /// <summary>The mean and the standard deviation over the first dimension, taken in float64 and rounded to the inputs' dtype.</summary>
    /// <param name="inputs">Of shape [samples, ...], floating-point.</param>
    /// <exception cref="TorchArgumentException">There are no samples.</exception>
    public static StandardScaler<T> Fit(T inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Shape is not [var count and > 0, ..])
            throw Error.NoSamplesToFit();
        using var mode = new GradMode<T>(enabled: false);
        var (variance, mean) = T.VarMean(inputs.Double(), [0], correction: 0, keepDim: false);
        // What rounding makes of the variance of equal numbers, as scikit-learn bounds it.
        var rounding = variance * (count * RoundingUnit) + (mean * (count * RoundingUnit)).Square();
        var std = variance.Sqrt().MaskedFill(variance <= rounding, 1);
        return new(mean.To(inputs.DType), std.To(inputs.DType));
    }

    /// <summary>The mean and the standard deviation of a dataset's inputs.</summary>
    /// <inheritdoc cref="Fit(T)"/>
    public static StandardScaler<T> Fit(Dataset<(T Input, T Target)> dataset) => Fit(All(dataset).Inputs);

    /// <summary>Inputs of shape [samples, ...], or one input.</summary>
    /// <exception cref="TorchException">The shapes do not broadcast.</exception>
    public T Transform(T inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return (inputs - Mean) / Std;
    }

    /// <summary>A dataset with its inputs transformed, once and for all.</summary>
    public TensorDataset<T> Transform(Dataset<(T Input, T Target)> dataset)
    {
        using var mode = new GradMode<T>(enabled: false);
        var (inputs, targets) = All(dataset);
        return new(Transform(inputs), targets);
    }

    private static Batch<T> All(Dataset<(T Input, T Target)> dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return Collate.Pairs(Fetching.Samples(dataset, Permutation.Identity(dataset.Count)));
    }
}
