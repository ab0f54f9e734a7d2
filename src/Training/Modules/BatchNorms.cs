namespace TwinGrad;

/// <summary>(x - mean)/sqrt(var + eps) weight + bias of each channel: what <see cref="BatchNorm1d{T}"/> and <see cref="BatchNorm2d{T}"/> share.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// In training mean and variance are those of the input, and the running ones move towards them, the variance towards the unbiased one;
/// otherwise they are the running ones, or where none are kept the input's too. An input that is refused moves nothing.
/// </remarks>
public abstract class BatchNorm<T> : Module<T>
    where T : class, ITensor<T>
{
    private readonly double _eps;
    private readonly double? _momentum;
    private readonly long _numFeatures;

    private protected BatchNorm(
        long numFeatures, double eps, double? momentum, bool affine, bool trackRunningStats, DType? dtype, Device? device)
    {
        (_numFeatures, _eps, _momentum) = (numFeatures, eps, momentum);
        if (affine)
        {
            Weight = Register("weight", Init.Ones_(Zeros([numFeatures], dtype, device)));
            Bias = Register("bias", Zeros([numFeatures], dtype, device));
        }
        if (trackRunningStats)
        {
            RunningMean = RegisterBuffer("running_mean", Zeros([numFeatures], dtype, device));
            RunningVar = RegisterBuffer("running_var", Init.Ones_(Zeros([numFeatures], dtype, device)));
            NumBatchesTracked = RegisterBuffer("num_batches_tracked", Zeros([], DType.Int64, device));
        }
    }

    /// <summary>A factor for each channel, 1 at first, or null.</summary>
    public T? Weight { get; }

    /// <summary>What is added to each channel, 0 at first, or null.</summary>
    public T? Bias { get; }

    /// <summary>The mean of each channel over the batches so far, 0 at first, or null.</summary>
    public T? RunningMean { get; }

    /// <summary>The variance of each channel over the batches so far, 1 at first, or null.</summary>
    public T? RunningVar { get; }

    /// <summary>How many batches there were in training, int64, or null.</summary>
    public T? NumBatchesTracked { get; }

    /// <inheritdoc/>
    protected override string ExtraRepr
        => $"{_numFeatures}, eps={PythonFloat.Repr(_eps)}, momentum={Python.Text(_momentum)}, affine={Python.Text(Weight is not null)}, "
            + $"track_running_stats={Python.Text(RunningMean is not null)}";

    /// <inheritdoc/>
    public override T Forward(T input)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckDims(input);
        if (!Training || NumBatchesTracked is not { } count)
            return input.BatchNorm(RunningMean, RunningVar, Weight, Bias, Training || RunningMean is null, _momentum ?? 0, _eps);
        var momentum = _momentum ?? 1.0 / (count.Item<long>() + 1);
        var output = input.BatchNorm(RunningMean, RunningVar, Weight, Bias, training: true, momentum, _eps);
        T.Add_(count, 1);
        return output;
    }

    /// <summary>Forgets the batches so far: mean 0, variance 1.</summary>
    public void ResetRunningStats()
    {
        if (NumBatchesTracked is not { } count)
            return;
        Init.Zeros_(RunningMean!);
        Init.Ones_(RunningVar!);
        Init.Zeros_(count);
    }

    /// <summary>Refuses an input of another number of dimensions.</summary>
    private protected abstract void CheckDims(T input);
}

/// <summary>(x - mean)/sqrt(var + eps) weight + bias of each channel of (N, C) or (N, C, L): <c>torch.nn.BatchNorm1d</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <inheritdoc cref="BatchNorm{T}" path="/remarks"/>
public sealed class BatchNorm1d<T> : BatchNorm<T>
    where T : class, ITensor<T>
{
    /// <summary>With fresh parameters and statistics, float32 on the default device unless another dtype or device is given.</summary>
    /// <param name="numFeatures">How many channels there are.</param>
    /// <param name="eps">What is added to the variance.</param>
    /// <param name="momentum">How far the running statistics move towards a batch's; null: they are the mean of all batches so far.</param>
    /// <param name="affine">Whether there are a weight and a bias.</param>
    /// <param name="trackRunningStats">Whether there are running statistics.</param>
    /// <param name="dtype">The dtype of parameters and statistics.</param>
    /// <param name="device">Where they live.</param>
    /// <exception cref="TorchException">The number of channels is negative.</exception>
    public BatchNorm1d(
        long numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true,
        DType? dtype = null, Device? device = null)
        : base(numFeatures, eps, momentum, affine, trackRunningStats, dtype, device)
    {
    }

    /// <inheritdoc/>
    private protected override void CheckDims(T input)
    {
        if (input.Dim is not (2 or 3))
            throw Error.BatchNormDims("2D or 3D", input.Dim);
    }
}

/// <summary>(x - mean)/sqrt(var + eps) weight + bias of each channel of (N, C, H, W): <c>torch.nn.BatchNorm2d</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <inheritdoc cref="BatchNorm{T}" path="/remarks"/>
public sealed class BatchNorm2d<T> : BatchNorm<T>
    where T : class, ITensor<T>
{
    /// <inheritdoc cref="BatchNorm1d{T}(long, double, double?, bool, bool, DType, Device)"/>
    public BatchNorm2d(
        long numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true,
        DType? dtype = null, Device? device = null)
        : base(numFeatures, eps, momentum, affine, trackRunningStats, dtype, device)
    {
    }

    /// <inheritdoc/>
    private protected override void CheckDims(T input)
    {
        if (input.Dim != 4)
            throw Error.BatchNormDims("4D", input.Dim);
    }
}
