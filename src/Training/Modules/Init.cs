namespace TwinGrad;

/// <summary>Ways to start a parameter, each in place and unrecorded, returning the tensor: <c>torch.nn.init</c>.</summary>
/// <remarks>
/// After the same <c>ManualSeed</c> the libtorch engine draws what PyTorch draws; the reference engine has draws of its own.
/// Below fanIn is the length of dimension 1, fanOut that of dimension 0, each times the lengths of the dimensions behind.
/// See <see href="https://docs.pytorch.org/docs/stable/nn.init.html"/>.
/// </remarks>
public static class Init
{
    private const string NothingToDo = "Initializing zero-element tensors is a no-op";

    private const string FarMean = "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. The distribution of values may be incorrect.";

    /// <summary>Uniform draws from [a, b).</summary>
    /// <exception cref="TorchArgumentException">A bound is not finite in the tensor's dtype, or a lies above b.</exception>
    public static T Uniform_<T>(T tensor, double a = 0, double b = 1)
        where T : class, ITensor<T>
        => Write(tensor, x => T.Uniform_(x, a, b));

    /// <summary>Draws from the normal distribution of a mean and a standard deviation.</summary>
    /// <exception cref="TorchArgumentException">The standard deviation is negative or nan.</exception>
    public static T Normal_<T>(T tensor, double mean = 0, double std = 1)
        where T : class, ITensor<T>
        => Write(tensor, x => T.Normal_(x, mean, std));

    /// <summary>Draws from a normal distribution of which only what lies in [a, b] is left.</summary>
    /// <remarks>It is drawn by the inverse of the distribution function. A mean more than two deviations outside of [a, b] is warned of.</remarks>
    /// <exception cref="TorchArgumentException">The standard deviation is negative or nan, or a lies above b.</exception>
    public static T TruncNormal_<T>(T tensor, double mean = 0, double std = 1, double a = -2, double b = 2)
        where T : class, ITensor<T>
    {
        if (mean < a - 2 * std || mean > b + 2 * std)
            Warnings.Warn(FarMean);
        return Write(tensor, x =>
        {
            // Uniform draws of 2 P - 1 between the bounds' own, and of each the number whose P it is.
            T.Uniform_(x, Erf<T>((a - mean) / std / Math.Sqrt(2)), Erf<T>((b - mean) / std / Math.Sqrt(2)));
            return T.Copy_(x, (T.Erfinv(x) * (std * Math.Sqrt(2)) + mean).Clamp(a, b));
        });
    }

    /// <summary>Every element is the value.</summary>
    public static T Constant_<T>(T tensor, double value)
        where T : class, ITensor<T>
        => Write(tensor, x => T.Fill_(x, value));

    /// <summary>Every element is 1.</summary>
    public static T Ones_<T>(T tensor)
        where T : class, ITensor<T>
        => Constant_(tensor, 1);

    /// <summary>Every element is 0.</summary>
    public static T Zeros_<T>(T tensor)
        where T : class, ITensor<T>
        => Write(tensor, T.Zero_);

    /// <summary>Ones on the diagonal of a matrix, zeros beside it.</summary>
    /// <exception cref="TorchArgumentException">The tensor is no matrix.</exception>
    public static T Eye_<T>(T tensor)
        where T : class, ITensor<T>
        => Write(tensor, x => x.Dim == 2
            ? T.Copy_(x, T.Eye(x.Shape[0], x.Shape[1], x.DType, x.Device, requiresGrad: false))
            : throw Error.OnlyMatrices());

    /// <summary>Uniform draws from [-b, b) with b = gain sqrt(6/(fanIn + fanOut)), after Glorot and Bengio.</summary>
    /// <exception cref="TorchArgumentException">The tensor has fewer than two dimensions, or none of its fans is more than 0.</exception>
    public static T XavierUniform_<T>(T tensor, double gain = 1)
        where T : class, ITensor<T>
    {
        var bound = Math.Sqrt(3) * XavierStd(tensor, gain);
        return Uniform_(tensor, -bound, bound);
    }

    /// <summary>Draws from the normal distribution of mean 0 and standard deviation gain sqrt(2/(fanIn + fanOut)), after Glorot and Bengio.</summary>
    /// <exception cref="TorchArgumentException">The tensor has fewer than two dimensions.</exception>
    public static T XavierNormal_<T>(T tensor, double gain = 1)
        where T : class, ITensor<T>
        => Normal_(tensor, 0, XavierStd(tensor, gain));

    /// <summary>Uniform draws from [-b, b) with b = gain sqrt(3/fan), after He and others.</summary>
    /// <param name="tensor">The tensor; one without elements is warned of.</param>
    /// <param name="a">The slope of a leaky ReLU for what is negative.</param>
    /// <param name="mode">Which fan it is.</param>
    /// <param name="nonlinearity">What follows the layer; it gives the gain.</param>
    /// <exception cref="TorchArgumentException">The tensor has fewer than two dimensions.</exception>
    public static T KaimingUniform_<T>(
        T tensor, double a = 0, FanMode mode = FanMode.FanIn, Nonlinearity nonlinearity = Nonlinearity.LeakyReLU)
        where T : class, ITensor<T>
    {
        if (HasNoElements(tensor))
            return tensor;
        var bound = Math.Sqrt(3) * KaimingStd(tensor, a, mode, nonlinearity);
        return Uniform_(tensor, -bound, bound);
    }

    /// <summary>Draws from the normal distribution of mean 0 and standard deviation gain/sqrt(fan), after He and others.</summary>
    /// <inheritdoc cref="KaimingUniform_{T}(T, double, FanMode, Nonlinearity)" path="/param"/>
    /// <exception cref="TorchArgumentException">The tensor has fewer than two dimensions.</exception>
    public static T KaimingNormal_<T>(
        T tensor, double a = 0, FanMode mode = FanMode.FanIn, Nonlinearity nonlinearity = Nonlinearity.LeakyReLU)
        where T : class, ITensor<T>
        => HasNoElements(tensor) ? tensor : Normal_(tensor, 0, KaimingStd(tensor, a, mode, nonlinearity));

    /// <summary>A matrix whose rows or columns, whichever are fewer, are orthonormal, times the gain; dimensions behind the first are one.</summary>
    /// <exception cref="TorchArgumentException">The tensor has fewer than two dimensions.</exception>
    public static T Orthogonal_<T>(T tensor, double gain = 1)
        where T : class, ITensor<T>
        => Write(tensor, x =>
        {
            if (x.Dim < 2)
                throw Error.OnlyMatricesAndMore();
            if (x.Numel == 0)
                return x;
            var (rows, columns) = (x.Shape[0], x.Numel / x.Shape[0]);
            var draws = T.Randn([rows, columns], x.DType, x.Device, requiresGrad: false);
            var (q, r) = T.LinalgQr(rows < columns ? T.Transpose(draws, 0, 1) : draws, QrMode.Reduced);
            // The signs make it uniform among such matrices.
            q *= r.Diagonal().Sign();
            return T.Mul_(T.Copy_(x, (rows < columns ? T.Transpose(q, 0, 1) : q).Reshape(x.Shape)), gain);
        });

    /// <summary>The factor by which the deviation of a layer's parameters makes up for what follows it: <c>torch.nn.init.calculate_gain</c>.</summary>
    /// <param name="nonlinearity">What follows.</param>
    /// <param name="negativeSlope">The slope of a leaky ReLU for what is negative; 0.01 if not given.</param>
    /// <exception cref="TorchArgumentException">The nonlinearity is none of the enum's.</exception>
    public static double CalculateGain(Nonlinearity nonlinearity, double? negativeSlope = null) => nonlinearity switch
    {
        Nonlinearity.Linear or Nonlinearity.Convolution or Nonlinearity.Sigmoid => 1,
        Nonlinearity.Tanh => 5.0 / 3,
        Nonlinearity.ReLU => Math.Sqrt(2),
        Nonlinearity.LeakyReLU => Math.Sqrt(2.0 / (1 + Math.Pow(negativeSlope ?? 0.01, 2))),
        Nonlinearity.SELU => 3.0 / 4,
        _ => throw Error.NoSuchNonlinearity(nonlinearity),
    };

    /// <summary>What layers start their weight and bias with: uniform draws from [-b, b) with b = 1/sqrt(fanIn).</summary>
    internal static void Layer<T>(T weight, T? bias)
        where T : class, ITensor<T>
    {
        // PyTorch's own way to that bound, so that it is rounded as PyTorch's.
        KaimingUniform_(weight, Math.Sqrt(5));
        if (bias is null || Fans(weight).In is not (> 0 and var fan))
            return;
        var bound = 1 / Math.Sqrt(fan);
        Uniform_(bias, -bound, bound);
    }

    private static T Write<T>(T tensor, Func<T, T> write)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var mode = new GradMode<T>(enabled: false);
        return write(tensor);
    }

    private static bool HasNoElements<T>(T tensor)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.Numel > 0)
            return false;
        Warnings.Warn(NothingToDo);
        return true;
    }

    private static double XavierStd<T>(T tensor, double gain)
        where T : class, ITensor<T>
    {
        var (fanIn, fanOut) = Fans(tensor);
        return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
    }

    private static double KaimingStd<T>(T tensor, double a, FanMode mode, Nonlinearity nonlinearity)
        where T : class, ITensor<T>
    {
        var (fanIn, fanOut) = Fans(tensor);
        var fan = mode switch
        {
            FanMode.FanIn => fanIn,
            FanMode.FanOut => fanOut,
            _ => throw Error.NoSuchFanMode(mode),
        };
        return CalculateGain(nonlinearity, a) / Math.Sqrt(fan);
    }

    private static (long In, long Out) Fans<T>(T tensor)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.Dim < 2)
            throw Error.NoFans();
        var field = Shape.Create(tensor.Shape.AsSpan()[2..]).Numel;
        return (tensor.Shape[1] * field, tensor.Shape[0] * field);
    }

    private static double Erf<T>(double x)
        where T : class, ITensor<T>
        => T.Erf(T.Full([], x, DType.Float64, Device.Cpu, requiresGrad: false)).Item<double>();
}

/// <summary>What keeps its size where a layer starts as He and others have it.</summary>
public enum FanMode
{
    /// <summary>What goes forward.</summary>
    FanIn,

    /// <summary>What goes backward.</summary>
    FanOut,
}

/// <summary>What follows a layer, by its factor in <see cref="Init.CalculateGain"/>.</summary>
public enum Nonlinearity
{
    /// <summary>Nothing: 1.</summary>
    Linear,

    /// <summary>A convolution, of any number of dimensions, transposed or not: 1.</summary>
    Convolution,

    /// <summary>A sigmoid: 1.</summary>
    Sigmoid,

    /// <summary>A hyperbolic tangent: 5/3.</summary>
    Tanh,

    /// <summary>A ReLU: sqrt(2).</summary>
    ReLU,

    /// <summary>A leaky ReLU of slope a: sqrt(2/(1 + a^2)).</summary>
    LeakyReLU,

    /// <summary>A SELU: 3/4.</summary>
    SELU,
}
